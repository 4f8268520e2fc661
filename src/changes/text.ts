/** A difference for a terminal, and as JSON for programs. */
import { Ansis } from 'ansis';
import type { Change } from './change.ts';
import type { Difference } from './difference.ts';
import { logText } from '../words/untrusted-text.ts';

function lines({ subject, file, says, before, after }: Change): string[] {
  const sides = [before === undefined ? '' : `    - ${before}`, after === undefined ? '' : `    + ${after}`].filter(Boolean);
  return [`  ${file}`, `    ${subject}: ${says}`, ...sides].map(logText);
}

/** The opening sentence, then group by group what changed, then the pages that it reaches. Ends with a line feed. */
export function differenceText(difference: Difference, colour = false): string {
  const style = new Ansis(colour ? 3 : 0);
  const groups = difference.groups.flatMap(({ title, changes }) => ['', style.bold(title), ...changes.flatMap(lines)]);
  const pages = difference.affected.map(({ ref, title, through }) =>
    logText(`  ${ref.collection} ${title}${through.length ? ` (through ${through.join('; ')})` : ''}`),
  );
  const affected = pages.length ? ['', style.bold('Pages affected'), ...pages] : [];
  return `${[style.bold(logText(difference.opening)), ...groups, ...affected].join('\n')}\n`;
}

/** The difference as it is, for programs: opening, groups of changes, affected pages. */
export const differenceJson = (difference: Difference): string => `${JSON.stringify(difference, null, 2)}\n`;
