/** Printed lines as headings, paragraphs and items: words mended at line ends, headings guessed from size and font. */
import type { Block } from '../block.ts';
import { commonest, type PrintedLine } from './print-line.ts';

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
    const last = blocks.at(-1);
    const near = before !== undefined && before.page === line.page && Math.abs(before.y - line.y) < setting.leading * 1.35;
    const apart = before === undefined || before.page !== line.page || before.y - line.y > setting.leading * 1.2 || before.y < line.y;
    const large = line.size >= setting.size * LARGER && looksSet(line.text);
    const dressed =
      line.font !== '' && line.font !== setting.font && line.size >= setting.size && apart && line.text.length < 90 && looksSet(line.text);
    const item = BULLET.exec(line.text);
    const goesOn =
      last?.kind === 'heading' &&
      last.size === line.size &&
      before?.size === line.size &&
      before.page === line.page &&
      before.y - line.y < line.size * 1.6 &&
      line.size >= setting.size * LARGER;
    if (goesOn) blocks[blocks.length - 1] = { ...last, text: joinLines(last.text, line.text, words) };
    else if (large || dressed) blocks.push({ kind: 'heading', text: line.text, page: line.page, size: line.size });
    else if (item?.[1]) blocks.push({ kind: 'item', text: item[1], page: line.page, size: line.size });
    else if (last && last.kind !== 'heading' && (near || !ENDS.test(last.text)) && last.size === line.size)
      blocks[blocks.length - 1] = { ...last, text: joinLines(last.text, line.text, words) };
    else blocks.push({ kind: 'prose', text: line.text, page: line.page, size: line.size });
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
