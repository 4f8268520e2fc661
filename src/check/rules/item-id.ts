/** Names of findings and results: each stands for one thing in its source, for good. */
import { repeatedNames } from '../../schema/item-id.ts';
import type { Rule } from '../rule.ts';

interface Named {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly question?: string | undefined;
}
type RawNamed = { readonly id?: string; readonly aliases?: readonly (string | undefined)[]; readonly question?: string } | undefined;

/** Items in their places; one without a name has none that could be used twice. */
const named = (items: readonly RawNamed[]): Named[] =>
  items.map((item) => ({ id: item?.id ?? '', aliases: (item?.aliases ?? []).flatMap((alias) => alias ?? []), question: item?.question }));

export const idReused: Rule = {
  name: 'id-reused',
  level: 'error',
  says: 'Every finding and result has a name that nothing else in its source has, or had.',
  why: 'A link that somebody kept would lead to another number than the one it was made for.',
  *find({ sources, content }) {
    for (const { file, id: source, data } of sources) {
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
      const { findings = [], results = [] } = content.library.histories.get(source as never) ?? {};
      const gone = [...findings, ...results].filter(({ removed }) => removed);
      for (const list of ['findings', 'results'] as const)
        for (const [index, { id, question }] of lists[list].entries()) {
          // A finding on the same question is the old one come back.
          const old = gone.find((row) => row.id === id && (row.question === undefined || row.question !== question));
          if (old)
            yield {
              file: file.path,
              field: [list, index, 'id'],
              message: `\`${list}[${index}].id\` is \`${id}\`, which was the name of something else in this source until ${old.removed?.on ?? ''}.`,
              fix: 'Give it another name; where it is the same thing come back, keep the old name under `aliases`.',
            };
        }
    }
  },
};
