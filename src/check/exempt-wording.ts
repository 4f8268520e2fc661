/**
 * What of a content file is our own wording, field by field, and what in it may stand in a row in two texts without one leaning on the
 * other: names, titles and numbers. Nine words are exempt when they lie within one title, or when each of them is a number or its unit,
 * part of a name or a title that is there in full, or a small word that links such words. One ordinary word among them, and they count.
 */
import { toPlainWords } from '../library/shingle.ts';
import type { LintContext } from './lint-context.ts';
import type { ContentFile, FieldPath } from '../library/content-file.ts';
import { collections, type Collection } from '../schema/collections.ts';

const NUMBER = /\p{N}/u;
/** Units and signs of statistics: parts of a number as printed. */
const UNITS = new Set(
  'day days week weeks month months year years hour hours minute minutes percent mg g kg ml l mm cm ci p n rr or hr se sd iqr'.split(' '),
);
const LINKS = new Set('a an and at by et al for from in is of on or per than the to versus vs was were with'.split(' '));

const joined = (words: readonly string[]): string => ` ${words.join(' ')} `;

function* namesIn({ sources, topics, people }: LintContext): Iterable<string | undefined> {
  for (const { data } of sources) {
    yield* [data.title, data.shortTitle, data.container, data.publisher];
    for (const support of data.restsOn ?? []) yield support?.work;
    for (const author of [...(data.authors ?? []), ...(data.contributors ?? [])]) {
      if (!author) continue;
      if ('organisation' in author) yield author.organisation;
      if ('family' in author) yield* [`${author.given ?? ''} ${author.family ?? ''}`, author.family];
    }
  }
  for (const { data } of topics) yield data.maker;
  for (const { data } of people) yield data.name;
}

type IsExempt = (words: readonly string[], from: number, length: number) => boolean;

/** A test of `length` words from `from` among `words`, as `toWords` gives them. Made once for all content. */
export function buildExemption(context: LintContext): IsExempt {
  const names = [...new Set([...namesIn(context)].flatMap((name) => (name ? [joined(toPlainWords(name))] : [])))].filter((name) =>
    name.trim(),
  );
  const titles = names.join('|');
  const byFirst = Map.groupBy(
    names.map((name) => name.trim().split(' ')),
    ([first]) => first,
  );
  /** How many words of the longest name start here. */
  const nameAt = (words: readonly string[], at: number): number =>
    Math.max(0, ...(byFirst.get(words[at]) ?? []).map((name) => (name.every((word, i) => words[at + i] === word) ? name.length : 0)));

  return (words, from, length) => {
    const window = words.slice(from, from + length);
    if (titles.includes(joined(window))) return true;
    const near = words.slice(Math.max(0, from - 60), from + length + 60);
    const start = Math.min(from, 60);
    const named = new Set<number>();
    for (let at = 0; at < start + length; at += 1) for (let i = nameAt(near, at); i > 0; i -= 1) named.add(at + i - 1);
    const sort = window.map((word, i) =>
      NUMBER.test(word) || named.has(start + i) ? 'own' : UNITS.has(word) || LINKS.has(word) ? 'link' : 'no',
    );
    return sort.includes('own') && !sort.includes('no');
  };
}

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
  if (collections[file.collection].writtenBy === 'programs') return found;
  collect(file.value, [], file.collection, found);
  if (file.body) found.push({ text: file.body });
  return found;
}
