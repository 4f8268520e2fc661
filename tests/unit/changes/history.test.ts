/** What the history tells of states of a source, one after the other: which items are the same, what changed, what is gone. */
import { describe, expect, test } from 'vitest';
import { buildHistories, settled, type HistoryStep } from '../../../src/changes/history.ts';
import { behind, behindSentence } from '../../../src/changes/item-state.ts';
import { toVersion } from '../../../src/changes/versions.ts';
import { history } from '../../../src/schema/history.ts';
import { buildLibrary, madeQuestion, madeSource } from '../made.ts';

type Item = Readonly<Record<string, unknown>>;

const base = { question: 'q', says: 'It helps.', population: 'iliofemoral', intervention: 'cdt' };
const named = (id: string, fields: Item = {}): Item => ({ id, ...base, ...fields });
const counted = (stance: string, fields: Item = {}): Item => ({ stance, ...base, ...fields });
const result = (fields: Item = {}): Item => ({
  id: 'pts-24m',
  outcome: 'pts-any',
  at: '24 months',
  arms: [{ name: 'cdt', events: 3, total: 10 }],
  ...fields,
});

const empty = toVersion({ files: [], folder: 'content' }, '2026-11-30');
/** The history of one source whose lists were these on these days; the last ones stand there now. */
function historyOf(days: Readonly<Record<string, { findings?: readonly Item[]; results?: readonly Item[]; status?: string }>>) {
  const steps = Object.entries(days).map(([on, fields]): HistoryStep => ({ on, sources: new Map([['moon-2020-a', fields as never]]) }));
  const last = Object.values(days).at(-1) ?? {};
  const source = madeSource('moon-2020-a', { findings: last.findings, results: last.results });
  const library = buildLibrary({ sources: [source], questions: [madeQuestion('q')] });
  const rows = buildHistories(steps, { ...empty, content: { ...empty.content, library } });
  for (const row of rows) history.parse(row);
  return { rows, findings: rows[0]?.findings ?? [], results: rows[0]?.results ?? [], library };
}

describe('a finding', () => {
  test('is there since the day of its first commit, and keeps that day', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [named('a')] },
      '2026-11-22': { findings: [named('b', { question: 'r' }), named('a')] },
    });
    expect(findings.map(({ id, since }) => [id, since])).toEqual([
      ['b', '2026-11-22'],
      ['a', '2026-11-20'],
    ]);
  });

  test('changes in what it says, not in how it is written down, where it stands or how it is worded', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [named('a', { says: 'It helps 3 of 10.', grade: { scheme: 'GRADE', value: '2C' } })] },
      '2026-11-21': {
        findings: [named('a', { says: 'It helps in 3 of 10.', conditions: [], grade: { value: '2C', scheme: 'GRADE' }, locator: 'p. 3' })],
      },
      '2026-11-22': { findings: [named('a', { says: 'It helps in 4 of 10.', grade: { value: '1B', scheme: 'GRADE' } })] },
    });
    expect(findings[0]?.changes).toEqual([
      { on: '2026-11-22', what: 'sentence', was: 'It helps in 3 of 10.' },
      { on: '2026-11-22', what: 'grade', was: 'GRADE, 2C', is: 'GRADE, 1B' },
    ]);
  });

  test('is told once a day, and not at all on the day on which it came or where it was taken back', () => {
    const at = (value: string) => ({ findings: [named('a', { grade: { scheme: 'G', value } })] });
    const steps = [
      ['2026-11-20', at('A')],
      ['2026-11-20', at('B')],
      ['2026-11-21', at('C')],
      ['2026-11-21', at('D')],
      ['2026-11-22', at('E')],
      ['2026-11-22', at('D')],
    ] as const;
    const rows = buildHistories(
      steps.map(([on, fields]) => ({ on, sources: new Map([['moon-2020-a', fields as never]]) })),
      { ...empty, content: { ...empty.content, library: historyOf({ '2026-11-22': at('D') }).library } },
    );
    expect(rows[0]?.findings[0]?.changes).toEqual([{ on: '2026-11-21', what: 'grade', was: 'G, B', is: 'G, D' }]);
  });

  test('keeps its past under a new name with an alias, and without one is another', () => {
    const days = { '2026-11-20': { findings: [named('a')] } };
    const renamed = historyOf({ ...days, '2026-11-22': { findings: [named('b', { aliases: ['a'] })] } });
    expect(renamed.findings).toMatchObject([{ id: 'b', since: '2026-11-20', changes: [] }]);
    const other = historyOf({ ...days, '2026-11-22': { findings: [named('b')] } });
    expect(other.findings).toMatchObject([
      { id: 'b', since: '2026-11-22' },
      { id: 'a', since: '2026-11-20', removed: { on: '2026-11-22' }, question: 'q' },
    ]);
  });

  test('that is gone names what took its place where that keeps its name', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [named('a'), named('b')] },
      '2026-11-22': { findings: [named('b', { aliases: ['a'] })] },
    });
    expect(findings[1]).toMatchObject({ id: 'a', removed: { on: '2026-11-22', now: 'b' } });
  });

  test('of a draft is none', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [named('a')], status: 'draft' },
      '2026-11-22': { findings: [named('a')] },
    });
    expect(findings[0]?.since).toBe('2026-11-22');
  });
});

