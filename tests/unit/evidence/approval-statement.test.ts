/** What an approval is of: the statement changes with what a page says and prints, and with nothing else. */
import { describe, expect, it } from 'vitest';
import { differences, differenceWords } from '../../../src/evidence/approval/differences.ts';
import { minutesFor, statementOf, wordsIn } from '../../../src/evidence/approval/statement.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { toContent } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { entriesOf, withoutDrafts } from '../../../src/library/library.ts';
import { collections, pageCollections, type PageCollection } from '../../../src/schema/collections.ts';
import { limits } from '../../../src/schema/limits.ts';
import { toJsonSchema } from '../../../src/schema/json-schema.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic, vocabulary } from '../made.ts';

const AS_OF = '2026-11-20';
const finding = madeFinding('rinds', 'for', { id: 'pares', strength: 'conditional', locator: 'Table 1', results: ['result-1'] });
const result = { outcome: 'death', at: '12 months', arms: [{ name: 'one', events: 1, total: 9 }], locator: 'Table 2' };
const trial = madeSource('moon-2019-trial', { interests: { funding: 'public', note: 'A public fund.' } });
const advice = (fields: object = {}) =>
  madeSource('moon-2020-cheese', {
    kind: 'guideline',
    findings: [finding],
    results: [result],
    restsOn: [{ source: 'moon-2019-trial' }],
    ...fields,
  });
const body = '<Answer for="public">\n\nYes [@moon-2019-trial].\n\n</Answer>\n\n## Why\n\nOne is advice.\n';
const question = (fields: object = {}, text = body) => madeQuestion('rinds', { gist: 'Yes.', ...fields }, text);

interface Parts {
  readonly sources?: ReturnType<typeof madeSource>[];
  readonly question?: ReturnType<typeof madeQuestion>;
  readonly topic?: ReturnType<typeof madeTopic>;
  readonly terms?: ReturnType<typeof madeTerm>[];
}
const graphOf = ({ sources = [trial, advice()], question: asked = question(), topic = madeTopic('legs'), terms = [] }: Parts) =>
  buildEvidenceGraph(madeLibrary({ sources, questions: [asked], topics: [topic], terms }), AS_OF);
const said = (collection: PageCollection, id: string, parts: Parts = {}): string => statementOf(graphOf(parts), collection, id) ?? '';
const changed = (collection: PageCollection, id: string, parts: Parts): string[] =>
  differences(said(collection, id), said(collection, id, parts)).map(({ of }) => of);

describe('what a question states', () => {
  it.each<[string, Parts, string]>([
    ['an answer', { question: question({}, body.replace('Yes', 'No')) }, 'public · 1'],
    ['its gist', { question: question({ gist: 'No.' }) }, 'gist'],
    ['the text below', { question: question({}, body.replace('advice', 'a letter')) }, 'Why · 2'],
    [
      'the direction of a finding',
      { sources: [trial, advice({ findings: [{ ...finding, direction: 'against' }] })] },
      'finding · pares of moon-2020-cheese · direction',
    ],
    ['the verdict', { sources: [trial, advice({ findings: [{ ...finding, direction: 'against' }] })] }, 'verdict'],
    ['the kind of a source', { sources: [trial, advice({ kind: 'position-statement' })] }, 'work · moon-2020-cheese · kind'],
    [
      'who paid for a work that it cites',
      { sources: [madeSource('moon-2019-trial', { interests: { funding: 'industry', note: 'A maker.' } }), advice()] },
      'work · moon-2019-trial · interests · funding',
    ],
    [
      'a retraction',
      { sources: [trial, advice({ retracted: { on: '2026-10-01', notice: 'x' } })] },
      'work · moon-2020-cheese · retracted · on',
    ],
    [
      'a number',
      { sources: [trial, advice({ results: [{ ...result, arms: [{ name: 'one', events: 2, total: 9 }] }] })] },
      'result · result-1 of moon-2020-cheese · arms · 1 · events',
    ],
    ['a finding that is gone', { sources: [trial, advice({ findings: [] })] }, 'finding · pares of moon-2020-cheese · says'],
    [
      'a finding that counts no more',
      { sources: [trial, advice({ retracted: { on: '2026-10-01', notice: 'x' } })] },
      'finding · pares of moon-2020-cheese · counted',
    ],
  ])('changes with %s', (_, parts, of) => {
    expect(changed('question', 'rinds', parts)).toContain(of);
  });

  it.each<[string, Parts]>([
    ['its state, its days and its old addresses', { question: question({ status: 'submitted', updated: '2026-09-09', aliases: ['/x/'] }) }],
    [
      'where a machine finds a passage',
      { sources: [trial, advice({ findings: [{ ...finding, anchor: { starts: 'a', ends: 'b', sha256: 'c'.repeat(64) } }] })] },
    ],
    ['the day on which a work was read', { sources: [trial, advice({ retrieved: '2026-02-02' })] }],
    ['a source that it does not print', { sources: [trial, advice(), madeSource('sun-2020-other')] }],
    ['line breaks and the shape of quotation marks', { question: question({}, body.replace('One is advice.', 'One is\nadvice.')) }],
  ])('does not change with %s', (_, parts) => {
    expect(changed('question', 'rinds', parts)).toEqual([]);
  });

  it('says what its words are called', () => {
    expect(said('question', 'rinds')).toContain(
      `word · populations · femoropopliteal: ${vocabulary.populations['femoropopliteal']?.label}`,
    );
  });
});

