/** Reads what was typed: words that are known, words that were meant, and what else the same thing is called. Asks nobody but names and words. */
import type { Names } from './names.client.ts';
import { nearestWord } from './spelling.client.ts';
import { contentWords, plain, wordsIn, type WordForms } from './words.client.ts';

/** One thing that was asked for. A page has it when it has all words of one of the wordings; the first is the reader's own. */
export interface Unit {
  readonly wordings: readonly (readonly string[])[];
}

export interface QueryReading {
  /** What is searched, e.g. `phlegmasia` when `flegmasia` was typed. */
  readonly words: string;
  readonly corrected: boolean;
  /** Words that no page has, nor any word like them. */
  readonly unknown: readonly string[];
  readonly units: readonly Unit[];
  /** Every word of the wordings with the forms in which it is looked up, e.g. `hemolysis` and `haemolysis`, `pregnant` and `pregnancy`. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
}

const doi = /10\.\d{4,9}\/[^\s?#]+/;

/**
 * What was typed as things to look for. `all` gives the vocabulary; it is called only for a word that is in no name.
 * With `literal`, nothing is corrected.
 */
export async function toReading(typed: string, names: Names, all: () => Promise<WordForms>, literal: boolean): Promise<QueryReading> {
  const number = doi.exec(typed)?.[0];
  if (number !== undefined)
    return { words: number, corrected: false, unknown: [], units: [{ wordings: [[number]] }], spellings: new Map([[number, [number]]]) };
  const spaced = plain(typed.replace(/\b(?:pmid|doi)\b[:\s]*(?=\d)/gi, ''));
  const { words, unknown, vocabulary } = await knownWords(spaced, names, all, literal);
  const content = contentWords(words.join(' ')).filter((word) => !unknown.includes(word));
  const units = toUnits(words, content, names);
  const wanted = new Set(units.flatMap(({ wordings }) => wordings.flat()));
  const forms = (word: string): string[] => [...new Set([word, ...names.words.like(word), ...(vocabulary?.like(word) ?? [])])];
  const spellings = new Map([...wanted].map((word) => [word, forms(word)]));
  return { words: words.join(' '), corrected: words.join('') !== spaced.replaceAll(' ', ''), unknown, units, spellings };
}

async function knownWords(
  spaced: string,
  names: Names,
  all: () => Promise<WordForms>,
  literal: boolean,
): Promise<{ words: string[]; unknown: string[]; vocabulary?: WordForms }> {
  const typed = wordsIn(spaced);
  const content = new Set(contentWords(spaced));
  const isName = (word: string): boolean => !content.has(word) || names.words.has(word);
  // While the last word is being typed, the beginning of a name is enough.
  const isBegun = (word: string, at: number): boolean => at === typed.length - 1 && (word.length < 3 || names.words.begins(word));
  if (typed.every((word, at) => isName(word) || isBegun(word, at))) return { words: typed, unknown: [] };
  const name = names.called(spaced);
  if (name !== undefined) return { words: wordsIn(name), unknown: [] };
  const vocabulary = await all();
  const isKnown = (word: string, last: boolean): boolean =>
    isName(word) ||
    /\p{N}/u.test(word) ||
    vocabulary.has(word) ||
    ((last || word.length > 3) && (names.words.begins(word) || vocabulary.begins(word)));
  const words: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? '';
    const next = typed[at + 1] ?? '';
    if (isKnown(word, at === typed.length - 1)) {
      // A gap inside a name: neither `clot triver` nor `c tract` is two words.
      const joined =
        next !== '' && !literal && !isKnown(next, at + 1 === typed.length - 1) ? nearestWord(word + next, names.words.all) : undefined;
      words.push(joined ?? word);
      if (joined !== undefined) at++;
      continue;
    }
    const meant = literal ? undefined : (nearestWord(word, names.words.all) ?? nearestWord(word, vocabulary.all));
    words.push(meant ?? word);
    if (meant === undefined) unknown.push(word);
  }
  return { words, unknown, vocabulary };
}

/** Groups words into the names that they make up; each name brings the one by which the thing goes here. */
function toUnits(words: readonly string[], content: readonly string[], names: Names): Unit[] {
  const units: Unit[] = [];
  const covered = new Set<number>();
  for (const { from, length, name } of names.stretches(words)) {
    const own = contentWords(words.slice(from, from + length).join(' ')).filter((word) => content.includes(word));
    if (own.length === 0) continue;
    for (let place = from; place < from + length; place++) covered.add(place);
    const other = contentWords(name);
    units.push({ wordings: other.join(' ') === own.join(' ') ? [own] : [own, other] });
  }
  words.forEach((word, place) => {
    if (!covered.has(place) && content.includes(word)) units.push({ wordings: [[word]] });
  });
  return units;
}
