/** A typed condition in words, e.g. `Days of symptoms: less than 14 days`. */
import { boundNames, type Criterion } from '../schema/criterion.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import { formatList, orList, withinSentence } from '../words/phrase.ts';

/** Words of each bound, and of its other side. */
const bounds = {
  above: ['more than', 'at most'],
  atLeast: ['at least', 'less than'],
  below: ['less than', 'at least'],
  atMost: ['at most', 'more than'],
} as const;

/**
 * Whom a typed condition takes in, or with `side` `leaves` whom it leaves out: `{ on: 'age', atLeast: 16, atMost: 75 }` is
 * `Age: at least 16 and at most 75 years`, and leaves out `Age: less than 16 or more than 75 years`.
 */
export function criterionWords(
  criterion: Criterion,
  { criteria }: Pick<Vocabulary, 'criteria'>,
  side: 'takes' | 'leaves' = 'takes',
): string {
  const { on, is, isNot } = criterion;
  const leaves = side === 'leaves';
  const join = leaves ? orList : formatList;
  const named = (values: readonly string[], not: boolean): string =>
    `${not ? 'not ' : ''}${orList(values.map((value) => withinSentence(criteria[on]?.values?.[value] ?? value)))}`;
  const numbers = boundNames.flatMap((name) => (criterion[name] === undefined ? [] : [{ name, value: criterion[name] }]));
  const unit = criteria[on]?.unit ?? '';
  const said = [
    ...(numbers.length
      ? [
          `${join(numbers.map(({ name, value }) => `${bounds[name][leaves ? 1 : 0]} ${value}`))} ${numbers.at(-1)?.value === 1 ? unit.replace(/s$/, '') : unit}`.trimEnd(),
        ]
      : []),
    ...(is ? [named(is, leaves)] : []),
    ...(isNot ? [named(isNot, !leaves)] : []),
  ];
  return `${labelOf(criteria, on)}: ${join(said)}`;
}
