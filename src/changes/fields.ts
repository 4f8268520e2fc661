/** What the walk in compare.ts must know of single fields beyond their kind: how they are called and put in words, and how lists are matched. */
import { ownPosition } from '../evidence/position.ts';
import type { QuestionEntry, SourceEntry } from '../library/library.ts';
import type { QuestionId, SourceId } from '../schema/id.ts';
import { approvedCollections } from '../schema/collections.ts';
import { sourceKinds } from '../schema/kinds.ts';
import { absenceChecks } from '../schema/design.ts';
import { directions, strengths } from '../schema/recommendation.ts';
import type { Statement } from '../schema/statement.ts';
import { coverages, fundings, statuses, type Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import type { Change, ChangeKind } from './change.ts';
import { baseOf, latest, type Base, type Entry } from './entries.ts';
import { isSame, namedWords, plainText, toneOf, valueWords } from './values.ts';
import type { Version, Versions } from './versions.ts';
import { formatCount } from '../words/phrase.ts';

type Finding = SourceEntry['findings'][number];
type Result = SourceEntry['results'][number];

/** Where the walk stands. */
export interface WalkPlace {
  readonly versions: Versions;
  readonly base: Base;
  /** Before what is told, e.g. `finding on “Calf clot”: `. */
  readonly prefix: string;
  /** The entry as the newer version has it, and the item of a list within it in both. */
  readonly entry: Entry;
  readonly items?: Readonly<Record<keyof Versions, unknown>>;
}

interface FieldWords {
  readonly called?: string;
  readonly words?: (value: never, place: WalkPlace, side: keyof Versions) => string | undefined;
  /** True for a long text, of which the first paragraphs that differ are told. */
  readonly long?: boolean;
  /** Kind of a change that depends on what was and is there. */
  readonly kind?: (before: unknown, after: unknown, kind: ChangeKind) => ChangeKind;
}

const quoted = (id: QuestionId, { versions }: WalkPlace): string => `“${latest(versions, 'question', id)?.short ?? id}”`;
const wordsIn = ({ content }: Version): Vocabulary => content.library.vocabulary;
/** What a finding says on its question, in a word, e.g. `Advises against`. */
function positionLabel(finding: Finding, { versions, entry }: WalkPlace): string {
  const { asks = 'description', outcomes = [] } = (latest(versions, 'question', finding.question) ?? {}) as Partial<QuestionEntry>;
  return ownPosition(finding, entry as unknown as SourceEntry, { asks, outcomes }, wordsIn(versions.after)).label;
}
const undone = (_: unknown, after: unknown, kind: ChangeKind): ChangeKind => (after === undefined ? 'source-notice-undone' : kind);

const status: FieldWords = {
  called: 'state of review',
  words: (word: string) => labelOf(statuses, word),
  kind: (before, after, kind) => (after === 'draft' ? 'page-withdrawn' : before === 'draft' ? 'draft-published' : kind),
};

/** By collection or list and field. */
export const fieldWords: Readonly<Record<string, FieldWords>> = {
  'source retracted': { kind: undone },
  'source withdrawn': { kind: undone },
  'source concern': { kind: undone, called: 'expression of concern' },
  'source corrected': { kind: undone },
  'source supersededBy': {
    kind: undone,
    called: 'superseded',
    words: (id: SourceId, { versions }) => {
      const next = latest(versions, 'source', id);
      return next ? baseOf(versions, 'source', next).subject : id;
    },
  },
  'source kind': { words: (kind: string) => labelOf(sourceKinds, kind) },
  'source coverage': { words: (coverage: string) => labelOf(coverages, coverage) },
  'source interests': { words: ({ funding, note }: NonNullable<SourceEntry['interests']>) => `${fundings[funding]}: ${note}` },
  'source restsOn': { words: (works: SourceEntry['restsOn']) => valueWords(works.map(({ source, work }) => source ?? work)) },
  'source terms': {
    words: (terms: SourceEntry['terms']) => valueWords(Object.entries(terms).map(([word, sense]) => `${word} means ${sense}`)),
  },
  'source design': { words: namedWords },
  'source absent': {
    called: 'what is not reported',
    words: (absent: SourceEntry['absent'], { versions }, side) =>
      valueWords(
        absent.map(
          ({ item, checked }) => `${labelOf(wordsIn(versions[side]).absences, item)} (${absenceChecks[checked].label.toLowerCase()})`,
        ),
      ),
  },
  'source digest': { long: true },
  'finding question': { called: 'its question', words: quoted },
  'finding direction': { words: (word: string) => labelOf(directions, word) },
  'finding strength': { words: (word: string) => labelOf(strengths, word) },
  'finding coverage': { words: (word: string) => labelOf(coverages, word) },
  'finding criteria': { words: namedWords },
  'finding id': { called: 'name' },
  'finding aliases': { called: 'former names' },
  'finding population': { words: (word: string, { versions }, side) => labelOf(wordsIn(versions[side]).populations, word) },
  'finding intervention': { words: (word: string, { versions }, side) => labelOf(wordsIn(versions[side]).interventions, word) },
  'finding anchor': { words: ({ starts, ends }: NonNullable<Finding['anchor']>) => `“${starts} … ${ends}”` },
  'finding says': { called: 'sentence' },
  'question explanation': { long: true },
  'topic bottomLine': { called: 'bottom line' },
  'topic text': { long: true },
  'term senses': {
    words: (senses: readonly { id: string; says: string; covers: readonly string[] }[]) =>
      valueWords(senses.map(({ id, says, covers }) => `${id}: ${says} (${covers.join(', ')})`)),
  },
  'term from': { called: 'who carries the definition' },
  'approval covers': { words: (text: string) => formatCount(text.trim().split('\n').length, 'line') },
  'approval signature': { words: () => 'a signature' },
  ...Object.fromEntries(approvedCollections.map((collection) => [`${collection} status`, status])),
};

/** A list whose items are compared one by one. */
export interface ListRow<Item = never> {
  /** Kinds of an item that comes or goes, where that is not the kind of the list. */
  readonly added?: ChangeKind;
  readonly removed?: ChangeKind;
  /** By what two items may be one and the same, the surest first. */
  readonly marks: readonly ((item: Item) => string | undefined)[];
  readonly called: (item: Item, place: WalkPlace, what: '' | 'gone' | 'new') => string;
  readonly whole: (item: Item, place: WalkPlace) => string;
  /** How a pair is told: field by field as those of this owner, or in one change if in any. */
  readonly pair: string | ((before: Item, after: Item) => Partial<Change> | undefined);
  /** The questions that an item is about: only pages of those depend on it. */
  readonly about?: (item: Item, versions: Versions) => readonly QuestionId[];
  /** What is told when items change places, and in what words. */
  readonly moved?: { readonly says: string; readonly order?: (items: readonly Item[]) => string };
}

const asJson = (item: unknown): string => JSON.stringify(item);

const findings: ListRow<Finding> = {
  added: 'finding-added',
  removed: 'finding-removed',
  marks: [
    asJson,
    ({ id }) => id,
    ({ question, says }) => `${question} ${plainText(says)}`,
    ({ question, anchor }) => anchor && `${question} ${anchor.sha256}`,
    ({ question, population, intervention }) => [question, population, intervention].join(' '),
    ({ question }) => question,
    ({ says }) => plainText(says),
    ({ anchor }) => anchor?.sha256,
  ],
  called: ({ question }, place) => `finding on ${quoted(question, place)}`,
  whole: (finding, place) => `${positionLabel(finding, place)}: ${finding.says}`,
  pair: 'finding',
  about: ({ question }) => [question],
  moved: { says: 'order of findings' },
};

/** What differs of two records in words, each field named, e.g. `effect value 1.33` and `effect value 1.37`; undefined if nothing does. */
function differing(before: object, after: object, join: string, words: (value: unknown) => string): Partial<Change> | undefined {
  const [olds, news] = [before as Entry, after as Entry];
  const names = Object.keys({ ...olds, ...news }).filter((name) => words(olds[name]) !== words(news[name]));
  const told = (one: Entry): string => names.map((name) => `${name} ${words(one[name])}`.trim()).join(join);
  return names.length ? { before: told(olds), after: told(news) } : undefined;
}

/** Every number and word of a result under a name of its own, e.g. `pcdt events`. */
function numbersOf({ arms, effect, ...rest }: Result): object {
  const named = (name: string, record: object) =>
    Object.entries(record).map(([key, value]): [string, unknown] => [`${name} ${key}`, value]);
  const ofArms = arms.flatMap(({ name, ...arm }, index): [string, unknown][] => [[`arm ${index + 1}`, name], ...named(name, arm)]);
  return { ...rest, ...Object.fromEntries([...ofArms, ...named('effect', effect ?? {})]) };
}

const armWords = ({ name, events, total, percent, mean }: Result['arms'][number]): string => {
  const counts = events === undefined ? total && `n ${total}` : [events, total].filter((one) => one !== undefined).join('/');
  return [name, counts, percent !== undefined && `${percent} %`, mean].filter((one) => one !== undefined && one !== false).join(' ');
};

const results: ListRow<Result> = {
  added: 'result-added',
  removed: 'result-removed',
  marks: [
    asJson,
    ({ id }) => id,
    ({ outcome, label, at, population, scale, arms }) => asJson([outcome, label, at, population, scale, arms.map(({ name }) => name)]),
    ({ outcome, label, at, population }) => asJson([outcome, label, at, population]),
    ({ outcome, at, population }) => asJson([outcome, at, population]),
    ({ outcome, label }) => label && asJson([outcome, label]),
  ],
  called: ({ outcome, label, at, population }, { versions }) => {
    const { outcomes, populations } = wordsIn(versions.after);
    return [label ?? labelOf(outcomes, outcome), `at ${at}`, population && `in ${labelOf(populations, population)}`]
      .filter(Boolean)
      .join(' ');
  },
  whole: ({ arms, effect }) => {
    const ratio = effect && `${effect.measure} ${effect.value ?? '–'} (${effect.low ?? '–'} to ${effect.high ?? '–'})`;
    return [...arms.map(armWords), ...(ratio ? [ratio] : [])].join('; ');
  },
  pair: (before, after) => differing(numbersOf(before), numbersOf(after), '; ', (value) => valueWords(value) ?? '–'),
  about: ({ outcome }, { after, before }) => {
    const questions = [after, before].flatMap(({ content }) => [...content.library.questions.values()]);
    return questions.flatMap(({ id, outcomes: drawn }) => (drawn.includes(outcome) ? [id] : []));
  },
};

const statements = (list: string): ListRow<Statement & { readonly name?: string }> => ({
  // A step keeps its name when its sentence changes.
  marks: [({ name }) => name, asJson, ({ says }) => plainText(says), ({ from }) => asJson(from)],
  called: (_, __, what) => [list, what].filter(Boolean).join(': '),
  whole: ({ says, from }) => `${says} (${valueWords(from)})`,
  pair: ({ says: was, ...before }, { says: is, ...after }) =>
    isSame(before, after) && toneOf(was, is) !== 'claim' ? { kind: 'statement-reworded' } : {},
});

type Part = Readonly<Partial<Record<'id' | 'key' | 'lint' | 'about', string>>>;
const partName = ({ id, key, lint, about }: Part): string => id ?? key ?? `${lint} ${about}`;

const parts = (list: string): ListRow<Part> => ({
  marks: [partName],
  called: (part, _, what) => `${list}: \`${partName(part)}\` ${what}`.trimEnd(),
  whole: namedWords,
  pair: (before, after) => differing(before, after, ', ', namedWords),
  moved: { says: `order of ${list}`, order: (items) => items.map(partName).join(', ') },
});

/** By collection and field. */
export const lists: Readonly<Record<string, ListRow>> = {
  'source findings': findings,
  'source results': results,
  ...Object.fromEntries(['pitfalls', 'steps', 'mechanism', 'regulatory'].map((list) => [`topic ${list}`, statements(list)])),
  ...Object.fromEntries(['inputs', 'rules', 'outcomes', 'constraints', 'acknowledged'].map((list) => [`pathway ${list}`, parts(list)])),
};
