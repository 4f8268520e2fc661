/** The states of a review: what may follow what, and what a refusal says. */
import { describe, expect, it } from 'vitest';
import { transition, transitions, type Standing } from '../../../src/graph/transition.ts';
import { statuses, type Status } from '../../../src/schema/vocabulary.ts';
import { madeSource } from '../made.ts';

const [before, after] = [`sha256-${'a'.repeat(64)}`, `sha256-${'b'.repeat(64)}`];
const reviewOf = (of: string, on = '2026-11-01') =>
  madeSource('x', { review: { by: 'ada-moon', role: 'Cheesemonger', on, due: '2027-11-01', of } }).review;
const at = (status: Status, hash = before, review = status === 'approved' ? reviewOf(hash) : undefined): Standing => ({
  status,
  hash,
  review,
});

const names = Object.keys(statuses) as Status[];
const pairs = [undefined, ...names].flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));

describe('a step between two states', () => {
  it.each(pairs)('from %s to %s is allowed exactly when the table has a row for it', (from, to) => {
    const step = transition(from && at(from), at(to));
    const row = transitions.find((one) => one.from === (from ?? 'new') && one.to === to);
    expect(step.allowed).toBe(row !== undefined);
    expect(step.why).toMatch(/^[A-Z].*\.$/);
    if (row) expect(step.why).toBe(row.says);
  });

  it('says which states come next, and why an approval must wait', () => {
    expect(transition(undefined, at('approved')).why).toBe(
      'A new page starts as `draft` or `submitted`, not as `approved`, because what is approved must first have stood here under review.',
    );
    expect(transition(at('approved'), at('draft')).why).toBe('From `approved` a page goes on as `under-review`, not as `draft`.');
  });

  it('leads from every state to approval', () => {
    const reached = new Set<string>(['new']);
    for (const from of reached) for (const row of transitions) if (row.from === from) reached.add(row.to);
    expect([...reached].sort()).toEqual(['new', ...names].sort());
  });
});

describe('an approval', () => {
  it('needs all five parts', () => {
    const bare = { ...at('approved'), review: undefined };
    expect(transition(at('under-review'), bare)).toEqual({
      allowed: false,
      why: 'An approval needs `review.by`, `review.role`, `review.on`, `review.due`, `review.of`.',
    });
  });

  it('is refused when it is of something else than what stands there', () => {
    const step = transition(at('under-review'), at('approved', after, reviewOf(before)));
    expect([step.allowed, step.why]).toEqual([false, expect.stringContaining('is not what stands here')]);
  });

  it('does not outlive a change of what was approved', () => {
    const step = transition(at('approved'), at('approved', after, reviewOf(before)));
    expect(step).toEqual({
      allowed: false,
      why: 'What was approved is not what stands here: let the reviewer look again and renew the review, or set `status: under-review`.',
    });
    expect(transition(at('approved'), at('under-review', after)).allowed).toBe(true);
  });

  it('cannot be carried on by its hash alone: a change needs a review of a later day', () => {
    const sameDay = transition(at('approved'), at('approved', after, reviewOf(after)));
    expect([sameDay.allowed, sameDay.why]).toEqual([false, expect.stringContaining('its review is of the same day and person')]);
    expect(transition(at('approved'), at('approved', after, reviewOf(after, '2026-11-09')))).toEqual({
      allowed: true,
      why: 'It changed and was approved again as it stands now.',
    });
  });

  it('stays while nothing that was approved changes', () => {
    expect(transition(at('approved'), at('approved')).allowed).toBe(true);
    expect(transition(at('draft'), at('draft', after)).allowed).toBe(true);
  });
});
