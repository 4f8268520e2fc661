/**
 * A change set as Markdown for the comment on a pull request, as text of a terminal and as JSON. What it prints may come from a
 * stranger’s pull request, so nothing in it may become markup, a mention or a link, and no comment grows past what GitHub takes.
 */
import { Ansis } from 'ansis';
import { logText, markdownText } from '../words/untrusted-text.ts';
import type { AffectedPage, Change, ChangeSet } from './change.ts';

/** First line of the comment: by it the next run finds its own comment again. */
export const COMMENT_MARK = '<!-- patency-difference -->';

/** GitHub refuses a comment of more than 65,536 characters; some room is left for what else stands there. */
const LIMIT = 60_000;

/** How many rows of each group and how many characters of each cell are printed, from ample to bare: the first that fits is taken. */
const sizes = [
  [200, 400],
  [60, 240],
  [25, 160],
  [8, 100],
  [3, 60],
  [0, 0],
] as const;
type Size = (typeof sizes)[number];

/** At most so many characters, whole signs only. */
function shortened(text: string, length: number): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : signs.join('');
}

/** A file by name, linked where there is an address below which files are found. */
function fileLink(file: string, base: string | undefined): string {
  if (!base) return markdownText(file);
  const encoded = (part: string): string => encodeURIComponent(part).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${markdownText(file)}](${base.replace(/\/+$/, '')}/${file.split('/').map(encoded).join('/')})`;
}

function tableOf(changes: readonly Change[], [most, length]: Size, files: string | undefined): string[] {
  const cell = (value: string | undefined): string => (value === undefined ? '–' : markdownText(shortened(value, length)));
  const rows = changes.slice(0, most).map(({ subject, file, says, before, after }) => {
    const isGone = before === file && after === undefined;
    return `| ${cell(subject)}<br>${fileLink(file, isGone ? undefined : files)} | ${cell(says)} | ${cell(before)} | ${cell(after)} |`;
  });
  const rest = changes.length - rows.length;
  const more = rest ? [`${rows.length ? `And ${rest} more` : rest}: \`npm run diff\` lists them all.`] : [];
  if (!rows.length) return more;
  return ['| Where | What | Before | After |', '| --- | --- | --- | --- |', ...rows, ...more.flatMap((line) => ['', line])];
}

const folded = (title: string, count: number, lines: readonly string[]): string[] => [
  `<details><summary>${title} (${count})</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  '',
];

function pageLine({ ref, title, file, through }: AffectedPage, files: string | undefined): string {
  const names = through.slice(0, 5).map((name) => markdownText(shortened(name, 80)));
  const why = names.length ? `: through ${names.join('; ')}${through.length > names.length ? ' and others' : ''}` : '';
  return `- ${ref.collection} ${markdownText(shortened(title, 120))} (${fileLink(file, files)})${why}`;
}

function written({ opening, groups, affected, asOf }: ChangeSet, size: Size, files: string | undefined): string {
  const tables = groups.flatMap(({ title, level, changes }) => {
    const table = tableOf(changes, size, files);
    return level === 'wording' ? folded(title, changes.length, table) : [`### ${title}`, '', ...table, ''];
  });
  const pages = affected.slice(0, size[0]).map((page) => pageLine(page, files));
  if (pages.length < affected.length) pages.push(`- ${affected.length - pages.length} more`);
  const reached = pages.length ? folded('Pages affected', affected.length, pages) : [];
  const head = [COMMENT_MARK, '## What changes in the evidence', '', `**${markdownText(opening)}**`, ''];
  return [...head, ...tables, ...reached, `As of ${asOf}.`, ''].join('\n');
}

/**
 * The whole comment: `COMMENT_MARK`, the opening sentence, the changes; what does not fit is counted instead. `files` is the
 * address below which files are linked, e.g. `https://github.com/owner/name/blob/3f9a1c2`; without it they are named only.
 */
export function toMarkdown(changeSet: ChangeSet, { files, limit = LIMIT }: { files?: string | undefined; limit?: number } = {}): string {
  let text = '';
  for (const size of sizes) {
    text = written(changeSet, size, files);
    if (text.length <= limit) break;
  }
  return text;
}

/** For a terminal: the opening sentence, group by group what changed, then the pages that it reaches. Ends with a line feed. */
export function toTerminalText({ opening, groups, affected }: ChangeSet, colour = false): string {
  const { bold } = new Ansis(colour ? 3 : 0);
  const lines = ({ subject, file, says, before, after }: Change): string[] => {
    const sides = [before === undefined ? '' : `    - ${before}`, after === undefined ? '' : `    + ${after}`];
    return [`  ${file}`, `    ${subject}: ${says}`, ...sides.filter(Boolean)].map(logText);
  };
  const pages = affected.map(({ ref, title, through }) =>
    logText(`  ${ref.collection} ${title}${through.length ? ` (through ${through.join('; ')})` : ''}`),
  );
  const told = groups.flatMap(({ title, changes }) => ['', bold(title), ...changes.flatMap(lines)]);
  return [bold(logText(opening)), ...told, ...(pages.length ? ['', bold('Pages affected'), ...pages] : []), ''].join('\n');
}

/** For programs, as it is: opening, groups of changes, affected pages. */
export const toJson = (changeSet: ChangeSet): string => `${JSON.stringify(changeSet, null, 2)}\n`;
