/** What prose takes from data: that it is there to be taken. */
import { isValueName, proseValue, valuesIn, type ValueName } from '../../evidence/prose-values.ts';
import { deckCards, textsOf } from '../deck-cards.ts';
import { fieldName, oneOf, shown } from '../field-name.ts';
import type { LintContext } from '../lint-context.ts';
import { meant } from '../nearest.ts';
import { inBody, type Rule } from '../rule.ts';
import { mdxEntries } from '../uses.ts';

/** What to do where there is nothing to choose from. */
const ways: Readonly<Record<string, string>> = {
  as: 'Ask for a part that the digest holds, or add it there if the source prints it.',
  id: 'Name a finding that recommends, permits or advises against.',
  item: 'Look for the item in the source, and list it under `absent` there if it is not reported; else take the sentence out.',
};

/** What is wrong with a value, where something is. */
function lostValue({ content }: LintContext, name: ValueName, given: Readonly<Record<string, string | undefined>>) {
  const value = proseValue(content.library, name, given);
  // What is not written at all is for the rule on markup.
  if (value.words !== undefined || given[value.attribute] === undefined) return [];
  const written = given[value.attribute] ?? '';
  return [
    {
      message: `\`<${name}>\` has \`${value.attribute}\` set to ${shown(written)}, which ${value.problem}.`,
      fix: value.known.length ? meant(written, value.known, `Known are ${oneOf(value.known)}.`) : (ways[value.attribute] ?? 'Take it out.'),
    },
  ];
}

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
        for (const said of lostValue(context, name, given)) yield { file: file.path, place: inBody(file, place), ...said };
      }
    for (const card of deckCards(context))
      for (const { field, written } of textsOf(context, card)) {
        const values = valuesIn(written);
        for (const { name, attributes } of values)
          for (const said of lostValue(context, name, attributes)) yield { file: card.deck.file.path, field, ...said };
        if (values.length === (written.match(/<\/?[A-Za-z]/g) ?? []).length) continue;
        const message = `${fieldName(field)} holds a tag that is no value: a card is plain words.`;
        yield {
          file: card.deck.file.path,
          field,
          message,
          fix: 'Write `<Result of="…" id="…" as="…" />` in one piece, or take the tag out.',
        };
      }
  },
};