describe('what other pages state', () => {
  it('of a source: its digest and record, and how the works stand on which it rests', () => {
    const other = (fields: object): string[] => changed('source', 'moon-2020-cheese', { sources: [trial, advice(fields)] });
    expect(other({ coverage: 'abstract' })).toEqual(['coverage']);
    expect(other({ kind: 'news' })).toEqual(['kind']);
    expect(other({ gist: 'It pares.' })).toEqual(['gist']);
    const rested = changed('source', 'moon-2020-cheese', {
      sources: [{ ...trial, retracted: { on: '2026-10-01', notice: 'x' } }, advice()],
    });
    expect(rested).toEqual(['work · moon-2019-trial · retracted · on', 'work · moon-2019-trial · retracted · notice']);
  });

  it('of a topic: its own words, and verdicts of the questions that it lists', () => {
    expect(changed('topic', 'legs', { topic: madeTopic('legs', { summary: 'Another page.' }) })).toEqual(['summary']);
    const against = advice({ findings: [{ ...finding, direction: 'against' }] });
    expect(changed('topic', 'legs', { sources: [trial, against] })).toContain('question · rinds · verdict');
  });

  it('of a term: definition and senses, and how the works stand that carry it', () => {
    const term = (fields: object = {}) => madeTerm('rind', { from: [{ source: 'moon-2019-trial', locator: 'Page 1' }], ...fields });
    const before = said('term', 'rind', { terms: [term()] });
    const after = (fields: object, parts: Parts = {}) =>
      differences(before, said('term', 'rind', { terms: [term(fields)], ...parts })).map(({ of }) => of);
    expect(after({ definition: 'A skin.' })).toEqual(['definition']);
    expect(after({ search: ['peel'], unlinked: ['rind'], seeAlso: ['rind'] })).toEqual([]);
    expect(after({}, { sources: [{ ...trial, supersededBy: advice().id }, advice()] })).toEqual(['work · moon-2019-trial · supersededBy']);
  });

  it('is nothing for a page that is not there', () => {
    expect(statementOf(graphOf({}), 'question', 'peel')).toBeUndefined();
  });
});

/** Fields that an approval leaves free, each because readers are not told by it what is so. */
const free: Readonly<Record<PageCollection, readonly string[]>> = {
  source: [
    // The record of the work, by which it is found.
    ...['shortTitle', 'authors', 'contributors', 'updated', 'container', 'publisher', 'volume', 'issue', 'pages', 'number', 'doi'],
    ...['pmid', 'registry', 'isbn', 'recordFrom', 'url', 'language', 'retrieved', 'snapshot', 'rights', 'givenBy', 'tags', 'importance'],
    ...['status', 'aliases', 'todo', 'outline'],
  ],
  question: ['short', 'asked', 'about', 'topics', 'terms', 'autolink', 'updated', 'status', 'aliases'],
  topic: ['section', 'order', 'terms', 'leads', 'autolink', 'updated', 'status', 'aliases'],
  pathway: ['updated', 'status'],
  term: ['id', 'search', 'unlinked', 'seeAlso'],
};

describe('every field', () => {
  it.each(pageCollections)('of a %s is covered or is free for a reason', (collection) => {
    const whole = toJsonSchema(collection, vocabulary);
    const { properties, oneOf, anyOf } = collections[collection].list ? (whole.items ?? whole) : whole;
    const forms = [properties, ...(oneOf ?? anyOf ?? []).map((form) => form.properties)];
    const names = new Set(forms.flatMap((fields) => Object.keys(fields ?? {})));
    const covered = (collections[collection].approved as readonly string[]).filter((name) => name !== 'body');
    expect([...covered, ...free[collection]].sort()).toEqual([...names].sort());
  });
});

describe('what changed, in words', () => {
  it('names three things and counts the others', () => {
    const before = 'a: 1\nb: 2\nc: 3\nd: 4\n';
    expect(differenceWords(differences(before, 'c: 3\nd: 5\na: 1\ne: 6\n'))).toBe(
      '“d” was “4” and is “5”; “e” is new (“6”); “b” is gone (“2”)',
    );
    expect(differenceWords(differences(before, 'e: 6\n'))).toBe('“e” is new (“6”); “a” is gone (“1”); “b” is gone (“2”) and 2 lines more');
    expect(differences(before, 'd: 4\nc: 3\nb: 2\na: 1\n')).toEqual([]);
  });
});

describe('the shipped pages', () => {
  it('state each line once, within what a file may hold, and each takes a time that can be told', async () => {
    const { library } = await readContent('content');
    const graph = buildEvidenceGraph(withoutDrafts(library), AS_OF);
    for (const collection of pageCollections)
      for (const { id } of entriesOf(graph.library, collection)) {
        const statement = statementOf(graph, collection, id) ?? '';
        const lines = statement.trimEnd().split('\n');
        expect(new Set(lines).size, id).toBe(lines.length);
        expect(
          lines.filter((line) => !line.includes(': ')),
          id,
        ).toEqual([]);
        expect(Buffer.byteLength(statement), id).toBeLessThanOrEqual(limits.approval.most / 4);
        expect(minutesFor(wordsIn(statement)), id).toBeGreaterThanOrEqual(5);
      }
  });

  it('state the same whatever order the files come in', async () => {
    const { readRawFiles } = await import('../../../src/library/from-files.ts');
    const raw = await readRawFiles('tests/fixtures/content');
    const statement = (files: typeof raw): string | undefined =>
      statementOf(buildEvidenceGraph(withoutDrafts(toContent(files).library), AS_OF), 'question', 'widget-choice');
    expect(statement([...raw].reverse())).toBe(statement(raw));
  });
});
