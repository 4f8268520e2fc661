/** What happened to sources and when, in the order in which readers get it. */
import { describe, expect, it } from 'vitest';
import { buildUpdates, happenings, pendingTrials, type Update } from '../../../src/evidence/updates.ts';
import { history } from '../../../src/schema/history.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { approvedLibrary, madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

const told = ({ on, what, source, question, by }: Update): string =>
  [on, what, source?.id ?? question?.id, by?.id].filter(Boolean).join(' ');
const updatesOf = (...sources: ReturnType<typeof madeSource>[]) => buildUpdates(madeLibrary({ sources })).map(told);

describe('updates', () => {
  it('go on one day from the gravest down, then by id', () => {
    const on = '2026-01-01';
    const notice = { on, notice: 'x' };
    const all = (id: string) =>
      madeSource(id, {
        issued: '2025',
        updated: on,
        retracted: notice,
        withdrawn: notice,
        concern: notice,
        corrected: notice,
        supersededBy: 'a-new',
      });
    const rows = updatesOf(all('c'), all('b'), madeSource('a-new', { issued: on, retrieved: '2025-01-01' }));
    const order = ['retracted', 'withdrawn', 'concern', 'superseded', 'corrected', 'updated', 'new-source'];
    expect(happenings.filter((what) => order.includes(what))).toEqual(order);
    expect(rows).toEqual([
      ...order.flatMap((what) => ['b', 'c'].map((id) => `${on} ${what} ${id}${what === 'superseded' ? ' a-new' : ''}`)),
      '2025-01-01 new-source a-new',
    ]);
  });

  it('tell what moved in a source after it had come, by day, and which questions it touches', () => {
    const since = '2026-01-02';
    const source = madeSource('moon-2020-a', {
      findings: [madeFinding('q', 'for', { id: 'a', results: ['n'] }), madeFinding('r', 'for', { id: 'b' })],
      results: [{ id: 'n', outcome: 'pts-any', at: '1 year', arms: [{ name: 'x' }] }],
    });
    const change = { what: 'grade', was: '2C', is: '1B' };
    const histories = [
      history.parse({
        source: source.id,
        findings: [
          { id: 'a', since },
          { id: 'b', since: '2026-01-05', changes: [{ on: '2026-01-07', ...change }] },
          { id: 'c', since, removed: { on: '2026-01-05' }, question: 's' },
        ],
        results: [{ id: 'n', since, changes: [{ on: '2026-01-07', ...change }] }],
      }),
    ];
    const questions = ['q', 'r', 's'].map((id) => madeQuestion(id, { updated: '2025-12-01' }));
    const rows = buildUpdates(madeLibrary({ sources: [source], questions, histories }));
    expect(rows.map((row) => [told(row), row.touches, row.moves.map(({ list, how }) => `${list} ${how}`)])).toEqual([
      ['2026-01-07 changed moon-2020-a', ['r', 'q'], ['findings changed', 'results changed']],
      ['2026-01-05 taken-out moon-2020-a', ['r', 's'], ['findings added', 'findings taken-out']],
      ['2026-01-02 new-source moon-2020-a', ['q', 'r'], []],
    ]);
  });

  it('tell of a question that was rewritten after the first finding on it had come', () => {
    const source = madeSource('a', { retrieved: '2026-01-02', findings: [madeFinding('q', 'for'), madeFinding('r', 'for')] });
    const questions = [madeQuestion('q', { updated: '2026-01-03' }), madeQuestion('r', { updated: '2026-01-02' })];
    expect(buildUpdates(madeLibrary({ sources: [source], questions })).map(told)).toEqual([
      '2026-01-03 rewritten q',
      '2026-01-02 new-source a',
    ]);
  });

  it('go from the newest back, and what is known to the year comes after the months of that year', () => {
    const retrieved = '2020-01-01';
    const made = (id: string, issued: string) => [
      madeSource(id, { retrieved, supersededBy: `${id}-new` }),
      madeSource(`${id}-new`, { issued, retrieved }),
    ];
    const rows = updatesOf(...made('a', '2024'), ...made('b', '2024-03'), ...made('c', '2024-03-27'), ...made('d', '2025'));
    expect(rows.filter((row) => row.includes('superseded'))).toEqual([
      '2025 superseded d d-new',
      '2024-03-27 superseded c c-new',
      '2024-03 superseded b b-new',
      '2024 superseded a a-new',
    ]);
  });

  it('tell of an update on another day than the first, of a successor that we hold, and of no undated day', () => {
    const read = '2020-01-01';
    expect(updatesOf(madeSource('a', { issued: '2019-01-01', updated: '2019-01-01', retrieved: read, supersededBy: 'unheld' }))).toEqual([
      '2020-01-01 new-source a',
    ]);
    expect(updatesOf(madeSource('a', { issued: 'undated', updated: '2019-02-01', retrieved: read }))).toEqual([
      '2020-01-01 new-source a',
      '2019-02-01 updated a',
    ]);
  });

  it('tell of an approval as long as it holds', () => {
    const library = approvedLibrary({ sources: [madeSource('a', { issued: 'undated' })] }, [['source', 'a']]);
    const rows = (asOf: string) => buildUpdates(library, buildEvidenceGraph(library, asOf).approvals).map(told);
    expect(rows('2027-02-01')).toEqual(['2026-02-01 approved a', '2026-01-01 new-source a']);
    expect(rows('2027-02-02')).toEqual(['2026-01-01 new-source a']);
  });
});

it('lists trials without results that we read by their expected end, those without one last, then by id', () => {
  const pending = (completion: string) => ({ registry: 'N', completion });
  const sources = [
    madeSource('d'),
    madeSource('c', { kind: 'trial-protocol' }),
    madeSource('b', { kind: 'trial-protocol', pending: pending('undated') }),
    madeSource('z', { pending: pending('2026-05') }),
    madeSource('y', { pending: pending('2027') }),
    madeSource('a', { pending: pending('2027') }),
  ];
  for (const order of [sources, [...sources].reverse()])
    expect(pendingTrials(madeLibrary({ sources: order })).map(({ id }) => id)).toEqual(['z', 'a', 'y', 'b', 'c']);
});
