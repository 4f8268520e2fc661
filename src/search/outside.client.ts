/** What the site does not cover, told apart from what merely stands beside its subject. Pure. */
import type { Names } from './names.client.ts';
import { contentWords, keysIn, toKey, wordsIn } from './words.client.ts';

/** A subject that the site does not cover, with the words by which readers ask for it and where they look instead. */
export interface OutsideSubject {
  readonly what: string;
  readonly instead: string;
  readonly href: string;
  readonly asked: readonly string[];
}

/**
 * The subject that a search is about, e.g. of clots in the arm for `arm DVT`. Undefined when it names something of ours besides, as
 * `pulmonary embolism after thrombectomy` does, or only mentions it behind more of something else. Words of `everywhere`, e.g. `clot` or
 * `vein*`, tell nothing of what else is asked.
 */
export function outsideOf(
  typed: string,
  subjects: readonly OutsideSubject[],
  everywhere: readonly string[],
  names: Names,
): OutsideSubject | undefined {
  const keys = contentWords(typed).map(toKey);
  let found: { subject: OutsideSubject; own: ReadonlySet<string> } | undefined;
  for (const subject of subjects)
    for (const asked of subject.asked) {
      const own = new Set(keysIn(asked));
      if (own.size > (found?.own.size ?? 0) && [...own].every((key) => keys.includes(key))) found = { subject, own };
    }
  if (!found) return undefined;
  const { subject, own } = found;
  const isPlain = (key: string): boolean =>
    everywhere.some((word) => (word.endsWith('*') ? key.startsWith(word.slice(0, -1)) : key === toKey(word)));
  const all = wordsIn(typed);
  const isOurs = names
    .stretches(all)
    .map(({ from, length }) => all.slice(from, from + length).map(toKey))
    .some((stretch) => !stretch.some((key) => own.has(key)) && !stretch.every(isPlain));
  if (isOurs) return undefined;
  const telling = keys.filter((key) => own.has(key) || !isPlain(key));
  const left = telling.filter((key) => !own.has(key));
  return own.has(telling[0] ?? '') || left.length < Math.max(2, own.size) ? subject : undefined;
}
