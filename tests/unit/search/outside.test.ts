import { describe, expect, it } from 'vitest';
import { Names } from '../../../src/search/names.client.ts';
import { outsideOf } from '../../../src/search/outside.client.ts';

const names = new Names([
  ['t1', 'Term', 'Thrombectomy'],
  ['t2', 'Term', 'Deep vein thrombosis', 'DVT'],
  ['t3', 'Term', 'Caval filter', 'filter'],
]);
const subjects = [
  { what: 'Lungs', instead: 'A', href: '', asked: ['pulmonary embolism', 'PE'] },
  { what: 'Arms', instead: 'B', href: '/topics/arm/', asked: ['arm'] },
  { what: 'Surface', instead: 'C', href: '', asked: ['varicose', 'spider veins'] },
];
const about = (typed: string): string | undefined =>
  outsideOf(typed, subjects, ['dvt', 'clot', 'clots', 'vein*', 'thrombosis', 'deep'], names)?.what;

describe('what is not covered', () => {
  it.each([
    ['pulmonary embolism', 'Lungs'],
    ['treatment of pulmonary embolism', 'Lungs'],
    ['PE symptoms', 'Lungs'],
    ['arm DVT', 'Arms'],
    ['can a clot in the arm be removed?', 'Arms'],
    ['deep vein thrombosis of the arm', 'Arms'],
    ['varicose veins', 'Surface'],
    ['Spider vein', 'Surface'],
  ])('is told of `%s`', (typed, what) => {
    expect(about(typed)).toBe(what);
  });

  it.each([
    'pulmonary embolism after thrombectomy',
    'does a filter prevent PE',
    'swelling before surgery in the arm',
    'thrombectomy',
    'embolism',
    '',
    'warm',
  ])('is not told of `%s`', (typed) => {
    expect(about(typed)).toBeUndefined();
  });
});
