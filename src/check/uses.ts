/** What entries name: ids in their fields, sources in their prose, and the carriers of their statements. */
import type { FieldPath } from '../library/content-file.ts';
import { approvedCollections, collectionNames, collections, type ApprovedCollection, type Collection } from '../schema/collections.ts';
import type { FieldsOf } from '../schema/schemas.ts';
import { fieldName } from './field-name.ts';
import { fieldValues } from './field-guide.ts';
import type { LintContext, LintEntry } from './lint-context.ts';
import { inBody, type Violation } from './rule.ts';

/** The entries of everything that editors write. */
export const editedEntries = (context: LintContext): LintEntry<unknown>[] =>
  collectionNames
    .filter((name) => collections[name].writtenBy === 'editors')
    .flatMap((name): readonly LintEntry<unknown>[] => context[collections[name].many]);

/** The entries of everything that a clinician approves. */
export const approvedEntries = (context: LintContext): LintEntry<FieldsOf<ApprovedCollection>>[] =>
  approvedCollections.flatMap((name): readonly LintEntry<FieldsOf<ApprovedCollection>>[] => context[collections[name].many]);

/** The entries whose body is MDX, which runs where it is printed. */
export const mdxEntries = ({ pages }: LintContext): LintContext['pages'] =>
  pages.filter(({ file }) => collections[file.collection].ending === '.mdx');

/** One carrier of a statement with the field it stands in. */
export interface CarrierUse {
  readonly file: string;
  readonly field: FieldPath;
  readonly draft: boolean;
  readonly source: string | undefined;
  readonly locator: string | undefined;
}

const carriersIn = fieldValues(({ properties }, path) => path.at(-2) === 'from' && properties?.['locator'] !== undefined);

/** Every carrier of a statement, wherever one stands: in topics, terms and pathways. */
export const carriersOf = (context: LintContext): CarrierUse[] =>
  editedEntries(context).flatMap((entry) =>
    carriersIn(entry).map(({ field, value }) => ({
      ...(value as Pick<CarrierUse, 'source' | 'locator'>),
      file: entry.file.path,
      field,
      draft: entry.draft,
    })),
  );

/** An id in a field. */
export interface NamedId {
  readonly names: Collection;
  readonly id: string;
  readonly field: FieldPath;
}

const idsIn = fieldValues((schema, path) => schema['x-names'] !== undefined && path.join('.') !== 'id');

/** The ids of other entries that stand in the fields of an entry, e.g. `{ names: 'question', id: 'clot-removal', field: ['findings', 0, 'question'] }`. */
export const namedIn = (entry: LintEntry<unknown>): NamedId[] =>
  idsIn(entry).flatMap(({ field, value, schema }) =>
    typeof value === 'string' ? [{ names: schema['x-names'] as Collection, id: value, field }] : [],
  );

/** A source named by a page of ours. */
export interface SourceUse {
  readonly id: string;
  readonly draft: boolean;
  readonly where: Pick<Violation, 'file' | 'field' | 'place'>;
  /** How a message begins, e.g. "`[@nice-2019]`" or "`pitfalls[0].from[0].source`". */
  readonly said: string;
}

/** Every place in which a page of ours names a source, whether or not we hold it. */
export function usesOf(context: LintContext): SourceUse[] {
  const pages = editedEntries(context).filter(({ file }) => file.collection !== 'source');
  return pages.flatMap((entry) => {
    const { file, draft } = entry;
    const cited = collections[file.collection].ending === '.mdx' ? context.bodyOf(file).citations : [];
    return [
      ...cited.map((citation) => ({
        id: citation.id,
        draft,
        where: { file: file.path, place: inBody(file, citation) },
        said: `\`[@${citation.id}]\``,
      })),
      ...namedIn(entry)
        .filter(({ names }) => names === 'source')
        .map(({ id, field }) => ({ id, draft, where: { file: file.path, field }, said: fieldName(field) })),
    ];
  });
}
