/** Finds the names of terms in running text, whole words only, the longest name first. Knows no weights and no articles. */
import type { Term } from '../schema/term.ts';

/** A word as it is compared, and as it stands. */
interface Word {
  readonly plain: string;
  readonly standing: string;
}

export interface TermName {
  readonly term: Term;
  /** As the glossary spells it. */
  readonly name: string;
  readonly words: readonly Word[];
  /** True for an abbreviation, which counts only in its own spelling: `SOX`, never `sox`. */
  readonly exact: boolean;
}

/** Names by their first word, longest first. */
export type NameIndex = ReadonlyMap<string, readonly TermName[]>;

/** A name that stands in a text, or a word that is part of none: there `of` is left out. */
export interface NamePiece {
  readonly of?: TermName;
  readonly spelling: string;
}

const singular = (word: string): string => (word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word);

const toWords = (text: string): Word[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((standing) => ({
    standing,
    plain: singular(standing.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')),
  }));

/** Two capitals in one word make an abbreviation: `DVT`, `CaVenT`. */
const isAbbreviation = (name: string): boolean => !/\s/.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) > 1;

/** All names of terms in every language. Names that mean other things as often (`unlinked`) are left out. */
export function toNameIndex(terms: readonly Term[]): NameIndex {
  const index = new Map<string, TermName[]>();
  for (const term of terms) {
    const names = [term.name, ...term.abbreviations, ...term.synonyms, ...Object.values(term.languages)];
    for (const name of new Set(names)) {
      const words = toWords(name);
      const [first] = words;
      if (!first || term.unlinked.includes(name)) continue;
      index.set(first.plain, [...(index.get(first.plain) ?? []), { term, name, words, exact: isAbbreviation(name) }]);
    }
  }
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const standsAt = (name: TermName, words: readonly Word[], at: number): boolean =>
  name.words.every(({ plain, standing }, i) => {
    const word = words[at + i];
    return name.exact ? word?.standing.replace(/s$/, '') === standing.replace(/s$/, '') : word?.plain === plain;
  });

/** A text as names and other words, in order, e.g. `toPieces('two DVTs', index)` gives `two`, and `DVTs` with its name. */
export function toPieces(text: string, index: NameIndex): NamePiece[] {
  const words = toWords(text);
  const pieces: NamePiece[] = [];
  for (let at = 0; at < words.length; at++) {
    const of = index.get(words[at]?.plain ?? '')?.find((name) => standsAt(name, words, at));
    const standing = words.slice(at, at + (of?.words.length ?? 1)).map((word) => word.standing);
    pieces.push({ ...(of && { of }), spelling: standing.join(' ') });
    at += standing.length - 1;
  }
  return pieces;
}
