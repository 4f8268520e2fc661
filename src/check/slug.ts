/** The spelling of ids: what a name becomes when it is written as one. */
import { foldLetters } from '../words/fold.ts';

/** Lower-case letters, digits and single hyphens, e.g. `slug('Nice 2019: IPG651') === 'nice-2019-ipg651'`; empty where nothing is left. */
export const slug = (name: string): string =>
  foldLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
