/** Answers and tests as words: one way of saying them, for traces, tables and the flowchart. */
import type { PathwayInput, PathwayTest } from '../../schema/pathway.ts';
import { formatCount, orList } from '../../words/phrase.ts';
import type { Answer } from './answer.ts';

type NumberInput = Extract<PathwayInput, { type: 'number' }>;

/** A number with its unit, e.g. `14 days`, `1 year`. */
export const amount = ({ unit }: NumberInput, value: number): string => formatCount(value, unit.one, unit.many);

const labelOf = (input: PathwayInput, value: string): string =>
  (input.type === 'choice' && input.values.find((one) => one.value === value)?.label) || value;

/** One answer as printed: `yes`, `14 days`, `iliofemoral`. */
export function answerWords(input: PathwayInput, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (typeof answer === 'number') return input.type === 'number' ? amount(input, answer) : String(answer);
  return labelOf(input, answer);
}

/** What a test asks for: `less than 14 days`, `iliofemoral or iliocaval`, `yes`. */
export function testWords(input: PathwayInput, test: PathwayTest): string {
  const parts: string[] = [];
  if (test.is !== undefined) parts.push(answerWords(input, test.is));
  if (test.in) parts.push(orList(test.in.map((value) => labelOf(input, value))));
  if (input.type === 'number') {
    if (test.atLeast !== undefined) parts.push(`at least ${amount(input, test.atLeast)}`);
    if (test.above !== undefined) parts.push(`more than ${amount(input, test.above)}`);
    if (test.below !== undefined) parts.push(`less than ${amount(input, test.below)}`);
    if (test.atMost !== undefined) parts.push(`at most ${amount(input, test.atMost)}`);
  }
  return parts.join(' and ');
}

/** Tests of a rule, one line each: `Symptom duration: less than 14 days`. */
export const whenWords = (inputs: readonly PathwayInput[], when: Readonly<Record<string, PathwayTest>>): string[] =>
  Object.entries(when).map(([key, test]) => {
    const input = inputs.find((one) => one.key === key);
    return input ? `${input.name}: ${testWords(input, test)}` : key;
  });
