/**
 * What the subject of a site is, as far as words show it: it has sides, such as clots and veins, and an article must speak of
 * each. Says how loudly a word or a name of a term speaks of them. Neither alone is ours: a stroke is clots without veins.
 */
import type { SiteProfile } from '../schema/site-profile.ts';
import type { Term } from '../schema/term.ts';
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
