/** Answers to the inputs of a pathway, and the tests that rules put to them. Pure; runs in the build and in the browser. */
import type { PathwayInput, PathwayTest } from '../../schema/pathway.ts';

/** `true` for yes; the value of a choice; a number in the unit of its input. */
export type Answer = string | number | boolean;
/** By key of the input. What is missing is not known. */
export type Answers = Readonly<Record<string, Answer | undefined>>;
export type Holds = 'holds' | 'fails' | 'unknown';

const typeOf = { choice: 'string', number: 'number', 'yes-no': 'boolean' } as const;

/** The answer to one input; undefined when there is none or it is of another kind, e.g. a word where a number belongs. */
export function answerTo(input: PathwayInput, answers: Answers): Answer | undefined {
  const answer = Object.hasOwn(answers, input.key) ? answers[input.key] : undefined;
  return typeof answer === typeOf[input.type] && !Number.isNaN(answer) ? answer : undefined;
}

/** Whether one answer meets one test, e.g. `meets({ below: 14 }, 14) === false`. */
export function meets(test: PathwayTest, answer: Answer): boolean {
  if (test.is !== undefined && test.is !== answer) return false;
  if (test.in && !test.in.includes(String(answer))) return false;
  if (typeof answer !== 'number')
    return test.below === undefined && test.atMost === undefined && test.above === undefined && test.atLeast === undefined;
  if (test.below !== undefined && answer >= test.below) return false;
  if (test.atMost !== undefined && answer > test.atMost) return false;
  if (test.above !== undefined && answer <= test.above) return false;
  return test.atLeast === undefined || answer >= test.atLeast;
}

/** One test against what is known: it holds, it fails, or the answer is missing. */
export function holdsFor(test: PathwayTest, input: PathwayInput | undefined, answers: Answers): Holds {
  const answer = input && answerTo(input, answers);
  if (answer === undefined) return 'unknown';
  return meets(test, answer) ? 'holds' : 'fails';
}

/** Tests by input: fails as soon as one fails, holds when all hold, unknown in between. No test at all holds. */
export function allHold(tests: Readonly<Record<string, PathwayTest>>, inputs: readonly PathwayInput[], answers: Answers): Holds {
  const states = Object.entries(tests).map(([key, test]) =>
    holdsFor(
      test,
      inputs.find((input) => input.key === key),
      answers,
    ),
  );
  if (states.includes('fails')) return 'fails';
  return states.includes('unknown') ? 'unknown' : 'holds';
}
