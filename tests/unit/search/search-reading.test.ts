import { describe, expect, it } from 'vitest';
import { Names, type NamedPage } from '../../../src/search/names.client.ts';
import { toReading } from '../../../src/search/reading.client.ts';
import { WordForms } from '../../../src/search/words.client.ts';

const pages: readonly NamedPage[] = [
  ['t1', 'Term', 'Phlegmasia cerulea dolens', 'PCD', 'blue leg'],
  ['t2', 'Term', 'Thrombectomy', 'clot removal', 'thrombectomie'],
  ['t3', 'Term', 'ClotTriever'],
  ['t4', 'Term', 'Haemolysis', 'hemolysis'],
  ['p1', 'Topic', 'Phlegmasia'],
  ['p2', 'Topic', 'Thrombectomy, step by step'],
  ['s1', 'Source', '', 'ATTRACT'],
];
const names = new Names(pages);
const words = new WordForms(['anaesthesia', 'damage', 'kidneys', 'enden', 'leg', 'duration', 'days']);

const inputs = [
  { key: 'days', name: 'Duration', unit: 'day', low: 0, high: 365 },
  { key: 'age', name: 'Age', unit: 'year', low: 18, high: 110 },
];

let fetched = 0;
const read = (typed: string, literal = false) =>
  toReading(
    typed,
    {
      names,
      all: () => {
        fetched++;
        return Promise.resolve(words);
      },
      hasFigure: (figure) => Promise.resolve(['ipg651', '2b'].includes(figure)),
      inputs,
    },
    literal,
  );
const wordings = async (typed: string): Promise<string[]> =>
  (await read(typed)).units.map(({ wordings: all }) => all.map((one) => one.join(' ')).join(' / '));

describe('what was typed', () => {
  it('is left alone when every word is in a name, and the list of words is not fetched for it', async () => {
    fetched = 0;
    expect(await read('Phlegmasia')).toMatchObject({ words: 'phlegmasia', corrected: false, unknown: [] });
    expect(fetched).toBe(0);
  });

  it.each([
    ['flegmasia', 'phlegmasia'],
    ['thrombectmy in the leg', 'thrombectomy in the leg'],
    ['kidnys damage', 'kidneys damage'],
    ['clot triver', 'clottriever'],
    ['atract', 'attract'],
  ])('`%s` is read as `%s`', async (typed, meant) => {
    expect(await read(typed)).toMatchObject({ words: meant, corrected: true });
  });

  it('is the name that it makes with another gap, and no mistake', async () => {
    expect(await read('thrombec tomy')).toMatchObject({ words: 'thrombectomy', corrected: false });
    expect(await read('clotremoval')).toMatchObject({ words: 'clot removal', corrected: false });
  });

  it('is searched as it stands when that is asked for', async () => {
    expect(await read('flegmasia', true)).toMatchObject({ words: 'flegmasia', corrected: false, unknown: ['flegmasia'], units: [] });
  });

  it('says which words are in no page, and searches for the others', async () => {
    const reading = await read('zzzqqq thrombectomy');
    expect(reading.unknown).toEqual(['zzzqqq']);
    expect(reading.units.map(({ wordings: [own] }) => own)).toEqual([['thrombectomy']]);
  });

  it('may end in a word that is not finished', async () => {
    expect(await read('damage to the kidn')).toMatchObject({ corrected: false, unknown: [] });
  });

  it('brings the name by which the thing goes here', async () => {
    expect(await wordings('should I have clot removal')).toEqual(['clot removal / thrombectomy']);
    expect(await wordings('PCD damage')).toEqual(['pcd / phlegmasia cerulea dolens', 'damage']);
    expect(await wordings('thrombectomy')).toEqual(['thrombectomy']);
  });

  it('is looked up in both spellings and in every form that pages have', async () => {
    expect((await read('hemolysis')).spellings.get('hemolysis')).toContain('haemolysis');
    expect((await read('anesthesia')).spellings.get('anesthesia')).toContain('anaesthesia');
  });

  it.each([
    ['https://doi.org/10.1000/made(11)61753-4', '10.1000/made(11)61753-4'],
    ['doi:10.1000/made.7', '10.1000/made.7'],
  ])('is one number for the address %s', async (typed, number) => {
    expect((await read(typed)).units).toEqual([{ wordings: [[number]], bound: true }]);
  });

  it('is a number without the name of its registry', async () => {
    expect(await wordings('PMID: 12345678')).toEqual(['12345678']);
  });
});

describe('what a page must have', () => {
  const bound = async (typed: string): Promise<string[]> =>
    (await read(typed)).units.filter((unit) => unit.bound).map(({ wordings: [own = []] }) => own.join(' '));

  it.each([
    ['1.7%', ['1.7%']],
    ['“1.7%”', ['1.7%']],
    ['P=0.049', ['0.049']],
    ['thrombectomy IPG 651', ['ipg651']],
    ['grade 2B', ['2b']],
    ['leg 35mg', []],
    ['phase 3 ATTRACT', []],
    ['NCT00790335', ['nct00790335']],
    ['the “Blue  leg” damage', ['"blue leg"']],
    ['"damage"', ['"damage"']],
  ])('of `%s` is %j', async (typed, wanted) => {
    expect(await bound(typed)).toEqual(wanted);
  });

  it.each(['😀', '…', '""', "' OR 1=1 --", '1'])('is nothing of `%s`, which finds nothing', async (typed) => {
    expect((await read(typed)).units).toEqual([]);
  });
});

describe('a patient', () => {
  it('has days and an age, which no page need have', async () => {
    const reading = await read('leg, nine days, 58 years, damage');
    expect(reading.situation).toEqual({ says: ['9 days', '58 years'], fragment: 'days=9&age=58' });
    expect(reading.units.flatMap(({ wordings }) => wordings)).toEqual([['leg'], ['damage']]);
  });

  it('is not meant where the number is all that is asked', async () => {
    expect(await wordings('duration 14 days')).toEqual(['duration', 'days', '14']);
  });
});

describe('names', () => {
  const exact = (asked: string) =>
    Object.fromEntries([...names.match(asked)].filter(([, match]) => match.exact > 0).map(([id, match]) => [id, match.exact]));

  it('tell a title from another name', () => {
    expect(exact('phlegmasia')).toEqual({ p1: 3 });
    expect(exact('pcd')).toEqual({ t1: 2 });
    expect(exact('Clot-Removal')).toEqual({ t2: 2 });
    expect(exact('attract')).toEqual({ s1: 2 });
  });

  it('count the more, the more of them was asked and the less else they say', () => {
    const parts = names.match('thrombectomy step by step');
    expect(parts.get('p2')?.part).toBeGreaterThan(parts.get('t2')?.part ?? 1);
    expect(parts.get('t3')).toBeUndefined();
  });

  it('know the kind of their pages', () => {
    expect(names.pageOf('p1')).toBe('Topic');
    expect(names.pageOf('nobody')).toBeUndefined();
  });
});
