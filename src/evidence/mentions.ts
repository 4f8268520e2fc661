/** Where glossary terms stand in prose: one pass over the words of a page, however many terms there are. */
import type { TermId } from '../schema/id.ts';
import type { Term } from '../schema/term.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly exact: boolean;
  readonly term: TermId;
}
/** Phrases by their first word in lower case. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What may stand between two words of one phrase: a space, a line break, a hyphen, an apostrophe, a mark of emphasis. */
const JOINT = /^[\s\-\u2010\u2011'’*_]+$/;

const wordsOf = (text: string): string[] => text.normalize('NFC').match(WORD) ?? [];

/** Names and synonyms in any case, abbreviations only as they are written: `cat` is not `CAT`. Names that their term keeps `unlinked` are left out. */
export function buildPhraseBook(terms: Iterable<Term>): PhraseBook {
  const book = new Map<string, Phrase[]>();
  const add = (term: TermId, text: string, exact: boolean): void => {
    const words = wordsOf(exact ? text : text.toLowerCase());
    const first = words[0]?.toLowerCase();
    if (first !== undefined) book.set(first, [...(book.get(first) ?? []), { words, exact, term }]);
  };
  for (const term of terms) {
    const told = (text: string): boolean => !term.unlinked.includes(text);
    for (const text of [term.name, ...term.synonyms].filter(told)) add(term.id, text, false);
    for (const text of term.abbreviations.filter(told)) add(term.id, text, true);
  }
  return book;
}

/** Prose without what readers do not see: citation keys, targets of links, tags, comments. */
const visible = (body: string): string =>
  body
    .normalize('NFC')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, ' | ')
    .replace(/\[[^\]]*@[^\]]*\]/g, ' | ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/<[^>]*>/g, ' | ')
    .replace(/https?:\/\/\S+/g, ' | ');

/** One place in a text where a name of a term stands; offsets count from the start of the text. */
export interface Mention {
  readonly term: TermId;
  readonly from: number;
  readonly to: number;
}

/** Every mention in plain text, in order of its first word; of one place the phrases come in the order of the book, overlapping ones included. */
export function findMentions(text: string, book: PhraseBook): Mention[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    raw: match[0],
    low: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const stands = (phrase: Phrase, at: number): boolean =>
    phrase.words.every((expected, i) => {
      const word = words[at + i];
      if (!word || (phrase.exact ? word.raw : word.low) !== expected) return false;
      return i === 0 || JOINT.test(text.slice(words[at + i - 1]?.to, word.from));
    });
  return words.flatMap((word, at) =>
    (book.get(word.low) ?? [])
      .filter((phrase) => stands(phrase, at))
      .map(({ term, words: own }) => ({ term, from: word.from, to: words[at + own.length - 1]?.to ?? word.to })),
  );
}

/** The terms that a body mentions, in order of first mention, e.g. `mentionsIn('DVT of the calf', book)`. */
export const mentionsIn = (body: string, book: PhraseBook): TermId[] => [
  ...new Set(findMentions(visible(body), book).map(({ term }) => term)),
];
