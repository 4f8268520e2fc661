/** Where pages of ours name a source: in prose, in statements of the frontmatter, as a term's origin, as a pathway's source. */
import type { FieldPath } from '../library/content-file.ts';
import type { Pathway } from '../schema/pathway.ts';
import type { Statement } from '../schema/statement.ts';
import { fieldName } from './field-name.ts';
import type { DeepPartial } from './deep-partial.ts';
import type { AnyTopic, LintEntry, LintContext } from './lint-context.ts';
import { inBody, type Found } from './rule.ts';

/** One carrier of a statement with the field it stands in. */
export interface CarrierUse {
  readonly file: string;
  readonly field: FieldPath;
  readonly draft: boolean;
  readonly source: string | undefined;
  readonly locator: string | undefined;
}

type Carriers = DeepPartial<Statement>['from'];

const carriersAt = (entry: LintEntry<unknown>, field: FieldPath, carriers: Carriers): CarrierUse[] =>
  (carriers ?? []).flatMap((carrier, index) =>
    carrier
      ? [
          {
            file: entry.file.path,
            field: [...entry.at, ...field, index],
            draft: entry.draft,
            source: carrier.source,
            locator: carrier.locator,
          },
        ]
      : [],
  );

const ofTopic = (entry: LintEntry<AnyTopic>): CarrierUse[] => [
  ...carriersAt(entry, ['mechanism', 'from'], entry.data.mechanism?.from),
  ...(['regulatory', 'steps', 'pitfalls'] as const).flatMap((list) =>
    (entry.data[list] ?? []).flatMap((statement, index) => carriersAt(entry, [list, index, 'from'], statement?.from)),
  ),
];

const ofPathway = (entry: LintEntry<Pathway>): CarrierUse[] => [
  ...(entry.data.outcomes ?? []).flatMap((one, index) => carriersAt(entry, ['outcomes', index, 'caution', 'from'], one?.caution?.from)),
  ...(entry.data.impossible ?? []).flatMap((one, index) => carriersAt(entry, ['impossible', index, 'from'], one?.from)),
];

/** Every carrier of a statement in topics, terms and pathways. */
export const carriersOf = (context: LintContext): CarrierUse[] => [
  ...context.topics.flatMap(ofTopic),
  ...context.terms.flatMap((entry) => carriersAt(entry, ['from'], entry.data.from)),
  ...context.pathways.flatMap(ofPathway),
];

/** A source named by a page of ours. */
export interface SourceUse {
  readonly id: string;
  readonly draft: boolean;
  readonly where: Pick<Found, 'file' | 'field' | 'place'>;
  /** How a message begins, e.g. "`[@nice-2019]`" or "`pitfalls[0].from[0].source`". */
  readonly said: string;
}

/** Every place in which a page of ours names a source, whether or not we hold it. */
export function usesOf(context: LintContext): SourceUse[] {
  const carried = carriersOf(context).flatMap(({ file, field, draft, source }) =>
    source ? [{ id: source, draft, where: { file, field: [...field, 'source'] }, said: fieldName([...field, 'source']) }] : [],
  );
  const cited = [...context.questions, ...context.topics].flatMap(({ file, draft }) =>
    context.bodyOf(file).citations.map((citation) => ({
      id: citation.id,
      draft,
      where: { file: file.path, place: inBody(file, citation) },
      said: `\`[@${citation.id}]\``,
    })),
  );
  const pathways = context.pathways.flatMap(({ file, draft, data }) =>
    data.source ? [{ id: data.source, draft, where: { file: file.path, field: ['source'] }, said: '`source`' }] : [],
  );
  return [...cited, ...carried, ...pathways];
}
