/** Writes what `--fix` put right, file by file and each whole; what was saved meanwhile is left alone. */
import { readFile } from 'node:fs/promises';
import { fixContent, type FixedFile } from '../src/check/fix/fix-content.ts';
import type { Content } from '../src/library/content.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';
import { formatCount } from '../src/words/phrase.ts';

/** The file as it is now, against the text that was fixed: whoever saved in between must not lose anything. */
const asRead = (bytes: string): string => bytes.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

export interface FixRun {
  /** What was changed and what was left alone, file by file, and a count. Ends with a line feed. */
  readonly report: string;
  /** What the disk refused; the files before it are changed. */
  readonly refused?: UnwrittenError;
}

/** How one file went: `true` written, `false` nothing to do, or a sentence why not. */
async function fixOne({ path, text }: FixedFile, before: string, dryRun: boolean): Promise<boolean | string> {
  const held = await readFile(path, 'utf8');
  if (asRead(held) !== before) return 'was saved meanwhile and is left alone: run it again';
  if (held === text) return false;
  if (!dryRun) writeWhole(path, text);
  return true;
}

/** Fixes what can be fixed, or with `dryRun` only says what that would be. Stops at the first file that the disk refuses. */
export async function runFix(content: Content, dryRun: boolean): Promise<FixRun> {
  const lines: string[] = [];
  const before = new Map(content.files.map((file) => [file.path, file.text]));
  let count = 0;
  let refused: UnwrittenError | undefined;
  for (const file of fixContent(content)) {
    let went: boolean | string;
    try {
      went = await fixOne(file, before.get(file.path) ?? '', dryRun);
    } catch (error) {
      if (!(error instanceof UnwrittenError)) throw error;
      refused = error;
      break;
    }
    const changes = [
      ...file.changes,
      ...(went === true && !file.changes.length ? ['line ends, or the mark at the start of the file'] : []),
    ];
    if (typeof went === 'string') lines.push(`${file.path}\n  ${went}`);
    else if (went) lines.push(`${file.path}\n${changes.map((change) => `  ${change}`).join('\n')}`);
    if (file.left.length) lines.push(`${file.path}\n${file.left.map((one) => `  left alone: ${one}`).join('\n')}`);
    if (went === true) count += 1;
  }
  const closing = dryRun
    ? `${formatCount(count, 'file')} would be changed. Nothing was written.`
    : count
      ? `Changed ${formatCount(count, 'file')}.`
      : refused
        ? 'Nothing was changed.'
        : 'Nothing to fix.';
  return { report: `${[...lines, closing].join('\n')}\n`, ...(refused && { refused }) };
}
