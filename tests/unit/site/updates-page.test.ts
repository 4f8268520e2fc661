import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { updatesPage } from '../../../src/site/updates/updates-page.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

const pageOf = (...sources: ReturnType<typeof madeSource>[]) =>
  updatesPage(buildEvidenceGraph(madeLibrary({ sources, questions: [madeQuestion('q'), madeQuestion('r')] }), '2026-06-01'));

describe('the updates', () => {
  const old = madeSource('old', {
    issued: '2019-03',
    supersededBy: 'new',
    corrected: { on: '2019-03-20', notice: 'x' },
    findings: [madeFinding('q', 'for')],
  });
  const fresh = madeSource('new', { issued: '2025-02-03', updated: '2026-01-10', shortTitle: 'NEW' });

  it('stand under their day, the newest first, with what the work found, once, and the questions that they touch', () => {
    const { days } = pageOf({ ...old, gist: 'It held.' }, fresh);
    const rows = days.flatMap(({ label, groups }) => groups.flatMap((group) => group.rows.map((row) => ({ label, ...row }))));
    expect(rows.map(({ label, tag, source, by, gist }) => [label, tag, source?.id, by, gist].filter(Boolean).join(' | '))).toEqual([
      '10 January 2026 | Updated by its publisher | new',
      '1 January 2026 | New source | new',
      '1 January 2026 | New source | old | It held.',
      '3 February 2025 | Superseded | old | by Moon, NEW, 2025',
      '20 March 2019 | Corrected | old',
    ]);
    expect(rows[2]?.touches).toEqual([{ href: '/questions/q/', text: 'q' }]);
    expect(days.map(({ id }) => id)[0]).toBe('day-2026-01-10');
  });

  it('are folded where one day has many of a kind', () => {
    const [day] = pageOf(...[1, 2, 3, 4, 5, 6].map((number) => madeSource(`s${number}`))).days;
    expect(day?.groups.map(({ folded, rows }) => [folded, rows.length])).toEqual([['6 new sources', 6]]);
    expect(
      pageOf(old, fresh)
        .days.flatMap(({ groups }) => groups.map(({ folded }) => folded))
        .join(''),
    ).toBe('');
  });

  it('list running trials by their end with the questions that each may change, and say when an end has passed', () => {
    const running = (id: string, completion: string) =>
      madeSource(id, {
        kind: 'trial-protocol',
        pending: { registry: 'NCT00000001', completion },
        findings: [madeFinding('q', 'none'), madeFinding('r', 'none', { says: 'It will count.' })],
      });
    const { pending } = pageOf(running('open', 'undated'), running('next', '2027-01'), running('past', '2026-02'), madeSource('done'));
    expect(pending.map(({ source, ends }) => [source.id, ends])).toEqual([
      ['past', 'Completion was due in February 2026 (NCT00000001); its result has not been read by us.'],
      ['next', 'Still running: completion expected in January 2027 (NCT00000001).'],
      ['open', 'Still running (NCT00000001); no date of completion is given.'],
    ]);
    expect(pending[0]?.mayChange.map(({ text, says }) => [text, says])).toEqual([
      ['q', 'It says so.'],
      ['r', 'It will count.'],
    ]);
  });

  it('list what falls due, the next day first', () => {
    const due = (id: string, retrieved: string) => madeSource(id, { kind: 'guideline', jurisdiction: 'Moon', retrieved });
    expect(pageOf(due('a', '2026-02-01'), due('b', '2025-03-01'), due('c', '2026-02-01')).due.map(({ on, says }) => [on, says])).toEqual([
      ['1 March 2026', 'overdue'],
      ['1 February 2027', '2 sources'],
    ]);
  });
});
