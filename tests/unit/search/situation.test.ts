import { describe, expect, it } from 'vitest';
import { toSituation } from '../../../src/search/situation.client.ts';

const inputs = [
  {
    key: 'place',
    name: 'Place of the clot',
    values: [
      { value: 'thigh', label: 'femoropopliteal only' },
      { value: 'calf', label: 'calf only' },
    ],
  },
  { key: 'days', name: 'Duration of symptoms', unit: 'day', low: 0, high: 365 },
  { key: 'lifeYears', name: 'Life expectancy', unit: 'year', low: 0, high: 80 },
  { key: 'age', name: 'Age', unit: 'year', low: 18, high: 110 },
  { key: 'risk', name: 'Bleeding risk', values: [{ value: 'high', label: 'high' }] },
];

describe('a patient in a search', () => {
  it.each([
    ['femoropopliteal, ten days, cannot have lysis', ['10 days', 'femoropopliteal only'], 'days=10&place=thigh'],
    ['thrombectomy at 9 days and 58 years', ['9 days', '58 years'], 'days=9&age=58'],
    ['day 9 age 58 thrombectomy', ['9 days', '58 years'], 'days=9&age=58'],
    ['fifty-eight-year-old, three weeks, stent', ['21 days', '58 years'], 'days=21&age=58'],
    ['58yo 9d thrombectomy', ['58 years', '9 days'], 'age=58&days=9'],
    ['stent high bleeding risk 9 days', ['9 days', 'high'], 'days=9&risk=high'],
    ['high hopes 9 days', ['9 days'], 'days=9'],
    ['thrombectomy within one day', ['1 day'], 'days=1'],
  ])('`%s` is read as %j', (typed, says, fragment) => {
    const { situation } = toSituation(typed, inputs);
    expect([...(situation?.says ?? [])].sort()).toEqual([...says].sort());
    expect(Object.fromEntries(new URLSearchParams(situation?.fragment))).toEqual(Object.fromEntries(new URLSearchParams(fragment)));
  });

  it.each(['results at 5 years', '24 months of anticoagulation', '999 days', 'IPG651', '1.5 days', 'today', 'stent'])(
    'is not what `%s` tells of',
    (typed) => {
      expect(toSituation(typed, inputs)).toEqual({ rest: typed, situation: undefined });
    },
  );

  it('leaves the other words', () => {
    expect(toSituation('stent within 9 days in the thigh', inputs).rest.replace(/\s+/g, ' ')).toBe('stent in the thigh');
  });

  it('is not looked for where no algorithm asks', () => {
    expect(toSituation('9 days', []).situation).toBeUndefined();
  });
});
