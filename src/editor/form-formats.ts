/** For each noun how the form reads and writes its files, ready to be handed to it. */
import { nouns, type Noun } from '../schema/nouns.ts';
import { noVocabulary } from '../schema/vocabulary.ts';
import { earlierText, fromFile, partsOf, toFile, toFormatName, type ReadFile } from './form-file.ts';
import { formNouns } from './form-rows.ts';
import { toShape } from './form-shape.ts';

export interface FormFormat {
  readonly noun: Noun;
  /** Name by which the configuration calls it, e.g. `source-frontmatter`. */
  readonly name: string;
  /** Ending of the files without its dot. */
  readonly extension: string;
  readonly fromFile: (text: string) => unknown;
  readonly toFile: (value: unknown) => string;
}

/** The format of one noun. It remembers what it has read, so that a changed file keeps the style of what was not changed. */
export function toFormFormat(noun: Noun): FormFormat {
  const { schema, ending } = nouns[noun];
  const shape = toShape(schema(noVocabulary));
  const files = new Map<string, ReadFile>();
  return {
    noun,
    name: toFormatName(noun, ending),
    extension: ending.slice(1),
    fromFile: (text) => {
      const value = fromFile(text, shape);
      files.set(text, { text, parts: partsOf(value) });
      return value;
    },
    toFile: (value) => toFile(value, shape, earlierText(value, files.values())),
  };
}

/** The formats of all nouns that are filled in by form. */
export const formFormats = (): FormFormat[] => formNouns.filter(([, { use }]) => use === 'form').map(([noun]) => toFormFormat(noun));
