/** Where a patient stands to the conditions of one source: each by itself, all together, and what was answered that the source does not ask. Pure. */
import type { PathwayInput, PathwayTest } from '../../schema/pathway.ts';
import { answerTo, holdsFor, type Answers, type Holds } from './answer.ts';
import { answerWords } from './words.ts';

/** All hold, one fails, one cannot be told without an answer, or the source has words alone, which nobody can test. */
export type ConditionsState = 'met' | 'not-met' | 'open' | 'untyped';

export interface Condition {
  readonly key: string;
  readonly test: PathwayTest;
}

export interface Matching {
  readonly state: ConditionsState;
  /** In the order of the conditions: whether each holds, and the answer that says so, e.g. `58 years`; empty where there is none. */
  readonly each: readonly { readonly holds: Holds; readonly answer: string }[];
  /** Names of the inputs that would have to be known, e.g. `Age`. */
  readonly needs: readonly string[];
  /** Names of the inputs that were answered and that the source does not ask: neither met nor not met. */
  readonly unasked: readonly string[];
}

/**
 * Puts answers to conditions, which hold together, e.g. `matchConditions([{ key: 'age', test: { below: 65 } }], inputs, { age: 58 })` is
 * `met`. So is what has no condition at all, for it is said of everybody; with `worded` it has some in words.
 */
export function matchConditions(
  conditions: readonly Condition[],
  inputs: readonly PathwayInput[],
  answers: Answers,
  worded = false,
): Matching {
  const inputOf = (key: string): PathwayInput | undefined => inputs.find((input) => input.key === key);
  const each = conditions.map(({ key, test }) => {
    const input = inputOf(key);
    const answer = input && answerTo(input, answers);
    return { holds: holdsFor(test, input, answers), answer: input && answer !== undefined ? answerWords(input, answer) : '' };
  });
  const states = each.map(({ holds }) => holds);
  const asks = new Set(conditions.map(({ key }) => key));
  return {
    state: worded && !states.length ? 'untyped' : states.includes('fails') ? 'not-met' : states.includes('unknown') ? 'open' : 'met',
    each,
    needs: inputs.filter(({ key }) => conditions.some((one, i) => one.key === key && states[i] === 'unknown')).map(({ name }) => name),
    unasked: inputs.filter((input) => !asks.has(input.key) && answerTo(input, answers) !== undefined).map(({ name }) => name),
  };
}
