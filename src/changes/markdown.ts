/**
 * A difference as Markdown for the comment on a pull request. What it prints may come from a stranger’s pull request, so
 * nothing in it may become markup, a mention or a link, and it never grows past what GitHub takes.
 */
import type { Change } from './change.ts';
import { markdownText } from '../words/untrusted-text.ts';
import type { AffectedPage, ChangeGroup, Difference } from './difference.ts';

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

function tableOf({ changes }: ChangeGroup, room: Room, files: string | undefined): string[] {
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
  return `- ${ref.collection} ${markdownText(shortened(title, 120))} (${fileLink(file, files)})${why}`;
};

function pages({ affected }: Difference, room: Room, files: string | undefined): string[] {
  if (!affected.length) return [];
  const rows = Math.max(room.rows, 0);
  const rest = affected.length - rows;
  const more = rest > 0 ? [`- ${rest} more`] : [];
  return folded(`Pages affected (${affected.length})`, [...affected.slice(0, rows).map((page) => pageOf(page, files)), ...more]);
}

function written(difference: Difference, room: Room, files: string | undefined): string {
  const groups = difference.groups.flatMap((group) => {
    const table = tableOf(group, room, files);
    return group.level === 'wording' ? folded(`${group.title} (${group.changes.length})`, table) : [`### ${group.title}`, '', ...table, ''];
  });
  const says = ['## What changes in the evidence', '', `**${markdownText(difference.opening)}**`, ''];
  return [COMMENT_MARK, ...says, ...groups, ...pages(difference, room, files), `As of ${difference.asOf}.`, ''].join('\n');
}

/** The whole comment. It begins with `COMMENT_MARK`, then the opening sentence; what does not fit is counted instead. */
export function differenceMarkdown(difference: Difference, { files, limit = LIMIT }: MarkdownOptions = {}): string {
  const versions = rooms.map((room) => () => written(difference, room, files));
  let text = '';
  for (const version of versions) {
    text = version();
    if (text.length <= limit) return text;
  }
  return text;
}
