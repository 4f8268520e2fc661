/** The gate before a build: reads and checks content and says in words whether anything may be built. Throwing is for the build. */
import { readContent } from '../library/from-files.ts';
import type { Content } from '../library/content.ts';
import { checkContent, type CheckOptions } from './check-content.ts';
import type { Issue } from './issue.ts';
import { terminalReport } from './reporters/terminal.ts';

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

/**
 * Checks a content folder, e.g. `await readGate('content', { asOf: site.asOf })`. Throws only where the disk does;
 * a folder that is empty or not there is open.
 */
export async function readGate(folder: string, options: CheckOptions & { readonly colour?: boolean }): Promise<Gate> {
  const content = await readContent(folder);
  const issues = checkContent(content, options);
  const open = issues.every((issue) => issue.level !== 'error');
  const report = terminalReport(issues, {
    checkedFiles: checkedFiles(content),
    colour: options.colour,
    ...(open ? {} : { closing: 'Nothing was built.' }),
  });
  return { content, issues, open, report };
}
