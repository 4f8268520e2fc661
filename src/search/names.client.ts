/** The names of pages, which search knows before it asks the index: who is named exactly, who in part, which names go together. Pure. */
import { contentWords, keysIn, plain, squeezed, toKey, wordsIn, WordForms } from './words.client.ts';

/** A page with its names: its number in the index, its kind, its title, its other names. */
export type NamedPage = readonly [id: string, page: string, title: string, ...names: readonly string[]];

/** Works are told from each other by citation names, which have no title's weight. */
export interface NameMatch {
  /** 3 when the title is exactly what was asked, 2 when another name is, else 0. */
  readonly exact: 0 | 2 | 3;
  /** From 0 to 1: how much of what was asked the best name has, and how little else. */
  readonly part: number;
  readonly page: string;
}

/** A stretch of what was asked that is a name of a term, and how the term is called. */
export interface NamedStretch {
  readonly from: number;
  readonly length: number;
  readonly name: string;
}

const longestName = 6;

export class Names {
  /** Every word of every name. */
  readonly words: WordForms;
  private readonly rows: readonly { id: string; page: string; exact: readonly string[]; keys: readonly ReadonlySet<string>[] }[];
  private readonly counts = new Map<string, number>();
  private readonly termOf = new Map<string, string>();
  private readonly squeezed = new Map<string, string>();
  private readonly kinds: ReadonlyMap<string, string>;

  constructor(pages: readonly NamedPage[]) {
    const words = new Set<string>();
    for (const [, page, ...names] of pages)
      if (page === 'Term') for (const name of names) this.termOf.set(keysIn(name).join(' '), names[0] ?? '');
    this.kinds = new Map(pages.map(([id, page]) => [id, page]));
    this.rows = pages.map(([id, page, ...names]) => {
      for (const name of names) for (const word of wordsIn(name)) words.add(word);
      for (const name of names) this.squeezed.set(squeezed(name), plain(name));
      const said = page === 'Term' ? names : names.flatMap((name) => [name, this.inTerms(name)]);
      const keys = said.map((name) => new Set(contentWords(name).map(toKey)));
      for (const key of new Set(keys.flatMap((set) => [...set]))) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      return { id, page, exact: names.map(squeezed), keys };
    });
    this.words = new WordForms(words);
  }

  /** Kind of a page that has a name, e.g. `Term`. */
  pageOf(id: string): string | undefined {
    return this.kinds.get(id);
  }

  /** Weight of a word: the more pages are called by it, the less it tells. */
  private weight(key: string): number {
    return Math.log(1 + this.rows.length / (1 + (this.counts.get(key) ?? 0)));
  }

  private weigh(keys: Iterable<string>): number {
    let sum = 0;
    for (const key of keys) sum += this.weight(key);
    return sum;
  }

  /** The name that has these letters with other gaps, e.g. `c tract` for `ctract`. */
  called(asked: string): string | undefined {
    return this.squeezed.get(squeezed(asked));
  }

  /** How much two sets of words have in common, from 0 to 1. */
  private share(asked: ReadonlySet<string>, name: ReadonlySet<string>): number {
    const shared = this.weigh([...asked].filter((key) => name.has(key)));
    return shared === 0 ? 0 : (2 * shared) / (this.weigh(asked) + this.weigh(name));
  }

  /** The pages that are named in what was asked, by their number; `wordings` are other ways to say it, in which a part may be named. */
  match(asked: string, ...wordings: readonly string[]): Map<string, NameMatch> {
    const wanted = squeezed(asked);
    const asks = [asked, ...wordings].map((wording) => new Set(contentWords(wording).map(toKey)));
    const found = new Map<string, NameMatch>();
    for (const { id, page, exact, keys: names } of this.rows) {
      const at = exact.indexOf(wanted);
      const part = Math.max(0, ...names.flatMap((name) => asks.map((keys) => this.share(keys, name))));
      if (at >= 0 || part > 0) found.set(id, { exact: at === 0 ? 3 : at > 0 ? 2 : 0, part, page });
    }
    return found;
  }

  /** A text in the words of the glossary, e.g. `age and thrombectomy` for `age and clot removal`. */
  private inTerms(text: string): string {
    const words = wordsIn(text);
    for (const { from, length, name } of this.stretches(words))
      words.splice(from, length, name, ...Array.from({ length: length - 1 }, () => ''));
    return words.join(' ');
  }

  /** The stretches of these words that are another name of a term, the longest first, none overlapping. */
  stretches(words: readonly string[]): NamedStretch[] {
    const keys = words.map(toKey);
    const found: NamedStretch[] = [];
    const taken = new Set<number>();
    for (let length = Math.min(longestName, words.length); length > 0; length--)
      for (let from = 0; from + length <= words.length; from++) {
        const name = this.termOf.get(keys.slice(from, from + length).join(' '));
        const places = Array.from({ length }, (_, place) => from + place);
        if (name === undefined || places.some((place) => taken.has(place))) continue;
        for (const place of places) taken.add(place);
        found.push({ from, length, name });
      }
    return found;
  }
}
