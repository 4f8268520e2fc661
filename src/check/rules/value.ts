/** What prose takes from data: that it is there to be taken. */
import { isValueName, proseValue } from '../../evidence/prose-values.ts';
import { oneOf, shown } from '../field-name.ts';
import { meant } from '../nearest.ts';
import { inBody, type Rule } from '../rule.ts';
import { mdxEntries } from '../uses.ts';

/** What to do where there is nothing to choose from. */
const ways: Readonly<Record<string, string>> = {
  as: 'Ask for a part that the digest holds, or add it there if the source prints it.',
  id: 'Name a finding that recommends, permits or advises against.',
  item: 'Look for the item in the source, and list it under `absent` there if it is not reported; else take the sentence out.',
};

export const unknownValue: Rule = {
  name: 'unknown-value',
  level: 'error',
  says: 'Every value that prose takes from a digest stands in it.',
  why: 'A sentence would be printed with a hole where its number should stand.',
  *find(context) {
    for (const { file } of mdxEntries(context))
      for (const { name, attributes, place } of context.bodyOf(file).components) {
        if (!isValueName(name)) continue;
        const given = Object.fromEntries(attributes.map((one) => [one.name, one.value ?? undefined]));
        const value = proseValue(context.content.library, name, given);
        // What is not written at all is for the rule on markup.
        if (value.words !== undefined || given[value.attribute] === undefined) continue;
        const written = given[value.attribute] ?? '';
        yield {
          file: file.path,
          place: inBody(file, place),
          message: `\`<${name}>\` has \`${value.attribute}\` set to ${shown(written)}, which ${value.problem}.`,
          fix: value.known.length
            ? meant(written, value.known, `Known are ${oneOf(value.known)}.`)
            : (ways[value.attribute] ?? 'Take it out.'),
        };
      }
  },
};
