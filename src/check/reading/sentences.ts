/** Sentences of a text, and in each the citations with the words that lead up to them. */

export interface CitedKey {
  readonly id: string;
  readonly locator?: string;
  /** Of the `@`, in the text. */
  readonly at: number;
}

/** The words before a group of citations, back to the group before it. After the last group: words that lead up to none. */
export interface Clause {
  /** Place in the text. */
  readonly from: number;
  readonly to: number;
  readonly keys: readonly CitedKey[];
}

export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly clauses: readonly Clause[];
}

/** A full stop, a question mark or the end of a line that is the end of a sentence. */
const END = /[.!?…][”’")\]]*(?=\s+["“‘(]?[\p{Lu}\p{N}\ufffc])|[.!?…:;”’")\]](?=\n)/gu;
/** Full stops that end none. */
const ABBREVIATED = /(?:\b(?:e\.g|i\.e|vs|v|no|No|St|Dr|cf|p|pp|Fig|approx|al)|\b\p{Lu})\.$/u;
const GROUP = /\[[^[\]]*@[^[\]]*\]/gu;
const KEY = /@([\p{L}\d_](?:[^\s{;,\]]*[\p{L}\d_])?)(?:\s*,\s*([^;\]]*[^;\]\s]))?/gu;

const keysIn = (group: string, at: number): CitedKey[] =>
  Array.from(group.matchAll(KEY), ({ 1: id = '', 2: locator, index }) => ({ id, at: at + index, ...(locator ? { locator } : {}) }));

/** The citations in a text, `from` being where it starts in a longer one, e.g. one for `So [@a-2020-b, p. 3].` */
export const keysOf = (text: string, from = 0): CitedKey[] =>
  Array.from(text.matchAll(GROUP), ({ 0: group, index }) => keysIn(group, from + index)).flat();

function clausesIn(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  for (const { 0: group, index } of text.slice(from, to).matchAll(GROUP)) {
    const at = from + index;
    clauses.push({ from: start, to: at, keys: keysIn(group, at) });
    start = at + group.length;
  }
  if (/[\p{L}\p{N}]/u.test(text.slice(start, to))) clauses.push({ from: start, to, keys: [] });
  return clauses;
}

/** The sentences of a text, e.g. one with two clauses for `A is 1 [@a-2020-b]; B is 2 [@c-2021-d].` */
export function sentencesIn(text: string): Sentence[] {
  const ends = Array.from(text.matchAll(END), ({ 0: end, index }) => index + end.length).filter(
    (end) => !ABBREVIATED.test(text.slice(Math.max(0, end - 8), end)),
  );
  const sentences: Sentence[] = [];
  let from = 0;
  for (const to of [...ends, text.length]) {
    if (/[\p{L}\p{N}]/u.test(text.slice(from, to))) sentences.push({ from, to, clauses: clausesIn(text, from, to) });
    from = to;
  }
  return sentences;
}
