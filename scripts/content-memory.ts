/**
 * What `validate --changed` knows of files that were read and found right before, so that ten thousand of them need not be
 * read again. Kept in `.cache/`; a file counts as the same while size, times and number on the disk are, as git has it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { noFacts, type BodyFacts } from '../src/check/body-facts.ts';
import { tryFiles } from '../src/check/trial.ts';
import { readBounded } from '../src/library/from-files.ts';
import type { Issue } from '../src/check/issue.ts';
import type { LintContext } from '../src/check/lint-context.ts';
import { collections } from '../src/schema/collections.ts';
import { toContent, type Content, type RawFile, type RememberedFile } from '../src/library/content.ts';
import { sweepParts, writeWhole } from '../src/library/to-files.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';

interface Kept {
  readonly stamp: string;
  readonly data: object;
  /** What there is besides plain prose; nothing for most digests. */
  readonly facts?: BodyFacts;
}

interface Memory {
  readonly code: string;
  readonly files: Map<string, Kept>;
  /** Stamps of fingerprints against which no text of those files was too close. */
  readonly fingerprints: Map<string, string>;
}

/** A file saved so shortly before the memory may have been saved again in the same tick of the clock of the disk. */
const RACY = 2_000_000_000n;
/** What may be the id of a source. */
const NAME = /[a-z0-9]+(?:-[a-z0-9]+)+/g;
/** Rewriting everything for a handful of files would cost more than reading those again. */
const WORTHWHILE = 0.02;

const project = resolve(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Changes with everything that decides what is remembered: schemas, readers, rules and packages, and the words that all files go by. */
function codeHash(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  const rooms = ['words', 'schema', 'library', 'evidence', 'check'].flatMap((room) => filesBelow(join(project, 'src', room)).sort());
  for (const path of [...rooms, join(project, 'package-lock.json')]) hash.update(path).update(readFileSync(path));
  for (const { path } of [collections.vocabulary, collections.site])
    hash.update(path).update(existsSync(join(folder, path)) ? readBounded(join(folder, path)) : '');
  return hash.digest('hex');
}

/** Where the memory of a folder lies. */
export const memoryOf = (folder: string): string =>
  join(project, '.cache', 'validate', `${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}.bin`);

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** What is remembered of a folder, and when it was written; nothing where it cannot be read or was made by other code. */
function readMemory(folder: string, code: string): Pick<Memory, 'files' | 'fingerprints'> & { readonly written: bigint } {
  try {
    const place = memoryOf(folder);
    const memory = deserialize(readFileSync(place)) as Memory;
    if (memory.code === code) return { ...memory, written: statSync(place, { bigint: true }).mtimeNs };
  } catch {
    // A memory that is not there or damaged is only slower.
  }
  return { files: new Map(), fingerprints: new Map(), written: 0n };
}

export interface RememberedContent {
  readonly content: Content;
  /** Facts of the bodies of files that were not read again, by path as issues name it. */
  readonly bodies: ReadonlyMap<string, BodyFacts>;
  /** Paths of the files that are as they were when nothing wrong was found in them, as issues name them. */
  readonly settled: ReadonlySet<string>;
  /** How many fingerprints were left out, because no file that changed is about their article or names it. */
  readonly unread: number;
  /** Keeps for the next time what was found right now. */
  readonly remember: (context: LintContext, issues: readonly Issue[]) => void;
}

/** Reads a content folder, without reading again what has not changed since `remember` was called. */
export async function readRememberedContent(folder: string): Promise<RememberedContent> {
  const code = codeHash(folder);
  const { files: known, fingerprints, written } = readMemory(folder, code);
  const same: { readonly relative: string; readonly path: string }[] = [];
  const stamps = new Map<string, string>();
  const kept = new Map<string, Kept>();
  const raw: (RawFile | RememberedFile)[] = [];
  for (const path of filesBelow(folder)) {
    const relative = path.slice(folder.length + 1).replaceAll('\\', '/');
    try {
      const { mtimeNs, ctimeNs, size, ino } = statSync(path, { bigint: true });
      const stamp = `${mtimeNs}:${ctimeNs}:${size}:${ino}`;
      stamps.set(relative, stamp);
      const held = known.get(relative);
      if (fingerprints.get(relative) === stamp && ctimeNs + RACY < written) same.push({ relative, path });
      else if (held?.stamp === stamp && ctimeNs + RACY < written) {
        kept.set(relative, held);
        raw.push({ path: relative, data: held.data, bytes: () => readFileSync(path) });
      } else raw.push({ path: relative, bytes: readBounded(path) });
    } catch (error) {
      // Deleted since the folder was listed.
      if (!missing(error)) throw error;
    }
  }
  // A text that changed is held against the articles that it is about or names; the build holds it against all.
  const changed = raw.flatMap((file) => ('data' in file ? [] : [file]));
  const names = new Set(
    changed.flatMap(({ path, bytes }) => [path, new TextDecoder().decode(bytes)].flatMap((text) => text.match(NAME) ?? [])),
  );
  const wanted = same.filter(({ relative }) => names.has(basename(relative, collections.fingerprint.ending)));
  raw.push(...wanted.map(({ relative, path }) => ({ path: relative, bytes: readBounded(path) })));
  const named = <T>(map: ReadonlyMap<string, Kept>, of: (one: Kept) => T): [string, T][] =>
    [...map].map(([path, one]) => [`${folder}/${path}`, of(one)]);
  const content = toContent(raw, folder.replaceAll('\\', '/'), await tryFiles(changed, folder));
  return {
    content,
    bodies: new Map(named(kept, ({ facts }) => facts ?? noFacts)),
    settled: new Set([...kept.keys(), ...wanted.map(({ relative }) => relative)].map((path) => `${folder}/${path}`)),
    unread: same.length - wanted.length,
    remember(context, issues) {
      if (stamps.size - kept.size - same.length <= stamps.size * WORTHWHILE && kept.size) return;
      const wrong = new Set(issues.filter(({ level }) => level === 'error').map(({ file }) => file));
      for (const { file } of [...context.pages, ...context.pathways]) {
        const path = file.path.slice(folder.length + 1);
        const stamp = stamps.get(path);
        const entry = content.library[`${file.collection as 'source'}s`].get(file.id as never);
        if (kept.has(path) || stamp === undefined || !entry || wrong.has(file.path)) continue;
        const { id: _id, file: _file, body: _body, ...data } = entry;
        const facts = context.bodyOf(file);
        // What takes values from other files is read again, since those may have changed.
        if (facts.filled) continue;
        kept.set(path, isDeepStrictEqual(facts, noFacts) ? { stamp, data } : { stamp, data, facts });
      }
      // What was too close to an article must meet it again the next time.
      const close = issues.some(({ rule }) => rule === 'parallel-wording');
      const fine = close
        ? []
        : context.fingerprints.filter(({ file }) => !wrong.has(file.path)).map(({ file }) => file.path.slice(folder.length + 1));
      const all = [...(close ? [] : same.map(({ relative }) => relative)), ...fine];
      writeMemory(folder, { code, files: kept, fingerprints: new Map(all.map((path) => [path, stamps.get(path) ?? ''])) });
    },
  };
}

/** A memory that cannot be written is only slower next time. */
function writeMemory(folder: string, memory: Memory): void {
  const place = memoryOf(folder);
  try {
    sweepParts(dirname(place));
    writeWhole(place, serialize(memory), { flush: false });
  } catch (error) {
    if (!(error instanceof UnwrittenError)) throw error;
  }
}
