/** What was typed about a patient: numbers with a unit, and the other answers that the algorithms ask for. Pure. */
import { carryingWords, keysIn, toKey, wordsIn } from './words.client.ts';

/** An input of the compared algorithms, as far as it can be read in a search. */
export interface ReadableInput {
  readonly key: string;
  readonly name: string;
  /** One of its unit, e.g. `day`, with the numbers that it takes; a choice has none. */
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly values?: readonly { readonly value: string; readonly label: string }[];
}

/** What a search was read as, e.g. `9 days` and `58 years`, and the fragment `days=9&age=58` for the page that compares the algorithms. */
export interface Situation {
  readonly says: readonly string[];
  readonly fragment: string;
}

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const number = `(\\d{1,3}|(?:${tens.join('|')})(?:[ -](?:${ones.slice(0, 9).join('|')})(?!\\p{L}))?|${[...ones].reverse().join('|')})`;
const before = '(?<![\\p{L}\\p{N}.,])(?:(?:within|under|over|since|for|at|aged?)\\s+)?';
const unit = '(days?|d|weeks?|wks?|years?|yrs?|y/?o)(?![\\p{L}\\p{N}])';
const counted = new RegExp(`${before}${number}\\s*-?\\s*${unit}(?:[ -](?:old|of age))?(?:\\s+ago)?`, 'giu');
const named = new RegExp(`${before}(day|age|aged)\\s+${number}(?![\\p{L}\\p{N}.,])`, 'giu');

/** A number in figures or words, e.g. 58 for `fifty-eight`. */
function valueOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return text.split(/[ -]/).reduce((sum, word) => sum + (ones.includes(word) ? ones.indexOf(word) + 1 : (tens.indexOf(word) + 2) * 10), 0);
}

/**
 * What was typed without the numbers that an algorithm asks for, and what they were read as; undefined where no number was read.
 * Days answer the input in days, years the one that asks for an age: what no input takes stays a word of the search, and so does all
 * where nothing else is asked, as in `symptom duration 14 days`.
 */
export function toSituation(typed: string, inputs: readonly ReadableInput[]): { rest: string; situation: Situation | undefined } {
  const answers = new URLSearchParams();
  const says: string[] = [];
  const take = (whole: string, count: number, of: string): string => {
    const [one, value] = of.startsWith('w') ? ['day', count * 7] : of.startsWith('d') ? ['day', count] : ['year', count];
    const input = inputs.find(({ key, unit: own }) => own === one && (one === 'day' || key === 'age'));
    if (!input || value < (input.low ?? 0) || value > (input.high ?? 0) || answers.has(input.key)) return whole;
    answers.set(input.key, String(value));
    says.push(`${value} ${value === 1 ? one : `${one}s`}`);
    return ' ';
  };
  const rest = typed
    .toLowerCase()
    .replace(counted, (whole, count: string, of: string) => take(whole, valueOf(count), of))
    .replace(named, (whole, of: string, count: string) => take(whole, valueOf(count), of));
  if (says.length === 0) return { rest: typed, situation: undefined };
  const keys = new Set(keysIn(rest));
  const asked = new Set(inputs.filter(({ key }) => answers.has(key)).flatMap(({ name }) => keysIn(name)));
  const isOnlyAsked = carryingWords(rest).every((word) => asked.has(toKey(word)));
  for (const { key, name, values = [] } of inputs) {
    // A short word such as `high` answers only where what it is about is named too.
    const isSaid = (label: string): boolean => {
      const [first = ''] = wordsIn(label);
      return keysIn(first).every((word) => keys.has(word)) && (first.length > 5 || keysIn(name).some((word) => keys.has(word)));
    };
    const said = values.filter(({ label }) => isSaid(label));
    if (said.length !== 1 || !said[0]) continue;
    answers.set(key, said[0].value);
    says.push(said[0].label);
  }
  return { rest: isOnlyAsked ? typed : rest, situation: { says, fragment: answers.toString() } };
}
