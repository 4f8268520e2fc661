/** Finds the name that was probably meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The nearest name, if one is near: at most a third of its letters wrong, e.g. `nearest('directon', ['direction', 'says']) === 'direction'`.
 * Case does not count.
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of names) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** "Did you mean `x`?" where a name is near, else the sentence given. */
export const meant = (name: string, names: Iterable<string>, otherwise: string): string => {
  const near = nearest(name, names);
  return near === undefined ? otherwise : `Did you mean \`${near}\`?`;
};
