/** Writes what `--fix` put right: each file to a name beside it and then over the old one, so that nobody ever reads half a file. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { counted } from '../src/check/field-name.ts';
import { fixContent, type FixedFile } from '../src/check/fix/fix-content.ts';
import type { Content } from '../src/library/content.ts';

/** The file as it is now, against the text that was fixed: whoever saved in between must not lose anything. */
const asRead = (bytes: string): string => bytes.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

async function replace(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    await writeFile(beside, text, { flag: 'wx', mode: (await stat(path)).mode });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

export interface FixRun {
  /** What was changed and what was left alone, file by file, and a count. Ends with a line feed. */
  readonly report: string;
  /** True when a file is no longer what it was. */
  readonly written: boolean;
}

/** How one file went: `true` written, `false` nothing to do, or a sentence why not. */
async function fixOne({ path, text }: FixedFile, before: string, dryRun: boolean): Promise<boolean | string> {
  const held = await readFile(path, 'utf8');
  if (asRead(held) !== before) return 'was saved meanwhile and is left alone: run it again';
  if (held === text) return false;
  if (!dryRun) await replace(path, text);
  return true;
}

/** Fixes what can be fixed, or with `dryRun` only says what that would be. Throws where the disk does. */
export async function runFix(content: Content, dryRun: boolean): Promise<FixRun> {
  const lines: string[] = [];
  const before = new Map(content.files.map((file) => [file.path, file.text]));
  let count = 0;
  for (const file of fixContent(content)) {
    const went = await fixOne(file, before.get(file.path) ?? '', dryRun);
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
    ? `${counted(count, 'file')} would be changed. Nothing was written.`
    : count
      ? `Changed ${counted(count, 'file')}.`
      : 'Nothing to fix.';
  return { report: `${[...lines, closing].join('\n')}\n`, written: count > 0 && !dryRun };
}
