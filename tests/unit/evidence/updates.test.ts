/** What happened to sources and when, in the order in which readers get it. */
import { describe, expect, it } from 'vitest';
import { buildUpdates, happenings, pendingTrials } from '../../../src/evidence/updates.ts';
import { madeLibrary, madeSource } from '../made.ts';

const updatesOf = (...sources: ReturnType<typeof madeSource>[]) =>
  buildUpdates(madeLibrary({ sources })).map(({ on, what, source, by }) => [on, what, source.id, ...(by ? [by.id] : [])].join(' '));

describe('updates', () => {
  it('go on one day from the gravest down, then by id', () => {
    const on = '2026-01-01';
    const told = { on, notice: 'x' };
    const all = (id: string) =>
      madeSource(id, {
        issued: on,
        retracted: told,
        withdrawn: told,
        concern: told,
        corrected: told,
        supersededBy: 'a-new',
        status: 'approved',
        review: { by: 'b', role: 'C', on, due: '2027-01-01' },
      });
    const rows = updatesOf(all('c'), all('b'), madeSource('a-new', { issued: on, retrieved: '2025-01-01' }));
    const order = ['retracted', 'withdrawn', 'concern', 'superseded', 'corrected', 'updated', 'published', 'read', 'approved'];
    expect(happenings).toEqual(order);
    const ofBoth = order.filter((what) => what !== 'updated');
    expect(rows).toEqual([
      ...ofBoth.flatMap((what) => {
        const successor = what === 'superseded' ? ' a-new' : '';
        return [...(what === 'published' ? ['a-new'] : []), `b${successor}`, `c${successor}`].map((id) => `${on} ${what} ${id}`);
      }),
      '2025-01-01 read a-new',
    ]);
  });

  it('go from the newest back, and what is known to the year comes after the months of that year', () => {
    const made = (id: string, issued: string) => madeSource(id, { issued, retrieved: '2020-01-01' });
    expect(updatesOf(made('a', '2024'), made('b', '2024-03'), made('c', '2024-03-27'), made('d', '2025'))).toEqual([
      '2025 published d',
      '2024-03-27 published c',
      '2024-03 published b',
      '2024 published a',
      ...['a', 'b', 'c', 'd'].map((id) => `2020-01-01 read ${id}`),
    ]);
  });

  it('tell of an update on another day than the first, of a successor that we hold, and of no undated day', () => {
    const read = '2020-01-01';
    expect(updatesOf(madeSource('a', { issued: '2019-01-01', updated: '2019-01-01', retrieved: read, supersededBy: 'unheld' }))).toEqual([
      '2020-01-01 read a',
      '2019-01-01 published a',
    ]);
    expect(updatesOf(madeSource('a', { issued: 'undated', updated: '2019-02-01', retrieved: read }))).toEqual([
      '2020-01-01 read a',
      '2019-02-01 updated a',
    ]);
  });

  it('tell of no approval of a page that is not approved', () => {
    const review = { by: 'b', role: 'C', on: '2026-01-01', due: '2027-01-01' };
    const approved = madeSource('a', { issued: 'undated', status: 'approved', review });
    expect(updatesOf(approved)).toEqual(['2026-01-01 read a', '2026-01-01 approved a']);
    expect(updatesOf({ ...approved, status: 'under-review' })).toEqual(['2026-01-01 read a']);
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
