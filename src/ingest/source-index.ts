/** The known sources, ready to be looked up by id and by sign, so that the ten-thousandth article is as fast as the first. */
import { canonicalUrl } from './canonical-url.ts';
import type { KnownSource } from './known-source.ts';

/** Lower-case letters and digits with single spaces, e.g. `toPlain('The “Élan” study') === 'the elan study'`. */
export const toPlain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The ISBN-10 and the ISBN-13 with 978 of one book share the nine digits before the check digit. */
function isbnCore(isbn: string): string {
  const digits = isbn.replace(/[\s-]/g, '').toUpperCase();
  return /^(?:978)?\d{9}[\dX]$/.test(digits) ? digits.slice(0, -1).slice(-9) : digits;
}

/** What a sign is compared by; undefined where the text is none. */
export const signKeys = {
  doi: (doi: string) => doi.toLowerCase(),
  pmid: (pmid: string) => pmid,
  isbn: isbnCore,
  url: canonicalUrl,
  alias: (path: string) => path.replace(/\/+$/, '').toLowerCase(),
  snapshot: (hash: string) => hash,
  title: toPlain,
} satisfies Record<string, (text: string) => string | undefined>;

export type SignName = keyof typeof signKeys;
const PLAIN = ['doi', 'pmid', 'isbn', 'url', 'snapshot', 'title'] as const;

const keyOf = (sign: SignName, text: string | undefined): string | undefined => {
  const key = text === undefined ? undefined : signKeys[sign](text);
  return key ? `${sign} ${key}` : undefined;
};

export class SourceIndex {
  readonly #ids = new Set<string>();
  readonly #byKey = new Map<string, KnownSource[]>();

  constructor(sources: Iterable<KnownSource> = []) {
    for (const source of sources) this.add(source);
  }

  /** Adds a source; what was there before it is found before it. */
  add(source: KnownSource): void {
    this.#ids.add(source.id);
    const keys = [...PLAIN.map((sign) => keyOf(sign, source[sign])), ...source.aliases.map((alias) => keyOf('alias', alias))];
    for (const key of new Set(keys)) if (key) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), source]);
  }

  /** Takes a source out again, e.g. because its draft could not be written. Its id stays taken. */
  remove(id: string): void {
    for (const [key, sources] of this.#byKey) {
      if (sources.some((each) => each.id === id))
        this.#byKey.set(
          key,
          sources.filter((each) => each.id !== id),
        );
    }
  }

  /** Ids that are taken, those of broken files included. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** The sources that bear a sign, e.g. `index.find('doi', '10.1000/XYZ')`; none where the text is no such sign. */
  find(sign: SignName, text: string | undefined): readonly KnownSource[] {
    const key = keyOf(sign, text);
    return (key && this.#byKey.get(key)) || [];
  }
}

/** An index of the sources given, or the very index. */
export const toSourceIndex = (held: SourceIndex | readonly KnownSource[]): SourceIndex =>
  held instanceof SourceIndex ? held : new SourceIndex(held);
