/** For each collection how the form reads and writes its files, ready to be handed to it. */
import { collections, type Collection } from '../schema/collections.ts';
import { fileSchema } from '../schema/schemas.ts';
import { noVocabulary } from '../schema/vocabulary.ts';
import { earlierText, fromFile, partsOf, toFile, toFormatName, type ReadFile } from './form-file.ts';
import { formCollections } from './form-rows.ts';
import { toShape } from './form-shape.ts';

export interface FormFormat {
  readonly collection: Collection;
  /** Name by which the configuration calls it, e.g. `source-frontmatter`. */
  readonly name: string;
  /** Ending of the files without its dot. */
  readonly extension: string;
  readonly fromFile: (text: string) => unknown;
  readonly toFile: (value: unknown) => string;
}

/** The format of one collection. It remembers what it has read, so that a changed file keeps the style of what was not changed. */
export function toFormFormat(collection: Collection): FormFormat {
  const { ending } = collections[collection];
  const shape = toShape(fileSchema(collection, noVocabulary));
  const files = new Map<string, ReadFile>();
  return {
    collection,
    name: toFormatName(collection, ending),
    extension: ending.slice(1),
    fromFile: (text) => {
      const value = fromFile(text, shape);
      files.set(text, { text, parts: partsOf(value) });
      return value;
    },
    toFile: (value) => toFile(value, shape, earlierText(value, files.values())),
  };
}

/** The formats of all collections that are filled in by form. */
export const formFormats = (): FormFormat[] =>
  formCollections.filter(([, { use }]) => use === 'form').map(([collection]) => toFormFormat(collection));
