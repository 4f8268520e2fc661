/**
 * What prose takes from data instead of typing it: the numbers of a result, what a recommendation says, and what a source leaves
 * out. Pure: a name and attributes in, words out, or what is wrong with them. `schema/components.ts` lists the names.
 */
import type { Library, SourceEntry } from '../library/library.ts';
import { absenceSeenOn } from '../library/anchor.ts';
import type { Absence } from '../schema/design.ts';
import type { Coverage } from '../schema/vocabulary.ts';
import type { SourceId } from '../schema/id.ts';
import { withinSentence } from '../words/phrase.ts';
import { ownPosition } from './position.ts';
import { resultWords } from './result-words.ts';

export type ValueName = 'Result' | 'Recommendation' | 'Absent';
type Attributes = Readonly<Record<string, string | undefined>>;

/** Words, or why there are none, with the names that were to choose from. */
export type ProseValue =
  | { readonly words: string }
  | { readonly words?: undefined; readonly attribute: string; readonly problem: string; readonly known: readonly string[] };

const wrong = (attribute: string, problem: string, known: readonly string[]): ProseValue => ({ attribute, problem, known });

/** The item of a list that has a name, or had it. */
const called = <T extends { readonly id: string; readonly aliases: readonly string[] }>(items: readonly T[], name: string): T | undefined =>
  items.find(({ id }) => id === name) ?? items.find(({ aliases }) => aliases.includes(name));

function result(source: SourceEntry, { id = '', as = '', arm, style }: Attributes, { vocabulary }: Library): ProseValue {
  const known = called(source.results, id);
  if (!known)
    return wrong(
      'id',
      'is no result of this source',
      source.results.map((one) => one.id),
    );
  const words = resultWords(known, { as, arm, short: style === 'short' }, vocabulary);
  return words === undefined ? wrong('as', 'asks for what this result does not print', []) : { words };
}

function recommendation(source: SourceEntry, { id = '' }: Attributes, { questions, vocabulary }: Library): ProseValue {
  const known = called(source.findings, id);
  if (!known)
    return wrong(
      'id',
      'is no finding of this source',
      source.findings.map((one) => one.id),
    );
  const question = questions.get(known.question);
  if (!known.direction || !question) return wrong('id', 'is a finding that says neither for nor against', []);
  const { label } = ownPosition(known, source, question, vocabulary);
  return { words: `${withinSentence(label)}${known.grade ? ` (${known.grade.value})` : ''}` };
}

/** Where an item was looked for, by how the source was read. */
const readIn: Readonly<Record<Coverage, string>> = {
  'full-text': 'reported',
  abstract: 'in the abstract',
  excerpt: 'in the part that we read',
  teaser: 'in the preview',
  'second-hand': 'in what we read of it',
};

/** `not reported` of a whole text that was searched, `not in the abstract` of less; `not checked` where nothing was searched. */
export function absenceWords(library: Pick<Library, 'verifications' | 'vocabulary'>, source: SourceEntry, absence: Absence): string {
  if (absence.checked !== 'text' || absenceSeenOn(library, source, absence) === undefined) return 'not checked';
  return `not ${readIn[source.coverage]}`;
}

function absent(source: SourceEntry, { item = '' }: Attributes, library: Library): ProseValue {
  const known = source.absent.find((one) => one.item === item);
  if (known) return { words: absenceWords(library, source, known) };
  return wrong(
    'item',
    'is not among what this source is said to leave out',
    source.absent.map((one) => one.item),
  );
}

const makers = { Result: result, Recommendation: recommendation, Absent: absent } as const;
export const isValueName = (name: string | undefined): name is ValueName => name !== undefined && Object.hasOwn(makers, name);

/**
 * The words of one value, e.g. `proseValue(library, 'Result', { of: 'vedantham-2017-attract', id: 'pts-any-6-24m', as: 'percentages' })`
 * has the words `47% against 48%`.
 */
export function proseValue(library: Library, name: ValueName, attributes: Attributes): ProseValue {
  const source = library.sources.get((attributes['of'] ?? '') as SourceId);
  if (!source) return wrong('of', 'is no source', [...library.sources.keys()]);
  return makers[name](source, attributes, library);
}

const TAG = /<(Result|Recommendation|Absent)((?:\s+[a-z]+="[^"]*")*)\s*\/>/g;

const attributesIn = (written: string): Attributes =>
  Object.fromEntries(Array.from(written.matchAll(/([a-z]+)="([^"]*)"/g), ([, key, value]) => [key ?? '', value]));

/** The values that a text takes, e.g. one `Result` for `<Result of="…" id="…" as="p" />`. */
export const valuesIn = (text: string): { readonly name: ValueName; readonly attributes: Attributes }[] =>
  Array.from(text.matchAll(TAG), ([, name, written = '']) => ({ name: name as ValueName, attributes: attributesIn(written) }));

/**
 * A body with the words of its values in their places, for whatever reads bodies as text: line by line the same, so that places still
 * hold. A value without words leaves nothing; the check reports it.
 */
export function filledBody(library: Library, body: string): string {
  if (!/<(?:Result|Recommendation|Absent)\s/.test(body)) return body;
  return body.replace(
    TAG,
    (tag, name: ValueName, written: string) =>
      `${proseValue(library, name, attributesIn(written)).words ?? ''}${'\n'.repeat(tag.split('\n').length - 1)}`,
  );
}
