/** Pieces of text as a PDF places them -> printed lines. Knows places and sizes, not meaning. */

import { toOneLine, toRaised } from '../plain-text.ts';

/** A piece of text and where it stands; `y` counts from the foot of the page. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly endsLine: boolean;
}

export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The font of the whole line, or empty where it has several. */
  readonly font: string;
  readonly page: number;
  /** Place from 0 (top of the page) to 1 (its foot). */
  readonly down: number;
}

const isNumbers = (text: string): boolean => /^\s*\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\s*$/.test(text);

/** The size that most letters of some pieces or lines have. */
export function commonest<Key>(all: readonly { readonly key: Key; readonly text: string }[]): Key | undefined {
  const tally = new Map<Key, number>();
  for (const { key, text } of all) tally.set(key, (tally.get(key) ?? 0) + text.trim().length);
  return [...tally].sort(([, a], [, b]) => b - a)[0]?.[0];
}

export const roundSize = (size: number): number => Math.round(size * 2) / 2;

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
    const moved = last !== undefined && piece.text.trim() !== '' && Math.abs(piece.y - last.y) > size * 0.6;
    const back = last !== undefined && piece.text.trim() !== '' && piece.x < last.x - size && Math.abs(piece.y - last.y) > size * 0.2;
    if (moved || back) close();
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
