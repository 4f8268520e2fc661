/** Values of fields as words, bodies in their parts, and how far two texts differ: not at all, in wording, or in what they claim. */
import { citationsIn } from '../library/citations.ts';
import { foldText } from '../library/passage.ts';
import { formatCount, formatList } from '../words/phrase.ts';

/** A value in one line, e.g. `RR, 0.96` for `{ measure: 'RR', value: 0.96 }`; undefined for what is not there or empty. */
export function valueWords(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return foldText(value);
  const list = Array.isArray(value);
  const parts = Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'boolean' && !list ? `${one ? '' : 'not '}${key}` : (valueWords(one) ?? []),
  );
  return parts.length ? parts.join(list ? '; ' : ', ') : undefined;
}

/** The same with every field named, e.g. `when age below 14`; empty for what is not there. */
export function namedWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return valueWords(value) ?? '';
  if (Array.isArray(value)) return value.map(namedWords).join('; ');
  const parts = Object.entries(value).map(([key, one]) => `${key} ${namedWords(one)}`.trim());
  return parts.join(', ');
}

/** Equal in every field; what the schema left out counts as nothing. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Line breaks, quotation marks and hyphens as a formatter may set them are not wording. */
export const plainText = (text: string): string => foldText(text).replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[‐‑]/g, '-');

const turning =
  /\b(?:no|not|nor|never|none|neither|without|cannot|can|could|may|might|must|should|shall|only|unless|except|against|avoid|before|after|more|less|fewer|higher|lower|better|worse|increases?d?|reduces?d?|all|some|most|few|both|either|or|and)\b|n't\b/giu;
const numbers = /\d+(?:[.,]\d+)*/g;

/** What a text claims beyond its choice of words: its numbers, whom it cites and where, and the small words that turn a sentence. */
function claimsOf(text: string): string[] {
  const cited = citationsIn(text, 'md').map(({ id, locator }) => `@${id} ${locator ?? ''}`);
  const plain = plainText(text);
  return [...cited, ...(plain.match(numbers) ?? []), ...(plain.match(turning) ?? []).map((word) => word.toLowerCase())].sort();
}

/**
 * How far two texts differ. Wording is only called so where numbers, citations and words such as `not`, `may`, `more` stay
 * as they were; all else is a claim, because a machine cannot tell. Example: `toneOf('It helps.', 'It does not help.') === 'claim'`.
 */
export function toneOf(before = '', after = ''): 'same' | 'wording' | 'claim' {
  const [old, now] = [plainText(before), plainText(after)];
  if (old === now) return 'same';
  if (!old || !now) return 'claim';
  return isSame(claimsOf(before), claimsOf(after)) ? 'wording' : 'claim';
}

/** How many paragraphs of a long text are gone and new, and the first of each; e.g. `1 paragraph new`, nothing, `It helps.` */
export function paragraphChange(before = '', after = ''): readonly [says: string, before: string | undefined, after: string | undefined] {
  const [old, now] = [before, after].map((text) =>
    text
      .split(/\n\s*\n/)
      .map(plainText)
      .filter(Boolean),
  ) as [string[], string[]];
  const gone = old.filter((one) => !now.includes(one));
  const come = now.filter((one) => !old.includes(one));
  const sizes = [
    gone.length && `${formatCount(gone.length, 'paragraph')} gone`,
    come.length && `${formatCount(come.length, 'paragraph')} new`,
  ];
  return [formatList(sizes.filter((size) => size !== 0)), gone[0], come[0]];
}

/** What an element holds in each register, e.g. `{ public: 'It helps.' }` of `Answer`, and what remains of the body. */
export function splitBody(body: string, element: string): { readonly registers: Readonly<Record<string, string>>; readonly rest: string } {
  const registers = new Map<string, string>();
  const rest = body.replace(
    new RegExp(`<${element}\\s+for="(\\w+)"\\s*>([\\s\\S]*?)</${element}>`, 'g'),
    (_, register: string, text: string) => {
      registers.set(register, `${registers.get(register) ?? ''}${text}`.trim());
      return '';
    },
  );
  return { registers: Object.fromEntries(registers), rest };
}
