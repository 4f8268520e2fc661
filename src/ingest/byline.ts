/** Who wrote a page and under which date and section, from the line that runs them together. */
import type { Author } from '../schema/source.ts';
import { isFieldLine } from './page-field.ts';
import { findPrintedDate } from './printed-date.ts';

export interface Byline {
  readonly section?: string;
  /** ISO, or undefined when the printed day does not exist. */
  readonly date?: string;
  readonly printed?: string;
  readonly authors: readonly Author[];
  readonly line: string;
}

const HEAD = 14;
const LONGEST_REST = 100;
const LONGEST_LEAD = 120;
/** The word before an author, in the languages met so far. */
const LEAD = /^(?:(?:written )?by|par|von|por|di|door):?\s+/i;
const ORGANISATION =
  /\b(?:academy|affairs|agency|association|board|bureau|cent(?:er|re)|clinic|college|committee|communications?|council|department|desk|editors?|editorial|foundation|gmbh|group|health|hospital|inc|institute|journal|limited|ltd|medical|medicine|ministry|network|news|office|organi[sz]ation|press|sciences?|services?|society|staff|team|trust|university|writers?)\b/i;
const PARTICLE = /^(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|zu|af|al|el|bin|ibn)$/i;
const CREDENTIALS = /,?\s+(?:M\.?D\.?|Ph\.?D\.?|M\.?Sc\.?|R\.?N\.?|FRCS|FRCP|MBBS|MPH|DO|PharmD)\b\.?/g;

const trim = (text: string): string => text.replace(/^[\s|·•,:–—-]+|[\s|·•,:–—-]+$/g, '').replace(/\s+/g, ' ');

function toPerson(name: string): Author | undefined {
  const words = trim(name.replace(CREDENTIALS, '').replace(/^(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms)\.?\s+/i, '')).split(' ');
  const capital = (word: string): boolean => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);
  if (words.length < 2 || words.length > 5 || !words.every((word) => capital(word) || PARTICLE.test(word))) return undefined;
  const particle = words.findIndex((word, i) => i > 0 && PARTICLE.test(word));
  const cut = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
}

/** Authors in a printed name or list of names, e.g. `toAuthors('Ann van Example, MD and Bo Sample')`; a name that is no person's is an organisation. */
export function toAuthors(names: string): Author[] {
  const plain = trim(trim(names).replace(LEAD, ''));
  if (!plain) return [];
  if (!ORGANISATION.test(plain)) {
    const people = plain
      .replace(CREDENTIALS, '')
      .split(/\s*(?:,|;|&|\band\b|\bet\b|\bund\b)\s*/)
      .filter(Boolean)
      .map(toPerson);
    if (people.every((person) => person !== undefined)) return people;
  }
  return [{ organisation: plain }];
}

/** A line with a date and little else: not a sentence, a table row, a heading or a list item. */
function isDateline(line: string): boolean {
  const found = findPrintedDate(line);
  if (!found || isFieldLine(line) || /^(?:[#|>•*]|[-+]\s|\d+[.)]\s)|[.!?]$/.test(line)) return false;
  return found.before.length + found.after.length <= LONGEST_REST;
}

/** The byline near the top of a page, e.g. of `NewsMay 3, 2020Example Team`; undefined when there is none. A title with a date in it is none. */
export function findByline(lines: readonly string[], title: string): Byline | undefined {
  const head = lines
    .slice(0, HEAD)
    .map((line) => line.trim())
    .filter((line) => !line.endsWith(title));
  const named = head.find((line) => LEAD.test(line) && /^\p{Lu}/u.test(line.replace(LEAD, '')) && line.length < LONGEST_LEAD);
  const dated = head.find(isDateline);
  const found = dated && findPrintedDate(dated);
  if (!dated || !found) return named ? { authors: toAuthors(named), line: named } : undefined;
  const before = trim(found.before.replace(/\b(?:published|posted|updated)(?: on)?\s*:?\s*$/i, ''));
  const leads = LEAD.test(before);
  const authors = toAuthors(leads ? before : found.after);
  return {
    ...(before && !leads && { section: before }),
    ...(found.date && { date: found.date }),
    printed: found.printed,
    authors: authors.length > 0 || !named ? authors : toAuthors(named),
    line: dated,
  };
}
