/** The limits of `schema/limits.ts` as rules: whatever lies beyond one is refused before it is parsed. */
import { inThousands, limits, type LimitName } from '../../schema/limits.ts';
import type { Rule } from '../rule.ts';
import { unreadableBy } from './unreadable-file.ts';

/** What one rule allows, e.g. "48,000 characters in a body". */
const allowed = (rule: string): string =>
  (Object.keys(limits) as LimitName[])
    .filter((name) => limits[name].rule === rule)
    .map((name) => `${inThousands(limits[name].most)} ${limits[name].unit} in ${limits[name].of}`)
    .join(', ');

const limitRule = (name: string, says: string, why: string): Rule => ({
  name,
  level: 'error',
  says: `${says}: at most ${allowed(name)}.`,
  why,
  find: (context) => unreadableBy(context, name),
});

const stopped = 'One file could stop the check of all others, and with it every correction that waits.';

export const limitRules: readonly Rule[] = [
  limitRule('file-too-large', 'No file is larger than its kind needs', stopped),
  limitRule('body-too-long', 'No body is longer than anybody reads', stopped),
  limitRule(
    'field-too-long',
    'No field is longer than its place on a page',
    'A field that fills a page hides all others, in lists, in search and in what is exported.',
  ),
  limitRule('nested-too-deep', 'Nothing lies within something else deeper than it can be read', stopped),
  limitRule('too-many-signs', 'No body has more Markdown in it than prose needs', stopped),
  limitRule('too-slow', 'Every file can be read in a moment', stopped),
];
