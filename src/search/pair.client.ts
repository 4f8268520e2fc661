/** Two works named in one search: the way to what both say, question by question. Pure. */
import { matrixUrl } from '../parts/urls.ts';
import type { Hit } from './hit.client.ts';
import { keysIn } from './words.client.ts';

/** A work that gives advice: its id, the name by which readers ask for it, and the name that is shown, e.g. `ESVS` and `ESVS 2021`. */
export type AdvisingWork = readonly [id: string, asked: string, shown: string];

/**
 * The comparison of the two works that a search names, e.g. of `CHEST 2021` and `ESVS 2021` for `CHEST v ESVS iliofemoral`; undefined
 * where it names one or more than two. They stand as typed; a longer name is meant where all of it stands, and of one name the last of `works`.
 */
export function pairOf(typed: string, works: readonly AdvisingWork[]): Hit | undefined {
  const typedKeys = keysIn(typed);
  const named = works
    .map((work) => ({ work, keys: keysIn(work[1]) }))
    .filter(({ keys }) => keys.length > 0 && keys.every((key) => typedKeys.includes(key)));
  const isPart = (keys: readonly string[]): boolean =>
    named.some((other) => other.keys.length > keys.length && keys.every((key) => other.keys.includes(key)));
  const place = ([key = '']: readonly string[]): number => typedKeys.indexOf(key);
  const whole = named.filter(({ keys }) => !isPart(keys)).sort((a, b) => place(a.keys) - place(b.keys));
  const [first, second, ...more] = new Map(whole.map(({ work, keys }) => [keys.join(' '), work])).values();
  if (!first || !second || more.length > 0) return undefined;
  return {
    url: `${matrixUrl}#${new URLSearchParams({ a: first[0], b: second[0] })}`,
    title: `${first[2]} and ${second[2]} side by side`,
    page: 'Compare',
    note: '',
    excerpt: [{ text: 'What each of the two says on each question, with its own grade.', found: false }],
    parts: [],
  };
}
