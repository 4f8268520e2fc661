/** Numbers: that each says how many people stand behind it. */
import type { Rule } from '../rule.ts';

export const resultWithoutPeople: Rule = {
  name: 'result-without-people',
  level: 'warning',
  local: true,
  says: 'Every number says how many people stand behind it, or that its source does not print that.',
  why: 'Half of two people and half of two thousand look alike.',
  *find({ sources }) {
    for (const { file, data } of sources)
      for (const [index, result] of (data.results ?? []).entries()) {
        if (!result || result.people !== undefined || (result.unit !== undefined && result.unit !== 'people')) continue;
        if (result.arms?.some((arm) => arm?.total !== undefined)) continue;
        yield {
          file: file.path,
          field: ['results', index],
          message: `\`results[${index}]\` (\`${result.id ?? ''}\`) has no \`total\` in any arm, and no \`people\`.`,
          fix: 'Add the totals of the arms, or `people:` with how many there are in all, or `people: not-stated` where the source does not print it.',
        };
      }
  },
};
