import { describe, expect, it } from 'vitest';
import { figuresIn, pagesOfFigure, shardOf, toFigureShards, withoutFigures } from '../../../src/search/figures.ts';

describe('the figures of a text', () => {
  it.each([
    ['1.7% against 71.7%', ['1.7%', '71.7%']],
    ['18 of 100, 24 in 100, for 18 months', ['18%', '100', '24%', '100', '18']],
    ['1.7 v 0.3%', ['1.7%', '0.3%']],
    ['P=.049 and P = 0·05', ['0.049', '0.05']],
    ['IPG651, NG158 (NCT00790335)', ['ipg651', 'ng158', 'nct00790335']],
    ['1,000 of 24,395 people, 5,3', ['1000', '24395', '5', '3']],
    ['doi:10.1000/made(11)61753-4).', ['10.1000/made(11)61753-4']],
    ['2019–2021, a 10-year trial', ['2019', '2021', '10']],
    ['no digit at all', []],
  ])('`%s` are %j', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });

  it('leave its words, without what names a figure', () => {
    expect(withoutFigures('bleeding P=0.049 PMID: 123 n = 5').replace(/\s+/g, ' ').trim()).toBe('bleeding');
  });
});

describe('the files of figures', () => {
  const shards = toFigureShards([
    { id: 'a', own: 'IPG651', text: 'The guidance has 1.7%.' },
    { id: 'b', own: '', text: 'IPG651, IPG651; 71.7% and 1.76.' },
    { id: 'c', own: '', text: '1.7% here, 1.7% there, and 35mg of IPG651.' },
  ]);
  const pages = (figure: string): string[] => pagesOfFigure(shards[shardOf(figure)] ?? {}, figure).map(({ id }) => id);

  it('have a page where a figure stands whole, the one that is called so first, then those that say it most', () => {
    expect(pages('ipg651')).toEqual(['a', 'b', 'c']);
    expect(pages('1.7%')).toEqual(['c', 'a']);
    expect(pages('1.7')).toEqual(['c', 'a']);
    expect(pages('7')).toEqual([]);
  });

  it('have a number without the unit that is stuck to it too', () => {
    expect(pages('35mg')).toEqual(['c']);
    expect(pages('35')).toEqual(['c']);
  });

  it('are always sixteen, so that none is missing', () => {
    expect(toFigureShards([])).toHaveLength(16);
  });
});
