/** Decks for Anki, read back: the database against the published schema 11, names that last, and what a card says of itself. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ankiChecksum, ankiFields, ankiGuid, toAnkiDatabase, toAnkiPackage, toAnkiText, type AnkiDeck } from '../../../src/exports/anki.ts';
import type { CardView } from '../../../src/parts/card.ts';

const origin = {
  site: 'Lamps',
  url: 'https://lamps.example',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  day: '2026-11-20',
};
const card = (id: string, fields: Partial<CardView> = {}): CardView => ({
  id,
  kind: 'fact',
  href: `/learn/topics/lamps/#card-${id}`,
  fragment: `card-${id}`,
  topic: { href: '/topics/lamps/', text: 'Lamps' },
  objective: 'Know them',
  asks: [`What is ${id}?`],
  options: [],
  steps: [],
  answer: 'Light & warmth',
  told: 'Light & warmth',
  more: '',
  support: '',
  sources: [
    {
      href: '/sources/moon-2020/',
      text: 'Moon, 2020',
      kind: 'Guideline',
      grade: 'Class I',
      locator: 'Table 1',
      passage: '',
      says: 'It is light.',
    },
  ],
  stands: { href: '/questions/light/', text: 'Is it light?', verdict: 'Guidelines differ', others: 'Sun, 2019' },
  suspended: [],
  ...fields,
});
const deck = (...cards: readonly CardView[]): AnkiDeck => ({
  path: ['Lamps', 'Basics', 'Lamp'],
  tags: ['topic::lamps', 'section::basics'],
  cards,
});
const some = deck(
  card('one'),
  card('two', { kind: 'cloze', asks: ['A lamp gives ', '<light>', ' and "warmth".'] }),
  card('three', {
    kind: 'choice',
    options: [
      { says: 'Dark', right: false, why: 'It is light.', from: [{ href: '/sources/moon-2020/', text: 'Moon, 2020' }] },
      { says: 'Light', right: true, why: '', from: [] },
    ],
  }),
  card('four', {
    kind: 'order',
    steps: [
      { says: 'Off', place: 2 },
      { says: 'On', place: 1 },
    ],
    answer: '',
  }),
  card('five', { suspended: ['Moon 2020 was retracted on 1 May 2026.'] }),
);

function readBack(decks: readonly AnkiDeck[] = [some], where = origin): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.deserialize(toAnkiDatabase(decks, where));
  return database;
}
type Row = Record<string, string | number>;
const rowsOf = (database: DatabaseSync, sql: string): Row[] => database.prepare(sql).all() as Row[];

describe('the database of a package', () => {
  const database = readBack();

  it.each([
    ['col', 'id crt mod scm ver dty usn ls conf models decks dconf tags'],
    ['notes', 'id guid mid mod usn tags flds sfld csum flags data'],
    ['cards', 'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data'],
    ['revlog', 'id cid usn ease ivl lastIvl factor time type'],
    ['graves', 'usn oid type'],
  ])('has the table %s with its columns', (table, columns) => {
    expect(rowsOf(database, `pragma table_info(${table})`).map(({ name }) => name)).toEqual(columns.split(' '));
  });

  it('has the indexes of the schema, is whole, and says that it is version 11', () => {
    const names = rowsOf(database, "select name from sqlite_master where type = 'index' and sql is not null").map(({ name }) => name);
    expect(names.toSorted()).toEqual(
      ['cards_nid', 'cards_sched', 'cards_usn', 'notes_csum', 'notes_usn', 'revlog_cid', 'revlog_usn'].map((name) => `ix_${name}`),
    );
    expect(rowsOf(database, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rowsOf(database, 'select count(*) as n, max(ver) as ver from col')).toEqual([{ n: 1, ver: 11 }]);
  });

  it('ties every card to a note, a note type with as many fields, and a deck whose parents are there', () => {
    const [{ models, decks, dconf, conf } = {}] = rowsOf(database, 'select * from col');
    const types = JSON.parse(String(models)) as Record<string, { flds: unknown[]; id: number; tmpls: { qfmt: string; afmt: string }[] }>;
    const held = JSON.parse(String(decks)) as Record<string, { name: string; conf: number }>;
    for (const { mid, flds } of rowsOf(database, 'select * from notes'))
      expect(String(flds).split('\u001F')).toHaveLength(types[String(mid)]?.flds.length ?? -1);
    for (const { did } of rowsOf(database, 'select * from cards')) expect(held[String(did)]?.name).toBe('Lamps::Basics::Lamp');
    expect(Object.values(held).map(({ name }) => name)).toEqual(expect.arrayContaining(['Default', 'Lamps', 'Lamps::Basics']));
    for (const { conf: options } of Object.values(held)) expect(JSON.parse(String(dconf))).toHaveProperty(String(options));
    expect(types[String((JSON.parse(String(conf)) as { curModel: number }).curModel)]).toBeDefined();
    expect(rowsOf(database, 'select count(*) as n from cards where nid not in (select id from notes)')).toEqual([{ n: 0 }]);
  });

  it('has the check sum of the first field without its markup, and that field to sort by', () => {
    for (const { flds, csum, sfld } of rowsOf(database, 'select * from notes')) {
      const plain = (String(flds).split('\u001F')[0] ?? '').replace(/<[^>]*>/g, '');
      expect(csum).toBe(Number.parseInt(createHash('sha1').update(plain).digest('hex').slice(0, 8), 16));
      expect(String(sfld)).toBe(plain);
    }
    expect(ankiChecksum('<b>a</b>')).toBe(Number.parseInt('86f7e437', 16));
  });

  it('suspends what is suspended, and says why', () => {
    const rows = rowsOf(database, 'select queue, tags, flds from cards join notes on notes.id = nid order by due');
    expect(rows.map(({ queue }) => queue)).toEqual([0, 0, 0, 0, -1]);
    expect(rows.map(({ tags }) => tags)).toEqual([
      ' topic::lamps section::basics kind::fact evidence::stands ',
      ' topic::lamps section::basics kind::cloze evidence::stands ',
      ' topic::lamps section::basics kind::choice evidence::stands ',
      ' topic::lamps section::basics kind::order evidence::stands ',
      ' topic::lamps section::basics kind::fact evidence::suspended ',
    ]);
    expect(String(rows[4]?.['flds'])).toMatch(/Moon 2020 was retracted on 1 May 2026\.$/);
  });
});

describe('names that last', () => {
  const namesIn = (database: DatabaseSync) =>
    rowsOf(database, 'select guid, notes.id, mid, did from notes join cards on nid = notes.id order by guid');

  it('stay when words change, when cards come and go, and on another day', () => {
    const before = namesIn(readBack());
    const changed = deck(card('new'), ...some.cards.map((one) => ({ ...one, asks: ['Other words?'] })));
    const after = namesIn(readBack([changed], { ...origin, day: '2027-01-01' }));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
    expect(before.map(({ guid }) => guid)).toContain(ankiGuid('one'));
  });

  it('tell a later day, so that a second import changes notes and adds none', () => {
    const modified = (day: string): unknown =>
      rowsOf(readBack([some], { ...origin, day }), 'select max(mod) as mod from notes')[0]?.['mod'];
    expect(Number(modified('2026-11-21'))).toBe(Number(modified('2026-11-20')) + 86_400);
  });
});

describe('what a card says', () => {
  it('is what is asked, the answer with why others are wrong, sources, address and licence', () => {
    expect(ankiFields(some.cards[2] as CardView, origin)).toEqual([
      'What is three?<ul><li>Dark</li><li>Light</li></ul>',
      '<b>Light &amp; warmth</b><ul><li><i>Dark</i>: It is light. (Moon, 2020)</li></ul><p><a href="https://lamps.example/questions/light/">Is it light?</a> Guidelines differ. Otherwise: Sun, 2019.</p>',
      '<ul><li><a href="https://lamps.example/sources/moon-2020/">Moon, 2020</a> · Guideline · Class I · Table 1</li></ul>',
      '<a href="https://lamps.example/learn/topics/lamps/#card-three">Lamps: Lamps</a>',
      '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
      '',
    ]);
  });

  it('takes no markup from the words of a card', () => {
    const [question = '', answer = ''] = ankiFields(some.cards[1] as CardView, origin);
    expect(question).toBe('A lamp gives […] and &quot;warmth&quot;.');
    expect(answer).toContain('A lamp gives <b>&lt;light&gt;</b> and &quot;warmth&quot;.');
  });
});

it('a package is a zip of the database and of no pictures, the same bytes every time', () => {
  const files = unzipSync(toAnkiPackage([some], origin));
  expect(Object.keys(files)).toEqual(['collection.anki2', 'media']);
  expect(strFromU8(files['media'] ?? new Uint8Array())).toBe('{}');
  expect(toAnkiPackage([some], origin)).toEqual(toAnkiPackage([some], origin));
});

it('a text file says what stands in its columns, a note a line', () => {
  const lines = toAnkiText([some], origin).trimEnd().split('\n');
  expect(lines.slice(0, 7)).toEqual([
    '#separator:tab',
    '#html:true',
    '#notetype:Lamps',
    '#guid column:1',
    '#deck column:2',
    '#tags column:9',
    '#columns:GUID\tDeck\tQuestion\tAnswer\tSources\tAddress\tLicence\tSuspended\tTags',
  ]);
  expect(lines).toHaveLength(7 + some.cards.length);
  for (const line of lines.slice(7)) expect(line.split('\t')).toHaveLength(9);
});
