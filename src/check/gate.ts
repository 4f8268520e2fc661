/** The gate before a build: reads and checks content and says in words whether anything may be built. Throwing is for the build. */
import { readRawFiles } from '../library/from-files.ts';
import { toContent, type Content } from '../library/content.ts';
import { checkContent, type CheckOptions } from './check-content.ts';
import type { Issue } from './issue.ts';
import { terminalReport } from './reporters.ts';
import { tryFiles } from './trial.ts';

export interface Gate {
  readonly content: Content;
  readonly issues: readonly Issue[];
  /** False when an error stands in the way of a build. */
  readonly open: boolean;
  /** What a terminal shows; ends with "Nothing was built." when the gate is closed. */
  readonly report: string;
}

/** How many files of a content folder were looked at. */
export const checkedFiles = ({ files, unreadable, strays }: Content): number => files.length + unreadable.length + strays.length;

/** A content folder for the check: files that cannot be read in time are refused. Throws only where the disk does. */
export async function readTriedContent(folder: string): Promise<Content> {
  const raw = await readRawFiles(folder);
  return toContent(raw, folder.replaceAll('\\', '/'), await tryFiles(raw, folder));
}

/**
 * Checks a content folder, e.g. `await readGate('content', { asOf: site.asOf })`. Throws only where the disk does;
 * a folder that is empty or not there is open.
 */
export async function readGate(folder: string, options: CheckOptions & { readonly colour?: boolean }): Promise<Gate> {
  const content = await readTriedContent(folder);
  const issues = checkContent(content, options);
  const open = issues.every((issue) => issue.level !== 'error');
  const report = terminalReport(issues, {
    checkedFiles: checkedFiles(content),
    colour: options.colour,
    ...(open ? {} : { closing: 'Nothing was built.' }),
  });
  return { content, issues, open, report };
}