describe('a finding of the first edition', () => {
  test('keeps the number that it had last, and moving into the present form changed nothing in it', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [counted('for')] },
      '2026-11-21': { findings: [counted('describes', { question: 'r', says: 'It was done.' }), counted('for')] },
      '2026-11-22': {
        findings: [named('helps', { direction: 'for', strength: 'strong' }), named('done', { question: 'r', says: 'It was done.' })],
      },
    });
    expect(findings).toMatchObject([
      { id: 'helps', was: 2, since: '2026-11-20', changes: [] },
      { id: 'done', was: 1, since: '2026-11-21', changes: [] },
    ]);
  });

  test('tells in words when its one word changed', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [counted('for')] },
      '2026-11-21': { findings: [counted('describes')] },
      '2026-11-22': { findings: [named('a')] },
    });
    expect(findings[0]?.changes).toEqual([{ on: '2026-11-21', what: 'position', was: 'for', is: 'no position' }]);
  });

  test('that did not come along keeps its number as an address', () => {
    const { findings } = historyOf({
      '2026-11-20': { findings: [counted('for'), counted('for', { question: 'r', says: 'Other.' })] },
      '2026-11-22': { findings: [named('a')] },
    });
    expect(findings[1]).toEqual({ was: 2, since: '2026-11-20', changes: [], removed: { on: '2026-11-22' }, question: 'r' });
  });
});

test('a result is told by its numbers, and by our note where that claims something else', () => {
  const { results } = historyOf({
    '2026-11-20': { results: [result({ note: 'Seen once.' })] },
    '2026-11-21': { results: [result({ note: 'Seen but once.' })] },
    '2026-11-22': { results: [result({ note: 'Not seen.', arms: [{ name: 'cdt', events: 4, total: 10 }] })] },
  });
  expect(results[0]?.changes).toEqual([
    { on: '2026-11-22', what: 'numbers', was: 'cdt events 3', is: 'cdt events 4' },
    { on: '2026-11-22', what: 'note', was: 'Seen but once.' },
  ]);
});

test('days that were told once stay, though their commits have other days now', () => {
  const grade = (value: string) => ({ findings: [named('a', { grade: { scheme: 'G', value } })] });
  const told = historyOf({ '2026-11-20': grade('A'), '2026-11-22': grade('B') }).rows;
  const merged = historyOf({ '2026-11-24': grade('A'), '2026-11-25': grade('B') }).rows;
  expect(settled(merged, new Map(told.map((row) => [row.source, row])))).toEqual(told);
});

describe('the history is behind', () => {
  const at = (...findings: Item[]) => historyOf({ '2026-11-20': { findings } });
  const withRows = (rows: ReturnType<typeof at>['rows'], library: ReturnType<typeof at>['library']) =>
    buildLibrary({ sources: library.sources.values(), histories: rows });

  test('where a finding is new, gone or says something else', () => {
    const { rows, library } = at(named('a'), named('b'));
    expect(behindSentence(withRows(rows, library))).toBe('');
    for (const now of [[named('a')], [named('a'), named('b'), named('c')], [named('a'), named('b', { says: 'It harms.' })]])
      expect(behind(withRows(rows, at(...now).library))).toEqual({ findings: 1, results: 0 });
    expect(behindSentence(withRows(rows, at(named('a')).library))).toContain('behind by 1 finding: commit');
  });

  test('nowhere where only the form differs, and not where nobody keeps one', () => {
    const { rows, library } = at(named('a'), named('b'));
    const moved = at(named('b', { conditions: [], locator: 'p. 4' }), named('a'));
    expect(behindSentence(withRows(rows, moved.library))).toBe('');
    expect(behindSentence(withRows([], library))).toBe('');
  });
});
