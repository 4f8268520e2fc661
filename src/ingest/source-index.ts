/** The sources that exist already, also drafts that are half edited or broken, looked up by id and by sign, so that the ten-thousandth article is as fast as the first. */
import { toContent, type RawFile } from '../library/content.ts';
import { canonicalUrl } from './canonical-url.ts';
import { toPlain } from './plain-text.ts';
import { filled } from './raw-article.ts';
import { listAt, textAt, textsAt } from './record/values.ts';

/** Signs that a source bears once, in a field of their name. */
const PLAIN = ['doi', 'pmid', 'isbn', 'url', 'snapshot', 'title'] as const;

/** What tells two works of one title apart, and what is told where a work that is held comes again. */
const PLACE = ['issued', 'updated', 'container', 'volume', 'issue', 'pages', 'registry'] as const;

export interface KnownSource extends Partial<Readonly<Record<(typeof PLAIN)[number] | (typeof PLACE)[number], string>>> {
  readonly id: string;
  /** As messages name it, e.g. `content/sources/nice-2019-ipg651.md`. */
  readonly file: string;
  readonly aliases: readonly string[];
  /** Container, publisher and organisations: whoever can stand for the publisher. */
  readonly houses: readonly string[];
  /** Family names of its authors. */
  readonly families: readonly string[];
  /** Headings of the article, as long as the source is a draft. */
  readonly outline?: readonly string[];
}

/** The ISBN-10 and the ISBN-13 with 978 of one book share the nine digits before the check digit. */
function isbnCore(isbn: string): string {
  const digits = isbn.replace(/[\s-]/g, '').toUpperCase();
  return /^(?:978)?\d{9}[\dX]$/.test(digits) ? digits.slice(0, -1).slice(-9) : digits;
}

/** What a sign is compared by; undefined where the text is none. */
const signKeys = {
  doi: (doi: string) => doi.toLowerCase(),
  pmid: (pmid: string) => pmid,
  isbn: isbnCore,
  url: canonicalUrl,
  alias: (path: string) => path.replace(/\/+$/, '').toLowerCase(),
  snapshot: (hash: string) => hash,
  title: toPlain,
} satisfies Record<string, (text: string) => string | undefined>;

type SignName = keyof typeof signKeys;
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
      const left = sources.filter((each) => each.id !== id);
      this.#byKey.set(key, left);
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

const isText = (text: string | undefined): text is string => text !== undefined;

/** What can be told from the fields of a source, valid or not, e.g. of `{ title: 'Widgets', doi: '10.1000/xyz' }`. */
export function toKnownSource(id: string, file: string, fields: unknown): KnownSource {
  const authors = listAt(fields, 'authors');
  const plain = [...PLAIN, ...PLACE].map((key) => [key, textAt(fields, key)]);
  const listed = (field: string): readonly string[] | undefined => {
    const texts = textsAt(fields, field);
    return texts.length > 0 ? texts : undefined;
  };
  const houses = [
    ...['container', 'publisher'].map((key) => textAt(fields, key)),
    ...authors.map((author) => textAt(author, 'organisation')),
  ];
  return {
    id,
    file,
    ...filled(Object.fromEntries(plain) as Pick<KnownSource, 'title'>),
    aliases: textsAt(fields, 'aliases'),
    houses: houses.filter(isText),
    families: authors.map((author) => textAt(author, 'family')).filter(isText),
    ...filled({ outline: listed('outline') }),
  };
}

/** Fields on lines of their own, for a file whose YAML is broken: an unfinished edit must not make a second draft. */
function readLines(text: string): Record<string, unknown> {
  const rows = [...text.matchAll(/^(\w+):[ ]*["']?(.+?)["']?[ ]*$/gm)].map(([, key, value]) => [key, value]);
  const aliases = [...text.matchAll(/^\s*-\s+["']?(\/\S+?)["']?\s*$/gm)].map(([, path]) => path);
  return { ...(Object.fromEntries(rows) as Record<string, unknown>), aliases };
}

/** The known sources in the files of a content folder, in order of file name. `folder` is how messages name it. */
export function toKnownSources(raw: readonly RawFile[], folder: string): KnownSource[] {
  const sources = raw.filter((file) => /^sources\/[^/]+\.md$/.test(file.path));
  const { files } = toContent(sources, folder);
  const values = new Map(files.map((file) => [file.path, file.value]));
  return sources
    .map((file) => {
      const path = `${folder}/${file.path}`;
      const id = file.path.slice('sources/'.length, -'.md'.length);
      const value = values.has(path) ? values.get(path) : readLines(new TextDecoder().decode(file.bytes));
      return toKnownSource(id, path, value);
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
