/** Answers as the fragment of an address, so that a walk can be shared and is kept nowhere else. Pure. */
import type { PathwayInput } from '../../schema/pathway.ts';
import type { Answer, Answers } from './answer.ts';

/** What a reader has said: answers, and what was said not to be known, by key. */
export interface Said {
  readonly answers: Answers;
  readonly unknown: ReadonlySet<string>;
}

/** How a fragment and a form write that an answer is not known. */
export const UNKNOWN = 'unknown';

/** One answer as text, the same in a form and in a fragment: `yes`, `no`, `12`, `calf`. */
export const toText = (answer: Answer): string => (typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer));

/** Text back to an answer; undefined for what the input cannot take. */
export function fromText(input: PathwayInput, text: string): Answer | undefined {
  if (input.type === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : undefined;
  if (input.type === 'choice') return input.values.some(({ value }) => value === text) ? text : undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return value >= input.low && value <= input.high ? value : undefined;
}

/** The fragment without its `#`, e.g. `limbThreat=no&days=14`; in the order of the inputs, empty when nothing was said. */
export function toFragment(inputs: readonly PathwayInput[], { answers, unknown }: Said): string {
  const parts = new URLSearchParams();
  for (const { key } of inputs) {
    const answer = answers[key];
    if (unknown.has(key)) parts.set(key, UNKNOWN);
    else if (answer !== undefined) parts.set(key, toText(answer));
  }
  return parts.toString();
}

/** What a fragment says; what it does not spell rightly is left out, so that a broken link begins at the first question. */
export function fromFragment(inputs: readonly PathwayInput[], fragment: string): Said {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const answers: Record<string, Answer> = {};
  const unknown = new Set<string>();
  for (const input of inputs) {
    const text = parts.get(input.key);
    const answer = text === null ? undefined : fromText(input, text);
    if (text === UNKNOWN) unknown.add(input.key);
    else if (answer !== undefined) answers[input.key] = answer;
  }
  return { answers, unknown };
}
