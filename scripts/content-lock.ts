/**
 * Lets one command at a time write to a content folder; the next waits and says for whom. The lock is SQLite's, on a file of no
 * bytes: the system gives it up the moment its process ends, however that ends, so no lock is ever left over.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { sweepParts } from '../src/library/to-files.ts';
import { writing } from '../src/library/unwritten.ts';

export interface LockOptions {
  /** Who locks, as an editor types it, e.g. `npm run ingest`. */
  readonly command: string;
  /** Hears a sentence, without a line feed, when there is something to tell. */
  readonly say: (sentence: string) => void;
  /** True where a folder that is not there is made. */
  readonly make?: boolean;
  /** Ends waiting, e.g. on Ctrl-C. */
  readonly signal?: AbortSignal;
}

/** Often enough that nobody notices. */
const PAUSE = 50;
/** A wait as short as this many pauses is not worth a sentence. */
const SILENT = 10;
/** Of SQLite: somebody else holds it. */
const BUSY = 5;

/** The lock, or nothing while somebody else has it. */
function claim(folder: string, make: boolean): DatabaseSync | undefined {
  const path = join(folder, '.writing.lock');
  writing(folder, () => {
    if (make) mkdirSync(folder, { recursive: true });
    closeSync(openSync(path, 'a'));
  });
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    // A journal on the disk would be one more file that a kill leaves behind.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY) return undefined;
    throw new Error(
      `\`${folder}\` could not be locked: ${(error as Error).message}. Remove \`${path}\` if that is no lock of ours, or work on a local disk.`,
      { cause: error },
    );
  }
}

const holderFile = (folder: string): string => join(folder, '.writing.holder');

/** Who holds the lock, as a sentence names it, e.g. `` `npm run ingest` (process 4711, since 2026-11-26 21:06 UTC) ``. */
function holderOf(folder: string): { readonly name: string; readonly end: string } {
  try {
    const [pid = '', command = ''] = readFileSync(holderFile(folder), 'utf8').split('\n');
    const since = statSync(holderFile(folder)).mtime.toISOString().slice(0, 16).replace('T', ' ');
    if (/^\d+$/.test(pid) && command) return { name: `\`${command}\` (process ${pid}, since ${since} UTC)`, end: `end process ${pid}` };
  } catch {
    // Written the moment after the lock was taken, or not at all on a full disk: the lock holds without it.
  }
  return { name: 'another command', end: 'end it' };
}

async function waitFor(folder: string, { say, make = false, signal }: LockOptions): Promise<DatabaseSync> {
  for (let tries = 1; ; tries++) {
    const lock = claim(folder, make);
    if (lock) return lock;
    if (tries === SILENT) {
      const { name, end } = holderOf(folder);
      say(
        `Waiting for ${name}, which is writing to \`${folder}\`. This goes on by itself as soon as that has ended; if that hangs, ${end}. Ctrl-C gives up, and nothing is changed.`,
      );
    }
    await sleep(PAUSE, undefined, { signal });
  }
}

/** Removes what runs that were killed left half-written in the folder and in those below it. */
function sweepContent(folder: string): number {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.map((entry) => join(entry.parentPath, entry.name))].reduce(
    (sum, each) => sum + sweepParts(each, { alone: true }),
    0,
  );
}

/**
 * Does work while nobody else writes to a content folder, e.g. `await withContentLock('content', { command, say }, async () => …)`.
 * Waits for whoever writes there; clears away first what a killed run left half-written. Throws an `UnwrittenError` where the
 * folder cannot be written to, an `AbortError` when `signal` ends the wait, and what the work throws.
 */
export async function withContentLock<T>(folder: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const lock = await waitFor(folder, options);
  try {
    try {
      writeFileSync(holderFile(folder), `${process.pid}\n${options.command}\n`);
    } catch {
      // A full disk: others wait for “another command”.
    }
    const swept = sweepContent(folder);
    if (swept > 0) options.say(toSwept(swept));
    return await work();
  } finally {
    rmSync(holderFile(folder), { force: true });
    lock.close();
  }
}

/** The sentence on what was cleared away, e.g. of 2 files. */
export const toSwept = (count: number): string =>
  `Cleared away ${count} half-written ${count === 1 ? 'file' : 'files'} of a run that was killed.`;
