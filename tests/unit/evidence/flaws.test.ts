/** What the desk of the editors finds weak, one case for each kind. */
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { buildFlaws, flawKinds } from '../../../src/evidence/flaws.ts';
import { draftsOf, withoutDrafts, type Library } from '../../../src/library/library.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

const AS_OF = '2026-11-20';
const deskOf = (library: Library) => ({ graph: buildEvidenceGraph(withoutDrafts(library), AS_OF), drafts: draftsOf(library) });

/** Flaws of one kind as `collection/id: says`. */
function found(kind: string, parts: Parameters<typeof madeLibrary>[0]): string[] {
  const row = buildFlaws(deskOf(madeLibrary(parts))).find(({ name }) => name === kind);
  return (row?.flaws ?? []).map(({ collection, id, says }) => `${collection}/${id}: ${says}`);
}

const legs = madeTopic('legs', {}, 'Legs [@b].');
const located = { locator: 'Table 1' };
const rinds = madeQuestion('rinds');

describe('a flaw', () => {
  it('is a work that was withdrawn or replaced while a page uses it', () => {
    const sources = [
      madeSource('a', { retracted: { on: '2026-10-01', notice: 'https://a.example/' } }),
      madeSource('b', { supersededBy: 'c' }),
      madeSource('c', { issued: 2024 }),
    ];
    expect(found('withdrawn', { sources, topics: [legs] })).toEqual([
      'source/b: It was superseded by Moon 2024, and 1 page still uses it.',
    ]);
    const corrected = madeSource('b', { corrected: { on: '2026-10-01', notice: 'x' } });
    expect(found('withdrawn', { sources: [corrected], topics: [legs] })).toEqual([]);
  });

  it('is a review that is overdue, of any collection', () => {
    const late = { retrieved: '2020-01-01' };
    expect(
      found('overdue', {
        sources: [madeSource('a', late), madeSource('b')],
        questions: [madeQuestion('rinds', { updated: '2020-02-01' })],
      }),
    ).toEqual(['question/rinds: Its review was due on 1 February 2021.', 'source/a: Its review was due on 1 January 2022.']);
    expect(found('overdue', { topics: [madeTopic('legs', { updated: '2025-11-19' })] })).toEqual([
      'topic/legs: Its review was due on 19 November 2026.',
    ]);
    expect(found('overdue', { topics: [madeTopic('legs', { updated: '2025-11-20' })] })).toEqual([]);
  });

  it('is a trial that was expected to be over, not one that is still expected to run in that month', () => {
    const trial = (id: string, completion: string) => madeSource(id, { pending: { registry: 'NCT00000001', completion } });
    const sources = [trial('a', '2026-10'), trial('b', '2026-11'), trial('c', 'undated')];
    expect(found('trial-ended', { sources })).toEqual([
      'source/a: Completion was due in October 2026 (NCT00000001); its result has not been read by us.',
    ]);
  });

  it('is a question that only summaries and makers answer', () => {
    const speaks = { findings: [madeFinding('rinds', 'for', located)] };
    const summary = madeSource('a', { kind: 'machine-summary', ...speaks });
    const maker = madeSource('b', { kind: 'vendor', ...speaks });
    expect(found('tertiary-only', { sources: [summary, maker], questions: [rinds] })).toEqual([
      'question/rinds: 2 sources address it, and none studies patients or appraises who did.',
    ]);
    expect(found('tertiary-only', { sources: [summary, madeSource('c', speaks)], questions: [rinds] })).toEqual([]);
    expect(found('tertiary-only', { questions: [rinds] })).toEqual([]);
  });

  it('is a question where industry paid for everything that counts', () => {
    const paid = (id: string, funding: string) =>
      madeSource(id, { interests: { funding, note: 'Says so.' }, findings: [madeFinding('rinds', 'for', located)] });
    const effect = madeQuestion('rinds', { asks: 'effect' });
    expect(found('interest-only', { sources: [paid('a', 'industry')], questions: [effect] })).toEqual([
      'question/rinds: Industry paid for the one source that counts.',
    ]);
    expect(found('interest-only', { sources: [paid('a', 'industry'), paid('b', 'mixed')], questions: [effect] })).toEqual([]);
    expect(found('interest-only', { sources: [paid('a', 'industry')], questions: [rinds] })).toEqual([]);
  });

  it('is what does not add up in a source, explained or not', () => {
    const unresolved = [{ what: 'Mark 3 leads nowhere', marks: ['3'] }, { what: 'So does 4.' }];
    expect(found('unresolved', { sources: [madeSource('a', { unresolved })] })).toEqual([
      'source/a: Mark 3 leads nowhere. 1 more thing does not add up.',
    ]);
  });

  it('is a source more than half of whose marks go to one reference', () => {
    const cites = (...counts: number[]) => ({ restsOn: counts.map((count, i) => ({ work: `Work ${i}`, count })) });
    const sources = [madeSource('a', cites(7, 2)), madeSource('b', cites(3, 3)), madeSource('c', cites(2, 1))];
    expect(found('one-reference', { sources })).toEqual(['source/a: 7 of its 9 citation marks go to one reference.']);
  });

  it('is a finding, a number or a statement without a place', () => {
    const result = { outcome: 'death', at: '1 year', arms: [{ name: 'one' }] };
    const source = madeSource('a', { findings: [madeFinding('rinds', 'for')], results: [result] });
    expect(found('without-locator', { sources: [source, madeSource('b')], topics: [legs] })).toEqual([
      'source/a: 2 places are missing.',
      'topic/legs: 1 place is missing.',
    ]);
  });

  it('is a finding that points at no passage, or at one that no machine has found', () => {
    const anchor = { starts: 'So', ends: 'it is', sha256: 'a'.repeat(64) };
    const findings = [madeFinding('rinds', 'for'), madeFinding('rinds', 'for', { anchor })];
    expect(found('unanchored', { sources: [madeSource('a', { findings }), madeSource('b')] })).toEqual([
      'source/a: 1 of 2 findings points at no passage; 1 points at a passage that no machine has found.',
    ]);
  });

  it('is an absence that nobody looked for, and a result whose people nobody knows', () => {
    const absent = [
      { item: 'cost', checked: 'no' },
      { item: 'funding', checked: 'text', dismissed: [] },
    ];
    expect(found('absence-not-looked-for', { sources: [madeSource('a', { absent }), madeSource('b')] })).toEqual([
      'source/a: 2 of 2 absences not looked for.',
    ]);
    const result = { outcome: 'death', at: '1 year', arms: [{ name: 'one' }] };
    const results = [
      { ...result, id: 'x', people: 'not-stated' },
      { ...result, id: 'y', people: 5 },
    ];
    expect(found('people-not-stated', { sources: [madeSource('a', { results })] })).toEqual(['source/a: 1 of 2 results without people.']);
  });

  it('is a question that tells no search, and a definition that nothing held carries', () => {
    const searched = { until: '2026-11-01', where: 'Public pages', for: 'trials' };
    expect(found('not-searched', { questions: [rinds, madeQuestion('crusts', { searched })] })).toEqual([
      'question/rinds: It tells no search.',
    ]);
    const terms = [madeTerm('mould'), madeTerm('rim', { from: [{ source: 'a', locator: 'Page 1' }] })];
    expect(found('definition-without-source', { terms })).toEqual(['term/mould: Its definition has no source.']);
  });

  it('is an entry that nothing leads to', () => {
    const sources = [madeSource('a'), madeSource('b'), madeSource('c', { findings: [madeFinding('rinds', 'for')] })];
    const questions = [
      rinds,
      madeQuestion('crusts'),
      madeQuestion('holes', { topics: ['gone'] }),
      madeQuestion('rims', { topics: ['gone', 'legs'] }),
    ];
    expect(found('orphaned', { sources, questions, topics: [legs], terms: [madeTerm('mould'), madeTerm('legs')] })).toEqual([
      'question/rims: No source addresses it.',
      'question/crusts: No source addresses it.',
      'question/holes: No topic that readers get lists it.',
      'source/b: It addresses no question.',
      'source/a: It addresses no question, and no page uses it.',
      'term/mould: No page uses the word.',
    ]);
  });

  it('is a draft, with how much is left to do and none of its words', () => {
    const sources = [
      madeSource('a', { status: 'draft', todo: ['Quote this.', 'And that.'] }),
      madeSource('b', { status: 'draft' }),
      madeSource('c'),
    ];
    expect(found('draft', { sources })).toEqual([
      'source/a: 2 things left to do.',
      'source/b: Nothing is left to do: it can be submitted.',
    ]);
    const begun = { questions: [madeQuestion('rinds', { status: 'draft' })], topics: [madeTopic('legs', { status: 'draft' })] };
    expect(found('draft', begun)).toEqual([
      'question/rinds: It is a draft: readers do not get it.',
      'topic/legs: It is a draft: readers do not get it.',
    ]);
  });

  it('has a row for each kind even in an empty library, and says what it means and the way out', () => {
    expect(buildFlaws(deskOf(madeLibrary({}))).map(({ name, flaws }) => [name, flaws.length])).toEqual(
      flawKinds.map(({ name }) => [name, 0]),
    );
    for (const { name, says, way } of flawKinds) {
      expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(says).toMatch(/^[A-Z].*\.$/);
      expect(way).toMatch(/^[A-Z].*\.$/);
    }
  });
});
