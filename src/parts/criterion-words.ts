/** A typed condition in words, e.g. `Days of symptoms: less than 14 days`. */
import type { Criterion } from '../schema/criterion.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import { formatList, orList, withinSentence } from '../words/phrase.ts';

const bounds = { above: 'more than', atLeast: 'at least', below: 'less than', atMost: 'at most' } as const;

/** E.g. `criterionWords({ on: 'bleeding-risk', isNot: ['high'] }, vocabulary)` is `Risk of bleeding: not high`. */
export function criterionWords(criterion: Criterion, { criteria }: Pick<Vocabulary, 'criteria'>): string {
  const row = criteria[criterion.on];
  const valueWords = (values: readonly string[]): string[] => values.map((value) => withinSentence(row?.values?.[value] ?? value));
  const numbers = (Object.keys(bounds) as (keyof typeof bounds)[]).flatMap((name) =>
    criterion[name] === undefined ? [] : `${bounds[name]} ${criterion[name]}`,
  );
  const said = [
    ...(numbers.length ? [`${formatList(numbers)} ${row?.unit ?? ''}`.trimEnd()] : []),
    ...(criterion.is ? [orList(valueWords(criterion.is))] : []),
    ...(criterion.isNot ? [`not ${orList(valueWords(criterion.isNot))}`] : []),
  ];
  return `${labelOf(criteria, criterion.on)}: ${formatList(said)}`;
}
