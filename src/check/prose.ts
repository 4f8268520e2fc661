/**
 * The prose of a content file, field by field: what we wrote ourselves. Goes by what is left out, so that a new field of
 * prose is looked at without a change here.
 */
import type { ContentFile, FieldPath } from '../library/content-file.ts';
import type { Collection } from '../schema/collections.ts';

/** Fields that are not our wording, with the reason. Without a collection: in every collection. */
const elsewhere: Readonly<Record<string, string>> = {
  locator: 'it names a place of the source in the words of the source',
  anchor: 'it quotes the ends of a passage, so that a machine can find it',
  grade: 'it is the grade as the source prints it',
  aliases: 'they are addresses',
  'source.title': 'it is a title',
  'source.shortTitle': 'it is a title',
  'source.container': 'it is a title',
  'source.publisher': 'it is a name',
  'source.authors': 'they are names',
  'source.contributors': 'they are names',
  'source.url': 'it is an address',
  'source.restsOn': 'it names works',
  'source.tags': 'they are labels of the digest that it came through',
  'source.recordFrom': 'it names a work',
  'source.rights': 'it states a licence and a credit as printed',
  'source.todo': 'a machine writes it, and no reader sees it',
  'source.outline': 'it holds the headings of the raw article, and no reader sees it',
};

/** Collections that a machine writes. */
const machines: ReadonlySet<Collection> = new Set<Collection>(['sighting', 'fingerprint', 'lookup']);

/** One field of prose, or the body where there is no field. */
export interface Prose {
  readonly field?: FieldPath;
  readonly text: string;
}

function collect(value: unknown, path: FieldPath, collection: Collection, found: Prose[]): void {
  if (typeof value === 'string') found.push({ field: path, text: value });
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, [...path, index], collection, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (!(key in elsewhere) && !(`${collection}.${key}` in elsewhere)) collect(item, [...path, key], collection, found);
    }
  }
}

/** Every text of ours in a file, the body last. A source's `says` is prose, its `title` and its locators are not. */
export function proseOf(file: ContentFile): Prose[] {
  const found: Prose[] = [];
  if (machines.has(file.collection)) return found;
  collect(file.value, [], file.collection, found);
  if (file.body) found.push({ text: file.body });
  return found;
}
