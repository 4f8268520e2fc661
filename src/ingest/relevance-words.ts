/** Finds the names of terms in running text, whole words only, longest name first. Knows no weights and no articles. */
import type { Term } from '../schema/term.ts';

/** A word as it is compared, and as it stands. */
interface Word {
  readonly plain: string;
  readonly standing: string;
}

interface Name {
  readonly term: Term;
  readonly words: readonly Word[];
  /** True for an abbreviation, which counts only in its own spelling: `SOX`, never `sox`. */
  readonly exact: boolean;
}

/** Terms by the first word of each of their names. */
export type NameIndex = ReadonlyMap<string, readonly Name[]>;

export interface NameUse {
  readonly term: Term;
  /** As the text spells it, for the reader of a message. */
  readonly spelling: string;
}

const singular = (word: string): string => (word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word);

const toWords = (text: string): Word[] =>
  (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((standing) => ({
    standing,
    plain: singular(standing.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')),
  }));

/** Two capitals in one word make an abbreviation: `DVT`, `rt-PA`, `CaVenT`. */
const isAbbreviation = (name: string): boolean => !/\s/.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) > 1;

/** All names of terms in every language, ready to be looked up. Names that mean other things as often are left out. */
export function toNameIndex(terms: readonly Term[]): NameIndex {
  const index = new Map<string, Name[]>();
  for (const term of terms) {
    const names = [term.name, ...term.abbreviations, ...term.synonyms, ...Object.values(term.languages)];
    for (const name of new Set(names)) {
      const words = toWords(name);
      const [first] = words;
      if (!first || term.unlinked.includes(name)) continue;
      index.set(first.plain, [...(index.get(first.plain) ?? []), { term, words, exact: isAbbreviation(name) }]);
    }
  }
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const standsAt = (name: Name, words: readonly Word[], at: number): boolean =>
  name.words.every(({ plain, standing }, i) => {
    const word = words[at + i];
    return name.exact ? word?.standing.replace(/s$/, '') === standing.replace(/s$/, '') : word?.plain === plain;
  });

/** Every name that stands in a text, in order, e.g. `findNames('Two DVTs', index)` gives one use of deep vein thrombosis. */
export function findNames(text: string, index: NameIndex): NameUse[] {
  const words = toWords(text);
  const uses: NameUse[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = index.get(words[at]?.plain ?? '')?.find((each) => standsAt(each, words, at));
    if (!name) continue;
    const spelling = words
      .slice(at, at + name.words.length)
      .map(({ standing }) => standing)
      .join(' ');
    uses.push({ term: name.term, spelling });
    at += name.words.length - 1;
  }
  return uses;
}
