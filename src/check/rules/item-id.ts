/** Names of findings and results: each stands for one thing in its source, for good. */
import { repeatedNames } from '../../schema/item-id.ts';
import type { Rule } from '../rule.ts';

interface Named {
  readonly id: string;
  readonly aliases: readonly string[];
}

/** Items in their places; one without a name has none that could be used twice. */
const named = (items: readonly ({ readonly id?: string; readonly aliases?: readonly (string | undefined)[] } | undefined)[]): Named[] =>
  items.map((item) => ({ id: item?.id ?? '', aliases: (item?.aliases ?? []).flatMap((alias) => alias ?? []) }));

export const idReused: Rule = {
  name: 'id-reused',
  level: 'error',
  local: true,
  says: 'Every finding and result has a name that nothing else in its source has, or had.',
  why: 'A link that somebody kept would lead to another number than the one it was made for.',
  *find({ sources }) {
    for (const { file, data } of sources) {
      const lists = { findings: named(data.findings ?? []), results: named(data.results ?? []) };
      for (const { list, index, name, field } of repeatedNames(lists)) {
        if (!name) continue;
        const place = lists[list][index]?.aliases.indexOf(name) ?? -1;
        yield {
          file: file.path,
          field: field === 'id' ? [list, index, 'id'] : [list, index, 'aliases', Math.max(0, place)],
          message: `\`${list}[${index}].${field}\` is \`${name}\`, which another finding or result of this source is called, or was.`,
          fix: 'Give it a name of its own; a name that was once used stays with what it was used for, under `aliases`.',
        };
      }
    }
  },
};
