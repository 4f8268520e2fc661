/** The states of a review: what may follow what, and what a refusal says. */
import { describe, expect, it } from 'vitest';
import { transition, transitions, type Standing } from '../../../src/evidence/transition.ts';
import { status, type Status } from '../../../src/schema/vocabulary.ts';

const at = (status: Status): Standing => ({ status });
const names = status.options;
const pairs = [undefined, ...names].flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));

/** The ways as they were agreed, written out a second time: a table cannot be held by itself. */
const agreed = [
  'new draft',
  'new submitted',
  'draft submitted',
  'submitted draft',
  'submitted under-review',
  'under-review submitted',
  'under-review draft',
];

describe('a step between two states', () => {
  it.each(pairs)('from %s to %s is allowed exactly when that was agreed', (from, to) => {
    const step = transition(from && at(from), at(to));
    expect(step.allowed).toBe(agreed.includes(`${from ?? 'new'} ${to}`));
    expect(step.why).toMatch(/^[A-Z].*\.$/);
  });

  it('says what happens with it', () => {
    expect(transitions.map(({ from, to, says }) => [`${from} ${to}`, says])).toEqual(
      agreed.map((way) => [way, expect.stringMatching(/^[A-Z].{10,}\.$/)]),
    );
    expect(transition(at('submitted'), at('under-review')).why).toBe('It is accepted and waits for a clinician.');
  });

  it('says which states come next', () => {
    expect(transition(undefined, at('under-review')).why).toBe('A new page starts as `draft` or `submitted`, not as `under-review`.');
    expect(transition(at('draft'), at('under-review')).why).toBe('From `draft` a page goes on as `submitted`, not as `under-review`.');
  });

  it('never leads to approval: that is signed, and never written', () => {
    expect(names).not.toContain('approved');
  });

  it('stays where it is', () => {
    expect(transition(at('draft'), at('draft'))).toEqual({ allowed: true, why: 'It stays `draft`: not published.' });
  });
});
