/** Conditions of findings: typed where they can be, so that a search for a patient can read them. */
import type { CriterionRow } from '../../schema/vocabulary-rows.ts';
import { foldLetters } from '../../words/fold.ts';
import { shown } from '../field-name.ts';
import type { Rule } from '../rule.ts';

/** Where a word of a row begins in a condition: beginnings of words, and all of those that ` + ` ties together. */
const speaksOf = (condition: string, words: string): boolean =>
  words.split(' + ').every((one) => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(foldLetters(one))}`, 'u').test(condition));

/** Whether a condition says one of the values of a criterion, or a number in its unit. Where the values are yes and no, naming it is enough. */
function saysExactly(condition: string, { unit, values }: CriterionRow, words: string): boolean {
  if (words.includes(' + ') || (values && Object.keys(values).join() === 'yes,no')) return true;
  if (unit !== undefined) return new RegExp(`\\d+(?:\\.\\d+)?[\\s-]*${RegExp.escape(unit.replace(/s$/, ''))}`, 'u').test(condition);
  return Object.entries(values ?? {}).some(([value, label]) =>
    [value.replaceAll('-', ' '), foldLetters(label)].some((word) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, 'u').test(condition),
    ),
  );
}

export const criteriaUntyped: Rule = {
  name: 'criteria-untyped',
  level: 'warning',
  says: 'A condition that can be typed is: a number with its unit, or one of the values of a criterion.',
  why: 'Whoever looks for what holds for one patient would not find it among words.',
  *find({ sources, content }) {
    const rows = Object.entries(content.library.vocabulary.criteria);
    for (const { file, data } of sources)
      for (const [index, finding] of (data.findings ?? []).entries())
        for (const [place, written] of (finding?.conditions ?? []).entries()) {
          if (written === undefined) continue;
          const condition = foldLetters(written);
          const hit = rows.find(
            ([name, row]) =>
              !finding?.criteria?.some((criterion) => criterion?.on === name) &&
              row.words.some((words) => speaksOf(condition, words) && saysExactly(condition, row, words)),
          );
          if (!hit) continue;
          const [name, row] = hit;
          const way = row.unit === undefined ? 'is: […]' : `atMost: … # ${row.unit}`;
          yield {
            file: file.path,
            field: ['findings', index, 'conditions', place],
            message: `\`findings[${index}].conditions[${place}]\` is ${shown(written)}, which could be typed as \`${name}\`.`,
            fix: `Write it under \`criteria\`: \`{ on: ${name}, ${way} }\`; what the source does not say exactly stays in words.`,
          };
        }
  },
};
