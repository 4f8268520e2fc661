/** `--watch`: checks again whenever a file of content changes, and prints what is new and what is gone. Writes nothing. */
import { watch } from 'chokidar';
import { setTimeout as pause } from 'node:timers/promises';
import { checkContent } from '../src/check/check-content.ts';
import { checkedFiles, readTriedContent } from '../src/check/gate.ts';
import { closingLine, type Issue } from '../src/check/issue.ts';
import { terminalReport } from '../src/check/reporters.ts';
import { formatCount } from '../src/words/phrase.ts';

export interface WatchOptions {
  readonly asOf: string;
  readonly colour: boolean;
  /** Called with each piece of text to show. */
  readonly show: (text: string) => void;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

/** Editors save in several steps; what comes within this many milliseconds belongs together. */
const SETTLED = 120;
/** To the top of an empty screen; what was there before stays above it, to scroll back to. */
const CLEAR = '\u001b[2J\u001b[H';

/** What tells one issue from another while lines above it come and go. */
const keyOf = ({ rule, file, message }: Issue): string => `${rule}\n${file}\n${message}`;

const without = (issues: readonly Issue[], others: readonly Issue[]): Issue[] => {
  const known = new Set(others.map(keyOf));
  return issues.filter((issue) => !known.has(keyOf(issue)));
};

/** What changed between two checks, in words: the new issues in full, those that are gone in one line each, and how it stands now. */
export function differenceReport(before: readonly Issue[], now: readonly Issue[], files: number, colour: boolean): string {
  const [fresh, gone] = [without(now, before), without(before, now)];
  const lines = gone.map(({ rule, file, message }) => `Gone: ${file}  ${rule}\n  ${message}\n`);
  const news = fresh.length ? terminalReport(fresh, { checkedFiles: files, colour }).replace(/[^\n]*\n$/, '') : '';
  const heading = fresh.length || gone.length ? '' : 'Nothing new.\n';
  return `${heading}${lines.join('')}${fresh.length ? `New, ${formatCount(fresh.length, 'issue')}:\n${news}` : ''}${closingLine(now, files)}\n`;
}

/**
 * Checks a content folder, and again after each change, until the signal says stop. A file that is half saved shows as
 * unreadable for a moment and is read again when it is whole. Resolves when it has stopped; throws where the first check does.
 */
export async function watchContent(folder: string, { asOf, colour, show, signal }: WatchOptions): Promise<void> {
  const check = async (): Promise<{ issues: Issue[]; files: number }> => {
    const content = await readTriedContent(folder);
    return { issues: checkContent(content, { asOf }), files: checkedFiles(content) };
  };
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => /(?:^|[\\/])\.[^\\/.][^\\/]*$/.test(path) });
  let changed = Promise.withResolvers<undefined>();
  watcher.on('all', () => changed.resolve(undefined));
  signal.addEventListener('abort', () => changed.resolve(undefined));
  await new Promise((resolve) => watcher.once('ready', () => resolve(undefined)));
  let { issues, files } = await check();
  show(`${colour ? CLEAR : ''}${terminalReport(issues, { checkedFiles: files, colour })}Watching ${folder}. Ctrl-C ends it.\n`);
  while (!signal.aborted) {
    await changed.promise;
    if (signal.aborted) break;
    await pause(SETTLED);
    // Whatever is saved from here on is for the next check.
    changed = Promise.withResolvers<undefined>();
    if (signal.aborted) break;
    try {
      const now = await check();
      show(`${colour ? CLEAR : '\n'}${differenceReport(issues, now.issues, now.files, colour)}`);
      ({ issues, files } = now);
    } catch (error) {
      // A file was moved or deleted while it was being read: the next change, or this one once more, tells.
      show(`Not read: ${(error as Error).message} Waiting for the next change.\n`);
    }
  }
  await watcher.close();
}
