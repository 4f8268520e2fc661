/**
 * What the subject of a site is, as far as words show it: it has sides, such as clots and veins, and an article must speak of
 * each. Says how loudly a word or a name of a term speaks of them. Neither alone is ours: a stroke is clots without veins.
 */
import type { SiteProfile } from '../schema/site-profile.ts';
import { foreignNames, type Term } from '../schema/term.ts';
import { toPatternTest } from '../words/pattern.ts';

/** How loudly each side is spoken of, in the order of the site's, from 0, which is silence, to 1. */
export type Sides = readonly number[];

export const isSilent = (sides: Sides): boolean => sides.every((loudness) => loudness === 0);

const louder = (a: Sides, b: Sides): Sides => a.map((loudness, side) => Math.max(loudness, b[side] ?? 0));

/** Hears the subject of a site in words and names, e.g. `new Hearing(site.subject, specific)`. */
export class Hearing {
  readonly #tests: readonly (readonly ReturnType<typeof toPatternTest>[])[];
  readonly #specific: ReadonlySet<string>;
  readonly #silent: Sides;
  readonly #words = new Map<string, Sides>();

  /** `specific`: terms of what is done for the subject alone, which speak of all of it. */
  constructor({ sides, both }: SiteProfile['subject'], specific: ReadonlySet<string>) {
    this.#tests = sides.map(({ words }) => [...words, ...both].map(toPatternTest));
    this.#specific = specific;
    this.#silent = sides.map(() => 0);
  }

  #hear(text: string, loudness: number): Sides {
    return this.#tests.map((tests) => (tests.some((test) => test(text) !== undefined) ? loudness : 0));
  }

  /** A word outside all names speaks half as loud as a name, e.g. `clots` gives `[0.5, 0]`. */
  ofWord(word: string): Sides {
    const sides = this.#words.get(word) ?? this.#hear(word, 0.5);
    this.#words.set(word, sides);
    return sides;
  }

  /**
   * A name of a term speaks for itself. One that shows no subject speaks for its term: fully where it has a capital
   * (`May-Thurner syndrome`), half where it is several plain words (`milk leg`), and not at all where it is one (`stent`),
   * since that means other things elsewhere. A term whose name is a proper one (`ATTRACT`) speaks half for its definition too.
   */
  ofName(name: string, term: Term): Sides {
    const capital = /\p{Lu}/u.test(name);
    const telling = capital || /\s/.test(name);
    const own = telling && this.#specific.has(term.id) ? this.#silent.map(() => 1) : this.#hear(name, 1);
    const parent = isSilent(own) && telling ? this.#hear(term.name, capital ? 1 : 0.5) : this.#silent;
    const defined = capital && /^\p{Lu}/u.test(term.name) ? this.#hear(term.definition, 0.5) : this.#silent;
    return louder(louder(own, parent), defined);
  }
}

/** A word as it is compared, and as it stands. */
interface Word {
  readonly plain: string;
  readonly standing: string;
}

interface TermName {
  readonly term: Term;
  /** As the glossary spells it. */
  readonly name: string;
  readonly words: readonly Word[];
  /** True for an abbreviation, which counts only in its own spelling: `SOX`, never `sox`. */
  readonly exact: boolean;
}

/** Names by their first word, longest first. */
type NameIndex = ReadonlyMap<string, readonly TermName[]>;

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
    const names = [term.name, ...term.abbreviations, ...term.synonyms, ...foreignNames(term)];
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
