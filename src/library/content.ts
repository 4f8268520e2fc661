/** Text of `content/` -> files with values -> Library. Pure: bytes in, values out; what cannot be read is reported, not thrown. */
import { nouns, nounNames, type Noun } from '../schema/nouns.ts';
import type { ContentFile, StrayFile, UnreadableFile } from './content-file.ts';
import { twoReadings } from './two-readings.ts';
import { toYamlValue } from './yaml-value.ts';
import { buildLibrary, type Library } from './library.ts';

/** A file as it lies on disk; `path` is relative to the content folder, with forward slashes. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

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

const FRONTMATTER = /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;

/** The noun whose place this path is, or undefined for a stray. Folders are flat. */
export function nounOf(path: string): Noun | undefined {
  return nounNames.find((noun) => {
    const row = nouns[noun];
    if (row.list) return path === row.path;
    const rest = path.startsWith(`${row.path}/`) ? path.slice(row.path.length + 1) : '';
    return rest.endsWith(row.ending) && !rest.includes('/');
  });
}

const lines = (text: string): number => text.split('\n').length;

function decode(bytes: Uint8Array): string | { line: number } {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return { line: lines(new TextDecoder('latin1').decode(bytes).split(/[\u0080-\u00ff]/)[0] ?? '') };
  }
}

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '');

function readFile(raw: RawFile, noun: Noun, folder: string): ContentFile | UnreadableFile {
  const path = `${folder}/${raw.path}`;
  const start = { line: 1, column: 1 };
  const text = decode(raw.bytes);
  if (typeof text !== 'string') {
    return {
      path,
      place: { line: text.line, column: 1 },
      message: 'The file is not UTF-8 text.',
      fix: 'Save it again with the encoding UTF-8.',
    };
  }
  const id = idOf(raw.path);
  const whole = nouns[noun].ending === '.yaml';
  const match = whole ? null : FRONTMATTER.exec(text);
  if (!whole && !match) {
    return {
      path,
      place: start,
      message: 'The file has no frontmatter, expected fields between two lines of `---` at its very top.',
      fix: 'Start the file with `---`, the fields, and `---` again.',
    };
  }
  const yaml = whole ? text : (match?.[1] ?? '');
  const twofold = twoReadings(text, whole ? '' : yaml);
  if (twofold) return { path, ...twofold };
  const yamlLine = whole ? 1 : 2;
  const read = toYamlValue(yaml, yamlLine);
  if (read.problem) return { path, ...read.problem };
  const head = match?.[0] ?? '';
  return {
    path,
    noun,
    id,
    text,
    yaml,
    yamlLine,
    value: read.value,
    body: whole ? '' : text.slice(head.length),
    bodyLine: whole ? lines(text) : lines(head),
  };
}

const isUnreadable = (file: ContentFile | UnreadableFile): file is UnreadableFile => 'message' in file;

/** A file whose text is read only when somebody asks for it. */
function rememberedFile({ path, bytes }: RememberedFile, noun: Noun, folder: string): ContentFile {
  let known: ContentFile | undefined;
  const whole = (): ContentFile => {
    if (known) return known;
    const read = readFile({ path, bytes: bytes() }, noun, folder);
    if (isUnreadable(read)) throw new Error(`\`${read.path}\` was changed while it was being checked. Run it again.`);
    return (known = read);
  };
  return {
    path: `${folder}/${path}`,
    noun,
    id: idOf(path),
    yamlLine: nouns[noun].ending === '.yaml' ? 1 : 2,
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

/** The entries of one noun that its schema accepts. Lists are taken row by row, so that one bad term does not hide the others. */
function entriesOf(files: readonly ContentFile[], noun: Noun, remembered: ReadonlyMap<ContentFile, object> = new Map()): never[] {
  const { list, schema } = nouns[noun];
  const own = files.filter((file) => file.noun === noun);
  if (!list) {
    return own.flatMap((file) => {
      const data = remembered.get(file);
      if (data) {
        // An entry of its own: a body that nobody asks for is not read.
        const entry = { ...data, id: file.id, file: file.path };
        return [Object.defineProperty(entry, 'body', { enumerable: true, get: () => file.body }) as never];
      }
      const parsed = schema.safeParse(file.value);
      return parsed.success ? [{ ...(parsed.data as object), id: file.id, file: file.path, body: file.body } as never] : [];
    });
  }
  const row = 'element' in schema ? schema.element : schema;
  return own
    .flatMap((file) => (Array.isArray(file.value) ? (file.value as unknown[]) : []))
    .flatMap((value) => {
      const parsed = row.safeParse(value);
      return parsed.success ? [parsed.data as never] : [];
    });
}

const isRemembered = (file: RawFile | RememberedFile): file is RememberedFile => 'data' in file;

/** Reads raw files into content; those that are remembered are not read again. `folder` is the content folder as messages should name it, e.g. `content`. */
export function toContent(raw: Iterable<RawFile | RememberedFile>, folder = 'content'): Content {
  const files: ContentFile[] = [];
  const unreadable: UnreadableFile[] = [];
  const strays: StrayFile[] = [];
  const remembered = new Map<ContentFile, object>();
  for (const file of [...raw].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const noun = nounOf(file.path);
    if (!noun) strays.push({ path: `${folder}/${file.path}` });
    else if (isRemembered(file)) {
      const held = rememberedFile(file, noun, folder);
      remembered.set(held, file.data);
      files.push(held);
    } else {
      const read = readFile(file, noun, folder);
      if (isUnreadable(read)) unreadable.push(read);
      else files.push(read);
    }
  }
  const library = buildLibrary({
    sources: entriesOf(files, 'source', remembered),
    questions: entriesOf(files, 'question', remembered),
    topics: entriesOf(files, 'topic', remembered),
    pathways: entriesOf(files, 'pathway', remembered),
    terms: entriesOf(files, 'term'),
    sections: entriesOf(files, 'section'),
    sightings: entriesOf(files, 'sighting'),
    lookups: entriesOf(files, 'lookup'),
    people: entriesOf(files, 'person'),
  });
  return { folder, files, unreadable, strays, library };
}
