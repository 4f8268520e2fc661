/**
 * Pieces of text as a PDF places them -> printed lines, by places and sizes alone, and these as headings, paragraphs and items: words mended at
 * line ends, headings guessed from size and font.
 */
import type { Block } from '../block.ts';
import { toOneLine, toRaised } from '../plain-text.ts';

/** A piece of text and where it stands; `y` counts from the foot of the page. */
interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly endsLine: boolean;
}

/** `font` is that of the whole line, or empty where it has several. */
export interface PrintedLine extends Omit<TextRun, 'width' | 'endsLine'> {
  readonly page: number;
  /** Place from 0 (top of the page) to 1 (its foot). */
  readonly down: number;
}

const isNumbers = (text: string): boolean => /^\s*\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\s*$/.test(text);

/** The size that most letters of some pieces or lines have. */
function commonest<Key>(all: readonly { readonly key: Key; readonly text: string }[]): Key | undefined {
  const tally = new Map<Key, number>();
  for (const { key, text } of all) tally.set(key, (tally.get(key) ?? 0) + text.trim().length);
  return [...tally].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const roundSize = (size: number): number => Math.round(size * 2) / 2;

function toLine(run: readonly TextRun[], page: number, height: number): PrintedLine | undefined {
  const shown = run.filter((piece) => piece.text.trim() !== '');
  const [first] = shown;
  if (!first) return undefined;
  const size = commonest(shown.map((piece) => ({ key: roundSize(piece.size), text: piece.text }))) ?? first.size;
  const base = shown.find((piece) => roundSize(piece.size) === size) ?? first;
  let text = '';
  let end: number | undefined;
  for (const piece of run) {
    const raised = piece.size < size * 0.85 && piece.y > base.y + size * 0.12 && isNumbers(piece.text);
    const gap = end !== undefined && piece.x - end > size * 0.2 && !raised;
    text += `${gap && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ' ' : ''}${raised ? toRaised(piece.text) : piece.text}`;
    end = piece.x + piece.width;
  }
  const fonts = new Set(shown.map((piece) => piece.font));
  const folded = toOneLine(text);
  const down = height > 0 ? 1 - base.y / height : 0;
  return folded ? { text: folded, x: first.x, y: base.y, size, font: fonts.size === 1 ? first.font : '', page, down } : undefined;
}

/** The lines of a page in the order in which its file writes them, e.g. two pieces of one height are one line. */
export function toPrintedLines(pieces: readonly TextRun[], page: number, height: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let run: TextRun[] = [];
  const close = (): void => {
    const line = toLine(run, page, height);
    if (line) lines.push(line);
    run = [];
  };
  for (const piece of pieces) {
    const last = run.findLast((one) => one.text.trim() !== '');
    const size = Math.max(last?.size ?? 0, piece.size);
    const step = last && piece.text.trim() ? Math.abs(piece.y - last.y) : 0;
    const back = last !== undefined && piece.x < last.x - size;
    if (step > size * (back ? 0.2 : 0.6)) close();
    run.push(piece);
    if (piece.endsLine) close();
  }
  close();
  return lines;
}

const MARGIN = 0.1;
const NUMBER = /^(?:(?:page|p\.|seite|página)\s*)?\d{1,4}(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?$|^[–—-]\s*\d{1,4}\s*[–—-]$|^[ivxl]{1,6}$/i;

/** Running heads and feet, page numbers: where a page repeats itself above and below its text. */
const atEdge = (line: PrintedLine): boolean => line.down < MARGIN || line.down > 1 - MARGIN;
const shape = (line: PrintedLine): string =>
  line.text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();

/** The lines without running heads, feet and page numbers, e.g. without `Annals of Invented Hands 12` at the top of two pages. */
export function withoutRunning(lines: readonly PrintedLine[]): { readonly lines: PrintedLine[]; readonly running: string[] } {
  const pages = new Map<string, Set<number>>();
  for (const line of lines.filter(atEdge)) pages.set(shape(line), (pages.get(shape(line)) ?? new Set()).add(line.page));
  const isRunning = (line: PrintedLine): boolean =>
    atEdge(line) && (NUMBER.test(line.text) || (shape(line) !== '' && (pages.get(shape(line))?.size ?? 0) > 1));
  return { lines: lines.filter((line) => !isRunning(line)), running: [...new Set(lines.filter(isRunning).map(({ text }) => text))] };
}

export interface PrintBlock extends Block {
  readonly page: number;
  readonly size: number;
}

const LARGER = 1.1;
const LONGEST_HEADING = 160;
const BULLET = /^[•◦▪‣·*–]\s+(\S.*)$/;
const ENDS = /[.!?:]["”’)\]]?[⁰¹²³⁴-⁹⁻,]*$/;

/** Every word of the print, also those with a hyphen within, to tell a mended word from one that is written with a hyphen. */
const wordsIn = (lines: readonly PrintedLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? []));

/** Two lines as one, e.g. `throm-` and `bus` as `thrombus`; `catheter-` and `directed` keep the hyphen where the print writes it elsewhere. */
function joinLines(first: string, second: string, words: ReadonlySet<string>): string {
  const broken = /(\p{L}+)[-‐]$/u.exec(first);
  const rest = /^(\p{Ll}+)/u.exec(second);
  if (!broken?.[1] || !rest?.[1]) return `${first} ${second}`;
  const written = words.has(`${broken[1]}-${rest[1]}`.toLowerCase());
  return written ? `${first}${second}` : `${first.slice(0, -1)}${second}`;
}

const looksSet = (text: string): boolean =>
  text.length <= LONGEST_HEADING && /\p{L}{2}/u.test(text) && /^["“'(]?[\p{Lu}\p{Lo}\d]/u.test(text) && !/[.;,]$/.test(text);

interface Setting {
  readonly size: number;
  readonly font: string;
  /** Usual distance from line to line. */
  readonly leading: number;
}

function toSetting(lines: readonly PrintedLine[]): Setting {
  const size = commonest(lines.map((line) => ({ key: line.size, text: line.text }))) ?? 10;
  const font = commonest(lines.filter((line) => line.size === size).map((line) => ({ key: line.font, text: line.text }))) ?? '';
  const steps = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const step = before && before.page === line.page ? before.y - line.y : 0;
    return step > 0 && step < size * 3 ? [{ key: Math.round(step), text: 'x' }] : [];
  });
  return { size, font, leading: commonest(steps) ?? size * 1.2 };
}

/** The blocks of a print in order, each with the page on which it begins. */
export function toPrintBlocks(lines: readonly PrintedLine[]): PrintBlock[] {
  const setting = toSetting(lines);
  const words = wordsIn(lines);
  const blocks: PrintBlock[] = [];
  let before: PrintedLine | undefined;
  for (const line of lines) {
    const { text, page, size } = line;
    const last = blocks.at(-1);
    /** How far it stands below the line before, on the same page. */
    const step = before?.page === page ? before.y - line.y : undefined;
    const large = size >= setting.size * LARGER;
    const apart = step === undefined || step > setting.leading * 1.2 || step < 0;
    const dressed = line.font !== '' && line.font !== setting.font && size >= setting.size && apart && text.length < 90;
    const item = BULLET.exec(text)?.[1];
    const near = step !== undefined && Math.abs(step) < setting.leading * 1.35;
    const headingGoesOn = large && last?.kind === 'heading' && before?.size === size && step !== undefined && step < size * 1.6;
    const goesOn = last?.kind === 'heading' ? headingGoesOn : last && !item && (near || !ENDS.test(last.text));
    const heads = (large || dressed) && looksSet(text);
    if (last?.size === size && goesOn && (headingGoesOn || !heads))
      blocks[blocks.length - 1] = { ...last, text: joinLines(last.text, text, words) };
    else if (heads) blocks.push({ kind: 'heading', text, page, size });
    else blocks.push({ kind: item ? 'item' : 'prose', text: item ?? text, page, size });
    before = line;
  }
  return blocks;
}

/** The entries of a printed reference list, one line each: by their numbers where these go up by one, else by paragraphs. */
export function toReferenceLines(lines: readonly PrintedLine[]): string[] {
  const words = wordsIn(lines);
  const numberOf = (line: PrintedLine): number => Number(/^\[?(\d{1,3})[\].)]?\s+\S/.exec(line.text)?.[1] ?? NaN);
  const numbered = lines.some((line) => numberOf(line) === 1);
  const left = Math.min(...lines.map((line) => line.x));
  const hangs = lines.some((line) => line.x > left + line.size * 0.5);
  const entries: string[] = [];
  let next = 1;
  for (const line of lines) {
    const starts = numbered ? numberOf(line) === next : !hangs || line.x <= left + line.size * 0.5;
    if (starts) next++;
    const last = entries.at(-1);
    if (starts || last === undefined) entries.push(line.text);
    else entries[entries.length - 1] = joinLines(last, line.text, words);
  }
  return entries;
}
