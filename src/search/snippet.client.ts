/** The sentence of a page that says most of what was asked, without its citations, with the words that were found marked. Pure. */
import { figuresIn, withoutFigures } from './figures.ts';
import { keysIn } from './words.client.ts';

export interface HitPiece {
  readonly text: string;
  readonly found: boolean;
}

/** Words of a snippet at most; a longer sentence is cut, and says so. */
const longest = 45;
/** With fewer words in small letters it is a heading, a name or a date. */
const shortest = 3;

/** Text without the gaps that the index leaves around links. */
export const tidy = (text: string): string => text.replace(/([([])\s+/g, '$1').replace(/\s+([,.;:)\]])/g, '$1');
const cited = /\s*\((?:[^()]|\([^()]*\))*?,\s*(?:(?:1[89]|20)\d\d[a-z]?|n\.d\.)(?:,[^();]*)?\)/g;
/** Caption and head of the table of findings, which say nothing. */
const tableHead = /Findings of .{0,300}?(?=Finding 1\s)/gu;

/** The sentences of a text without author–date citations; `et al.` and initials end none, and a row of findings is one. */
export function sentencesOf(text: string): string[] {
  return tidy(text)
    .replace(cited, '')
    .replace(tableHead, '')
    .split(/(?<=[.!?])(?<!\b(?:al|vs|cf|e\.g|i\.e|no|approx|\p{Lu})\.)\s+(?=[“"(\p{Lu}\p{N}])|\s+(?=Finding \d+\s)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => (sentence.match(/(?<!\S)\p{Ll}/gu) ?? []).length >= shortest);
}

/** The keys of a text's words, and its figures whole, e.g. `vein` and `1.7` for `Veins 1.7%`. */
export const markedBy = (text: string): string[] => [...keysIn(withoutFigures(text)), ...figuresIn(text)];
const isFound = (word: string, wanted: ReadonlySet<string>): boolean => markedBy(word).some((key) => wanted.has(key));

/** A text with the wanted words marked, e.g. `a ` and, found, `vein`. `wanted` are keys of words and figures. */
export function toPieces(text: string, wanted: ReadonlySet<string>): HitPiece[] {
  const pieces: HitPiece[] = [];
  for (const part of text.split(/([\p{L}\p{N}]+(?:[.,·]\p{Nd}+|[’'-][\p{L}\p{N}]+)*%?)/u)) {
    const found = isFound(part, wanted);
    const last = pieces.at(-1);
    if (last?.found === found) pieces[pieces.length - 1] = { text: last.text + part, found };
    else if (part !== '') pieces.push({ text: part, found });
  }
  return pieces;
}

/** The first of the sentences with the most wanted words, cut to 45 words; empty when none has one. */
export function bestSentence(text: string, wanted: ReadonlySet<string>): string {
  let [best, most] = ['', 0];
  for (const sentence of sentencesOf(text)) {
    const had = new Set(markedBy(sentence).filter((key) => wanted.has(key))).size;
    if (had > most) [best, most] = [sentence, had];
  }
  const words = best.split(' ');
  if (words.length <= longest) return best;
  const first = words.findIndex((word) => isFound(word, wanted));
  const from = first < longest - shortest ? 0 : first - shortest;
  const cut = words.slice(from, from + longest).join(' ');
  return `${from > 0 ? '… ' : ''}${cut}${from + longest < words.length ? ' …' : ''}`;
}
