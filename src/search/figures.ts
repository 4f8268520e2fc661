/** Figures and identifiers: words with a digit in them, which search matches whole. The build writes where they stand; a browser reads them in what was typed. */
import { foldLetters } from '../words/fold.ts';

/** One of the small files: for each figure the pages that are called or numbered so, and the others, those first that print it most. */
export type FigureShard = Readonly<Record<string, readonly [own: readonly string[], others: readonly string[]]>>;

const shards = 16;
const doi = /10\.\d{4,9}\/[^\s"“”<>]+/gu;
const token = /[\p{L}\p{Nd}]+(?:(?<=\p{Nd})(?:\.\p{Nd}+|,\p{Nd}{3}(?!\p{Nd})))*/gu;

/** Letters and signs alike in the text and in what was typed: `·049` and `.049` are `0.049`. */
const even = (text: string): string =>
  foldLetters(text, 'NFD')
    .replace(/(?<=\p{Nd})[·∙⋅](?=\p{Nd})/gu, '.')
    .replace(/(?<![\p{L}\p{N}.])[.·](?=\p{Nd})/gu, '0.');

/** A DOI without what closes the sentence around it, e.g. `10.1000/a(1)2` of `10.1000/a(1)2).`. */
function trimmed(number: string): string {
  const open = number.replace(/[.,;:]+$/u, '');
  return open.endsWith(')') && open.split(')').length > open.split('(').length ? trimmed(open.slice(0, -1)) : open;
}

/** What says that a number is one of a hundred, right behind it or behind the number that it is compared with. */
const percent = /^(?:\s*(?:%|per ?cent)|\s+(?:in|of|per|out of|for every)\s+(?:every\s+)?100(?!\p{Nd}))/u;
const compared = /^\s*(?:v|vs|versus|against|to|and|or|[-–])\s*\p{Nd}+(?:\.\p{Nd}+)?/u;

/**
 * The words with a digit, in the order in which they stand, e.g. `1.7%`, `18%`, `ipg651` and `1000` in `1.7% or 18 of 100 (IPG651, 1,000
 * people)`. A share keeps its percent sign, for without it the number may count anything.
 */
export function figuresIn(text: string): string[] {
  const folded = even(text);
  const numbers = [...folded.matchAll(doi)].map(([number]) => trimmed(number));
  const rest = folded.replace(doi, ' ');
  const others = [...rest.matchAll(token)]
    .filter(([word]) => /\p{Nd}/u.test(word))
    .map(({ 0: word, index }) => {
      const figure = word.replaceAll(',', '');
      const next = rest.slice(index + word.length, index + word.length + 40);
      return /^\p{Nd}+(?:\.\p{Nd}+)?$/u.test(figure) && (percent.test(next) || percent.test(next.replace(compared, '')))
        ? `${figure}%`
        : figure;
    });
  return [...numbers, ...others];
}

/** A text without its figures, and without what stands before a figure and an equals sign, e.g. `bleeding` of `bleeding P=0.049`. */
export const withoutFigures = (text: string): string =>
  even(text)
    .replace(/https?:\/\/\S*?(?=10\.\d)/gu, ' ')
    .replace(/(?<!\p{L})\p{L}{1,4}\s*[=<>≤≥]\s*(?=\p{Nd})/gu, ' ')
    .replace(/(?<!\p{L})(?:pmid|doi)(?!\p{L})[:\s]*(?=\p{Nd})/gu, ' ')
    .replace(doi, ' ')
    .replace(token, (word) => (/\p{Nd}/u.test(word) ? ' ' : word));

/** A figure as it stands, then without the unit or the sign that is stuck to it, for a page has both: `35mg`, `35`. */
const figureForms = (figure: string): string[] => [figure, ...(/^(\p{Nd}+(?:\.\p{Nd}+)?)(?:\p{L}+|%)$/u.exec(figure)?.slice(1, 2) ?? [])];

/** The file that holds a figure, from 0 to 15. */
export const shardOf = (figure: string): number =>
  [...figure].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_521, 7) % shards;

/** What a page is called or numbered, and all its text. */
export interface PageWithFigures {
  readonly id: string;
  readonly own: string;
  readonly text: string;
}

/** The files for these pages, by their number. */
export function toFigureShards(pages: readonly PageWithFigures[]): FigureShard[] {
  const found = new Map<string, { id: string; isOwn: boolean; times: number }[]>();
  for (const { id, own, text } of pages) {
    const held = new Set(figuresIn(own).flatMap(figureForms));
    const times = new Map([...held].map((figure) => [figure, 0]));
    for (const figure of figuresIn(text).flatMap(figureForms)) times.set(figure, (times.get(figure) ?? 0) + 1);
    for (const [figure, count] of times) {
      const rows = found.get(figure) ?? [];
      rows.push({ id, isOwn: held.has(figure), times: count });
      found.set(figure, rows);
    }
  }
  const files = Array.from({ length: shards }, (): Record<string, [string[], string[]]> => ({}));
  for (const figure of [...found.keys()].sort()) {
    const lists: [string[], string[]] = [[], []];
    const rows = (found.get(figure) ?? []).sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
    for (const { id, isOwn } of rows) lists[isOwn ? 0 : 1].push(id);
    Object.assign(files[shardOf(figure)] ?? {}, { [figure]: lists });
  }
  return files;
}

/** The pages of a figure with a score each, as the engine would give them: 3 for what is called so, else between 0.5 and 1. */
export function pagesOfFigure(shard: FigureShard, figure: string): { id: string; score: number }[] {
  const [own, others] = shard[figure] ?? [[], []];
  return [...own.map((id) => ({ id, score: 3 })), ...others.map((id, at) => ({ id, score: 1 - at / (2 * others.length) }))];
}
