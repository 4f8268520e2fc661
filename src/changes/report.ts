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

export interface MarkdownOptions {
  /** Address below which files are linked, e.g. `https://github.com/owner/name/blob/3f9a1c2`. Without it they are named only. */
  readonly files?: string | undefined;
  readonly limit?: number;
}

/** How much of each group and of each cell is markdownText. */
interface Room {
  readonly rows: number;
  readonly cell: number;
}

/** From ample to bare; the first that fits is taken. */
const rooms: readonly Room[] = [
  { rows: 200, cell: 400 },
  { rows: 60, cell: 240 },
  { rows: 25, cell: 160 },
  { rows: 8, cell: 100 },
  { rows: 3, cell: 60 },
  { rows: 0, cell: 0 },
];

/** At most so many characters, whole signs only. */
function shortened(text: string, length: number): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : signs.join('');
}

const addressOf = (base: string, file: string): string =>
  `${base.replace(/\/+$/, '')}/${file
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join('/')}`;

const fileLink = (file: string, base: string | undefined): string =>
  base ? `[${markdownText(file)}](${addressOf(base, file)})` : markdownText(file);

function rowOf({ subject, file, says, before, after }: Change, { cell }: Room, files: string | undefined): string {
  const text = (value: string | undefined): string => (value === undefined ? '–' : markdownText(shortened(value, cell)));
  const isGone = before === file && after === undefined;
  return `| ${text(subject)}<br>${fileLink(file, isGone ? undefined : files)} | ${text(says)} | ${text(before)} | ${text(after)} |`;
}

function tableOf(changes: readonly Change[], room: Room, files: string | undefined): string[] {
  const rest = changes.length - room.rows;
  const more = rest > 0 ? [`${rest === changes.length ? rest : `And ${rest} more`}: \`npm run diff\` lists them all.`] : [];
  if (room.rows === 0) return more;
  const rows = changes.slice(0, room.rows).map((change) => rowOf(change, room, files));
  return ['| Where | What | Before | After |', '| --- | --- | --- | --- |', ...rows, ...(more.length ? ['', ...more] : [])];
}

const folded = (title: string, lines: readonly string[]): string[] => [
  `<details><summary>${title}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  '',
];

const pageOf = ({ ref, title, file, through }: AffectedPage, files: string | undefined): string => {
  const names = through.slice(0, 5).map((name) => markdownText(shortened(name, 80)));
  const why = names.length ? `: through ${names.join('; ')}${through.length > names.length ? ' and others' : ''}` : '';
  return `- ${ref.noun} ${markdownText(shortened(title, 120))} (${fileLink(file, files)})${why}`;
};

function written({ opening, groups, affected, asOf }: ChangeSet, room: Room, files: string | undefined): string {
  const tables = groups.flatMap((group) => {
    const table = tableOf(group.changes, room, files);
    return group.level === 'wording' ? folded(`${group.title} (${group.changes.length})`, table) : [`### ${group.title}`, '', ...table, ''];
  });
  const rest = affected.length - room.rows;
  const pages = [...affected.slice(0, room.rows).map((page) => pageOf(page, files)), ...(rest > 0 ? [`- ${rest} more`] : [])];
  return [
    ...[COMMENT_MARK, '## What changes in the evidence', '', `**${markdownText(opening)}**`, '', ...tables],
    ...(pages.length ? folded(`Pages affected (${affected.length})`, pages) : []),
    ...[`As of ${asOf}.`, ''],
  ].join('\n');
}

/** The whole comment. It begins with `COMMENT_MARK`, then the opening sentence; what does not fit is counted instead. */
export function toMarkdown(changeSet: ChangeSet, { files, limit = LIMIT }: MarkdownOptions = {}): string {
  let text = '';
  for (const room of rooms) {
    text = written(changeSet, room, files);
    if (text.length <= limit) break;
  }
  return text;
}

function linesOf({ subject, file, says, before, after }: Change): string[] {
  const sides = [before === undefined ? '' : `    - ${before}`, after === undefined ? '' : `    + ${after}`].filter(Boolean);
  return [`  ${file}`, `    ${subject}: ${says}`, ...sides].map(logText);
}

/** For a terminal: the opening sentence, group by group what changed, then the pages that it reaches. Ends with a line feed. */
export function toTerminalText({ opening, groups, affected }: ChangeSet, colour = false): string {
  const { bold } = new Ansis(colour ? 3 : 0);
  const pages = affected.map(({ ref, title, through }) =>
    logText(`  ${ref.noun} ${title}${through.length ? ` (through ${through.join('; ')})` : ''}`),
  );
  return [
    bold(logText(opening)),
    ...groups.flatMap(({ title, changes }) => ['', bold(title), ...changes.flatMap(linesOf)]),
    ...(pages.length ? ['', bold('Pages affected'), ...pages] : []),
    '',
  ].join('\n');
}

/** For programs, as it is: opening, groups of changes, affected pages. */
export const toJson = (changeSet: ChangeSet): string => `${JSON.stringify(changeSet, null, 2)}\n`;
