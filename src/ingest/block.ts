/** Saved text cut into headings, paragraphs and list items by the look of its lines. Knows layout, not meaning. */
import { isBoilerplate, isRunTogetherTags } from './boilerplate.ts';

export interface Block {
  readonly kind: 'heading' | 'prose' | 'item';
  /** Without bullet, number or `#`. */
  readonly text: string;
  /** Number of `#` before a heading that is marked so. */
  readonly level?: number;
  /** Page on which it begins, where the article has pages. */
  readonly page?: number;
}

const BULLET = /^\s*(?:[•◦▪‣·*+–-]|(?:\d{1,2}|[a-z])[.)])\s+(\S.*)$/;
const MARKDOWN_HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const LONGEST_HEADING = 130;

/** Headings that are known by their words, wherever they stand. */
const KNOWN =
  /^(?:references?|sources|bibliography|citations|works cited|références|literatur|bibliografía|frequently asked questions|faqs?)$/i;

/** True for the heading of a reference list, e.g. `isReferenceHeading('References')`. */
export const isReferenceHeading = (text: string): boolean =>
  /^(?:references?|sources|bibliography|citations|works cited|références|literatur|bibliografía)$/i.test(text.trim());

/** True when a line that stands alone reads as a heading: short, opens with a capital or a number, does not end a sentence. */
const readsAsHeading = (line: string): boolean =>
  line.length <= LONGEST_HEADING &&
  /^["“‘'«(]?[\p{Lu}\d]/u.test(line) &&
  /\p{L}{2}/u.test(line) &&
  !/[.;,:…!]["”’)]?$/.test(line) &&
  !/[.!?…]["”’)]?\s*\[?\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]?$|[.!?][⁰¹²³⁴-⁹]+$/.test(line) &&
  !/(?:\p{Ll}{3}|[\])])\.(?:\[?[\d,–-]+\]?)?\s+\p{Lu}/u.test(line) &&
  !/\d{5}/.test(line) &&
  !/ \| |https?:\/\/|^www\.|\[…\]$/.test(line) &&
  !isRunTogetherTags(line);

/** Lines broken by the editor that saved them, e.g. at 72 characters, and not by the author. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.slice(0, -1).every((line) => line.length >= 45 && line.length <= 110) &&
  lines.slice(0, -1).filter((line) => /[.!?:]$/.test(line)).length <= lines.length / 3 &&
  lines.slice(1).some((line) => /^\p{Ll}/u.test(line));

function toProse(lines: readonly string[], alone: boolean): Block[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (isWrapped(lines)) return [{ kind: 'prose', text: lines.join(' ') }];
  return lines.map((line) => {
    const marked = MARKDOWN_HEADING.exec(line);
    if (marked) return { kind: 'heading', text: marked[2] ?? '', level: marked[1]?.length ?? 1 };
    const heading = KNOWN.test(line) || (alone && lines.length === 1 && !isBoilerplate(line) && readsAsHeading(line));
    return { kind: heading ? 'heading' : 'prose', text: line };
  });
}

/** A group is what stands between empty lines: a paragraph, a list, a list under its heading, or lines of a page header. */
function toGroupBlocks(group: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  for (const line of group) {
    const item = BULLET.exec(line);
    const last = blocks.at(-1);
    if (item) {
      blocks.push(...toProse(run, blocks.length === 0), { kind: 'item', text: item[1] ?? '' });
      run = [];
    } else if (last?.kind === 'item' && run.length === 0 && /^\s/.test(line)) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    } else run.push(line.trim());
  }
  return [...blocks, ...toProse(run, blocks.length === 0)];
}

/** The blocks of a text in order, e.g. `toBlocks('A heading\n\nA sentence.')` gives a heading and prose. */
export function toBlocks(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  // A text saved without any empty line has one paragraph on each line.
  const dense = lines.length > 8 && !lines.slice(1, -1).some((line) => line === '');
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line === '' || (dense && !BULLET.test(line))) groups.push([]);
    if (line !== '') groups.at(-1)?.push(line);
  }
  return groups.flatMap(toGroupBlocks);
}
