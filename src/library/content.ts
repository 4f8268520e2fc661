/** Text of `content/` -> files with values -> Library. Pure: bytes in, values out; what cannot be read is reported, not thrown. */
import { collections, collectionNames, isOneFile, type Collection } from '../schema/collections.ts';
import type { ContentFile, StrayFile, UnreadableFile } from './content-file.ts';
import { schemaOf } from '../schema/schemas.ts';
import { toVocabulary, type Vocabulary } from '../schema/vocabulary.ts';
import { toLibrary, type Library } from './library.ts';
import { breakage, idOf, isUnreadable, readFile } from './read-file.ts';
import type { Breach } from './within-limits.ts';

/** A file as it lies on disk; `path` is relative to the content folder, with forward slashes. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** For whoever opens the folder; no page is made of it. */
const GUIDE = 'README.md';

/** A file that was read before and has not changed since. */
export interface RememberedFile {
  readonly path: string;
  /** Its fields as the schema let them through. */
  readonly data: object;
  /** The file as it lies on disk, for whoever needs its text after all. */
  readonly bytes: () => Uint8Array;
}

export interface Content {
  /** The content folder as messages name it, e.g. `content`. */
  readonly folder: string;
  readonly files: readonly ContentFile[];
  readonly unreadable: readonly UnreadableFile[];
  readonly strays: readonly StrayFile[];
  /** Everything that its schema accepts; what it refuses is left out and is for the check to report. */
  readonly library: Library;
}

/** The collection whose place this path is, or undefined for a stray. Folders are flat. */
export function collectionOf(path: string): Collection | undefined {
  return collectionNames.find((collection) => {
    const row = collections[collection];
    if (isOneFile(collection)) return path === row.path;
    const rest = path.startsWith(`${row.path}/`) ? path.slice(row.path.length + 1) : '';
    return rest.endsWith(row.ending) && !rest.includes('/');
  });
}

/** A file whose text is read only when somebody asks for it. */
function rememberedFile({ path, bytes }: RememberedFile, collection: Collection, folder: string): ContentFile {
  let known: ContentFile | undefined;
  const whole = (): ContentFile => {
    if (known) return known;
    const read = readFile({ path, bytes: bytes() }, collection, folder);
    if (isUnreadable(read)) throw new Error(`\`${read.path}\` was changed while it was being checked. Run it again.`);
    return (known = read);
  };
  return {
    path: `${folder}/${path}`,
    collection,
    id: idOf(path),
    yamlLine: collections[collection].ending === '.yaml' ? 1 : 2,
    get text() {
      return whole().text;
    },
    get yaml() {
      return whole().yaml;
    },
    get value() {
      return whole().value;
    },
    get body() {
      return whole().body;
    },
    get bodyLine() {
      return whole().bodyLine;
    },
  };
}

/** The entries of a file that its schema accepts. Lists are taken row by row, so that one bad term does not hide the others. */
function entriesIn(file: ContentFile, remembered: object | undefined, vocabulary: Vocabulary): unknown[] {
  const own = { id: file.id, file: file.path };
  // An entry of its own: a body that nobody asks for is not read.
  if (remembered) return [Object.defineProperty({ ...remembered, ...own }, 'body', { enumerable: true, get: () => file.body })];
  const values: readonly unknown[] = !collections[file.collection].list ? [file.value] : Array.isArray(file.value) ? file.value : [];
  return values.flatMap((value) => {
    const { data } = schemaOf(file.collection, vocabulary).safeParse(value);
    return data === undefined ? [] : [isOneFile(file.collection) ? data : { ...data, ...own, body: file.body }];
  });
}

const isRemembered = (file: RawFile | RememberedFile): file is RememberedFile => 'data' in file;

/**
 * Reads raw files into content; those that are remembered are not read again. `folder` is the content folder as messages should
 * name it, e.g. `content`; `refused` says of files why they are not to be read at all, by path.
 */
export function toContent(
  raw: Iterable<RawFile | RememberedFile>,
  folder = 'content',
  refused: ReadonlyMap<string, Breach> = new Map(),
): Content {
  const files: ContentFile[] = [];
  const unreadable: UnreadableFile[] = [];
  const strays: StrayFile[] = [];
  const remembered = new Map<ContentFile, object>();
  for (const file of [...raw].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const collection = collectionOf(file.path);
    const why = refused.get(file.path);
    if (file.path === GUIDE) continue;
    if (!collection) strays.push({ path: `${folder}/${file.path}` });
    else if (why) unreadable.push({ path: `${folder}/${file.path}`, ...why });
    else if (isRemembered(file)) {
      const held = rememberedFile(file, collection, folder);
      remembered.set(held, file.data);
      files.push(held);
    } else {
      const read = readFile(file, collection, folder);
      if (isUnreadable(read)) unreadable.push(read);
      else files.push(read);
    }
  }
  const vocabulary = toVocabulary(files.find(({ collection }) => collection === 'vocabulary')?.value);
  const entries = new Map<Collection, unknown[]>(collectionNames.map((name) => [name, name === 'vocabulary' ? [vocabulary] : []]));
  const held = files.filter((file) => {
    try {
      const known = entries.get(file.collection);
      for (const one of entriesIn(file, remembered.get(file), vocabulary)) known?.push(one);
      return true;
    } catch (error) {
      unreadable.push({ path: file.path, ...breakage(error) });
      return false;
    }
  });
  const library = toLibrary((name) => entries.get(name) ?? []);
  return { folder, files: held, unreadable, strays, library };
}
