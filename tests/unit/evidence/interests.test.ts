import { describe, expect, it } from 'vitest';
import { coiOf, findTies } from '../../../src/evidence/interests.ts';
import { funding } from '../../../src/schema/vocabulary.ts';
import { madeLibrary, madeSource, sourceKindNames } from '../made.ts';

const paid = (money: string) => ({ interests: { funding: money, note: 'Said so.' } });

describe('the page without interests', () => {
  it('loses makers, news and machine summaries whoever paid, and anything that industry paid for, and nothing else', () => {
    const left = sourceKindNames.flatMap((kind) =>
      funding.options.flatMap((money) => {
        const coi = coiOf(madeSource('a', { kind, jurisdiction: 'Moon', ...paid(money) }));
        return coi ? [`${kind} ${money} ${coi}`] : [];
      }),
    );
    const studies = sourceKindNames.filter((kind) => !['vendor', 'news', 'machine-summary'].includes(kind));
    const whoever = (kind: string, why: string) => funding.options.map((money) => `${kind} ${money} ${why}`);
    expect(left.sort()).toEqual(
      [
        ...studies.map((kind) => `${kind} industry industry`),
        ...whoever('vendor', 'maker'),
        ...whoever('news', 'news'),
        ...whoever('machine-summary', 'machine'),
      ].sort(),
    );
  });

  it('keeps a source that does not say who paid', () => {
    expect(coiOf(madeSource('a'))).toBeUndefined();
  });
});

describe('someone on both sides', () => {
  const tiesOf = (...sources: ReturnType<typeof madeSource>[]) =>
    findTies(madeLibrary({ sources })).map(({ who, sponsored, reviewed }) => [
      who,
      sponsored.map(({ id }) => id).join(' '),
      reviewed.map(({ id }) => id).join(' '),
    ]);
  const news = (given: string | undefined, role = 'interviewee') =>
    madeSource('talk', {
      kind: 'news',
      authors: [{ organisation: 'Moon News' }],
      contributors: [{ family: 'van Éyck', ...(given ? { given } : {}), role }],
    });
  const review = (given?: string) =>
    madeSource('review', { kind: 'narrative-review', authors: [{ family: 'Van Eyck', ...(given ? { given } : {}) }] });

  it('is found through the contributors of a news item, whatever the accents and initials', () => {
    expect(tiesOf(news('Anna Bella'), review('Anna B. C.'))).toEqual([['Anna Bella van Éyck', 'talk', 'review']]);
    expect(tiesOf(news('A. B.'), review('Anna'))).toEqual([['Anna Van Eyck', 'talk', 'review']]);
  });

  it('is not guessed from a family name alone, nor from other given names', () => {
    expect([tiesOf(news(undefined), review('Anna')), tiesOf(news('Anna'), review()), tiesOf(news('Anna'), review('Bea'))]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('is found for a paper that industry paid for and one that it did not', () => {
    const sponsored = madeSource('sold', { ...paid('industry') });
    expect(tiesOf(sponsored, madeSource('free'), madeSource('half', paid('mixed')))).toEqual([['Ada Moon', 'sold', 'free half']]);
    expect(tiesOf(sponsored, madeSource('sold-too', paid('industry')))).toEqual([]);
  });

  it('stands on the other side only with a work of a kind that is published after review', () => {
    const other = (kind: string) =>
      madeSource('other', { kind, jurisdiction: 'Moon', url: 'https://example.org/', pending: { registry: 'N', completion: 'undated' } });
    const found = sourceKindNames.filter((kind) => tiesOf(madeSource('sold', paid('industry')), other(kind)).length);
    expect(found).toEqual([
      'guideline',
      'position-statement',
      'systematic-review',
      'trial',
      'subgroup-analysis',
      'trial-protocol',
      'registry',
      'cohort',
      'case-series',
      'narrative-review',
    ]);
  });

  it('is listed once for all works of either side, by name; a machine is nobody', () => {
    const by = (id: string, given: string, fields: object = {}) => madeSource(id, { authors: [{ family: 'Moon', given }], ...fields });
    const sources = [
      by('sold-1', 'Zoe', paid('industry')),
      by('sold-2', 'Ada', paid('industry')),
      by('sold-3', 'Ada B.', paid('industry')),
      by('free-1', 'Zoe'),
      by('free-2', 'Ada'),
      madeSource('made', { kind: 'machine-summary', authors: [{ family: 'Moon', given: 'Bob' }] }),
      by('free-3', 'Bob'),
    ];
    expect(tiesOf(...sources)).toEqual([
      ['Ada B. Moon', 'sold-2 sold-3', 'free-2'],
      ['Zoe Moon', 'sold-1', 'free-1'],
    ]);
  });

  it('is found for an organisation', () => {
    const moon = { authors: [{ organisation: 'Moon Works' }] };
    const sources = [madeSource('page', { kind: 'vendor', url: 'https://example.org/', ...moon }), madeSource('study', moon)];
    expect(tiesOf(...sources)).toEqual([['Moon Works', 'page', 'study']]);
  });
});
