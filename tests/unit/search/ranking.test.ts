import { describe, expect, it } from 'vitest';
import { Names } from '../../../src/search/names.client.ts';
import { toRanking } from '../../../src/search/ranking.client.ts';

const names = new Names([
  ['t', 'Term', 'Thrombectomy'],
  ['q', 'Question', 'Is thrombectomy safe?'],
  ['u', 'Topic', 'Harms'],
]);
const found: Record<string, readonly { id: string; score: number }[]> = {
  thrombectomy: ['t', 'q', 's'].map((id) => ({ id, score: 4 })),
  safe: ['t', 'q'].map((id) => ({ id, score: 4 })),
  leg: [
    { id: 's', score: 4 },
    { id: 'u', score: 3.4 },
  ],
  '1.7%': [{ id: 's', score: 3 }],
  '"safe leg"': [],
};
const patient = { says: ['9 days'], fragment: 'days=9' };
const rank = (...words: readonly string[]) => rankFor(undefined, ...words);
const rankFor = (situation: typeof patient | undefined, ...words: readonly string[]) =>
  toRanking({ search: (word) => Promise.resolve({ results: found[word] ?? [] }) }, names, {
    words: [...words, ...(situation?.says ?? [])].join(' '),
    corrected: false,
    unknown: [],
    units: words.map((word) => ({ wordings: [[word]], bound: /["\d]/.test(word) })),
    spellings: new Map(words.map((word) => [word, [word]])),
    situation,
  });

describe('the order of pages', () => {
  it('has a question before a definition where more than a term is asked', async () => {
    expect((await rank('safe', 'thrombectomy')).ids.slice(0, 2)).toEqual(['q', 't']);
    expect((await rank('thrombectomy')).ids[0]).toBe('t');
  });

  it('has a question before a definition and before one study where a patient is typed', async () => {
    expect((await rankFor(patient, 'thrombectomy')).ids).toEqual(['q', 't', 's']);
    expect((await rankFor(patient, 'leg')).ids).toEqual(['u', 's']);
    expect((await rank('leg')).ids).toEqual(['s', 'u']);
  });

  it('has no page without what it must have, and says what no page has', async () => {
    expect(await rank('thrombectomy', '1.7%')).toMatchObject({ ids: ['s'], lacking: [] });
    expect(await rank('thrombectomy', '"safe leg"')).toMatchObject({ ids: [], lacking: ['safe leg'] });
  });
});
