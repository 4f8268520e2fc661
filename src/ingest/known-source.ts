/** The sources that exist already, as far as recognising an article again needs them: also drafts that are half edited or broken. */
import { toContent, type RawFile } from '../library/content.ts';

export interface KnownSource {
  readonly id: string;
  /** As messages name it, e.g. `content/sources/nice-2019-ipg651.md`. */
  readonly file: string;
  readonly title?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly isbn?: string;
  readonly url?: string;
  readonly snapshot?: string;
  readonly aliases: readonly string[];
  /** Container, publisher and organisations: whoever can stand for the publisher. */
  readonly houses: readonly string[];
  /** Family names of its authors. */
  readonly families: readonly string[];
  readonly issued?: string;
}

const PLAIN = ['title', 'doi', 'pmid', 'isbn', 'url', 'snapshot', 'issued'] as const;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

/** What can be told from the fields of a source, valid or not, e.g. of `{ title: 'Widgets', doi: '10.1000/xyz' }`. */
export function toKnownSource(id: string, file: string, value: unknown): KnownSource {
  const fields = isRecord(value) ? value : {};
  const authors = Array.isArray(fields['authors']) ? fields['authors'] : [];
  const aliases = Array.isArray(fields['aliases']) ? fields['aliases'] : [];
  const houses = [
    fields['container'],
    fields['publisher'],
    ...authors.map((author) => (isRecord(author) ? author['organisation'] : undefined)),
  ];
  return {
    id,
    file,
    ...Object.fromEntries(PLAIN.flatMap((key) => (textOf(fields[key]) ? [[key, textOf(fields[key])]] : []))),
    aliases: aliases.flatMap((alias) => textOf(alias) ?? []),
    houses: houses.flatMap((house) => textOf(house) ?? []),
    families: authors.flatMap((author) => (isRecord(author) ? (textOf(author['family']) ?? []) : [])),
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
