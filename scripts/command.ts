/** What commands share: how one ends, what it says of a call that makes no sense, and the names that several of them are given. */
import { stat } from 'node:fs/promises';
import { meant } from '../src/check/nearest.ts';
import type { Library, SourceEntry } from '../src/library/library.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';
import { day } from '../src/schema/date.ts';

/** A mistake in the call: a sentence and a hint. */
export class CallError extends Error {
  override readonly name = 'CallError';
}

/**
 * Runs a command to its exit code, which is 0 where it gives none, and 2 where it throws: it says what was thrown, with the usage behind
 * it, e.g. `await runCommand(run, { usage })`. With `is`, e.g. `The check`, all but mistakes in the call and a disk that refuses is a bug of ours.
 */
export async function runCommand(work: () => unknown, { is, usage }: { is?: string; usage?: string } = {}): Promise<void> {
  try {
    const code = await work();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const unwritten = error instanceof UnwrittenError;
    const called = unwritten || error instanceof CallError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(is && !called ? `${is} itself broke: ${said} This is a bug of ours, please report it.\n` : `${said}\n`);
    if (usage && !unwritten) process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
  }
}

/** A folder without a slash at its end, e.g. `content` for `content/`. */
export const toFolder = (path: string): string => path.replace(/(?<=.)[\\/]+$/, '');

/** True for a folder that is there. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** Throws a sentence where what an option was given is no day, e.g. `expectDay('--as-of', '2026-02-30')`. */
export function expectDay(option: string, given: string): void {
  if (!day.safeParse(given).success) throw new CallError(`\`${option} ${given}\` is not a day. Write it as 2026-11-20.`);
}

/** The port of `--port`. Throws a sentence where it is none. */
export function toPort(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CallError(`\`--port\` is \`${given}\`, expected a number from 0 to 65535.`);
}

/** The source of an id. Throws a sentence with the nearest name where there is none. */
export function sourceOf(library: Library, id: string, content: string): SourceEntry {
  const source = [...library.sources.values()].find((one) => one.id === id);
  if (source) return source;
  const otherwise = 'Give its file name without `.md`, and see that `npm run validate` finds no fault in it.';
  throw new CallError(`There is no source \`${id}\` in ${content}/sources. ${meant(id, library.sources.keys(), otherwise)}`);
}
