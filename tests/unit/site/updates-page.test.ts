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

  it('stand under their month, the newest first, with the questions that they touch', () => {
    const { months } = pageOf(old, fresh, madeSource('nobody-knows', { issued: 'undated' }));
    expect(
      months.map(({ label, rows, read }) => [label, rows.map(({ what, source, by }) => `${what} ${source.id} ${by}`.trim()), read]),
    ).toEqual([
      ['January 2026', ['Updated by its publisher new'], '3 works read by us'],
      ['February 2025', ['Superseded old by Moon, NEW, 2025', 'Published new'], ''],
      ['March 2019', ['Corrected old', 'Published old'], ''],
    ]);
    expect(months[1]?.rows[0]?.touches).toEqual([{ href: '/questions/q/', text: 'q' }]);
  });

  it('say how many works have no date', () => {
    expect(pageOf(madeSource('a', { issued: 'undated' })).undated).toMatch(/^1 work without a recorded date/);
    expect(pageOf(madeSource('a')).undated).toBe('');
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
