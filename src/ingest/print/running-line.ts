/** Tells the lines that a page repeats above and below its text: running heads and feet, page numbers. */
import type { PrintedLine } from './print-line.ts';

const MARGIN = 0.1;
const NUMBER = /^(?:(?:page|p\.|seite|página)\s*)?\d{1,4}(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?$|^[–—-]\s*\d{1,4}\s*[–—-]$|^[ivxl]{1,6}$/i;

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
