/** What the site does not cover, told apart from what merely stands beside its subject. Pure. */
import type { Names } from './names.client.ts';
import { contentWords, keysIn, toKey } from './words.client.ts';

/** A subject that the site does not cover, with the words by which readers ask for it and where they look instead. */
export interface OutsideSubject {
  readonly what: string;
  readonly instead: string;
  readonly href: string;
  readonly asked: readonly string[];
}

/** Words that are everywhere here, e.g. `clot` or `vein*`, and so tell nothing of what else is asked. */
type Plain = readonly string[];

/**
 * The subject that a search is about, e.g. of clots in the arm for `arm DVT`. Undefined when it names something of ours besides, as
 * `pulmonary embolism after thrombectomy` does, or only mentions it behind more of something else.
 */
export function outsideOf(typed: string, subjects: readonly OutsideSubject[], everywhere: Plain, names: Names): OutsideSubject | undefined {
  const words = contentWords(typed);
  const keys = words.map(toKey);
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
  const telling = words.filter((_, at) => own.has(keys[at] ?? '') || !isPlain(keys[at] ?? ''));
  const left = telling.filter((word) => !own.has(toKey(word)));
  if (names.stretches(left).length > 0) return undefined;
  return own.has(toKey(telling[0] ?? '')) || left.length < own.size ? subject : undefined;
}
