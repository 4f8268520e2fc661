/** What changed in a question or a topic besides its state of review: what it asks, what it states, what it says. */
import type { Statement } from '../schema/statement.ts';
import type { QuestionEntry, TopicEntry } from '../library/library.ts';
import type { Change, ChangeKind } from './change.ts';
import { pairUp } from './pairing.ts';
import { reachOfQuestion } from './reach.ts';
import type { Sides } from './side.ts';
import { questionText, textChanges, topicText } from './text-changes.ts';
import { isSame, plainText, toneOf, valueWords } from './words.ts';

type Base = Pick<Change, 'file' | 'subject' | 'reaches' | 'unit'>;

/** For answers, statements and fields, of which a page has several. */
const eachCounts = ({ unit: _, ...base }: Base): Base => base;

const fieldOf = (entry: object, name: string): unknown => (entry as Readonly<Record<string, unknown>>)[name];

/** One line for each field that differs, whatever it holds. */
const fieldChanges = (base: Base, kind: ChangeKind, before: object, after: object, names: readonly string[]): Change[] =>
  names
    .filter((name) => !isSame(fieldOf(before, name), fieldOf(after, name)))
    .map((name) => ({ ...base, kind, says: name, before: valueWords(fieldOf(before, name)), after: valueWords(fieldOf(after, name)) }));

/** Fields that are sentences of ours: a claim or mere wording. */
function sentenceChanges(base: Base, claim: ChangeKind, before: object, after: object, names: readonly string[]): Change[] {
  return names.flatMap((name): Change[] => {
    const was = valueWords(fieldOf(before, name));
    const is = valueWords(fieldOf(after, name));
    const tone = toneOf(was, is);
    return tone === 'same' ? [] : [{ ...base, kind: tone === 'claim' ? claim : 'text-reworded', says: name, before: was, after: is }];
  });
}

export function questionChanges(sides: Sides, before: QuestionEntry, after: QuestionEntry): Change[] {
  const base = { file: after.file, subject: after.short, unit: after.file, reaches: reachOfQuestion(sides, after.id) };
  return [
    ...fieldChanges(base, 'question-asks', before, after, ['asks', 'pico', 'emergency']),
    ...sentenceChanges(base, 'question-asks', before, after, ['question', 'short']),
    ...textChanges(questionText, eachCounts(base), before.body, after.body),
    ...fieldChanges(eachCounts(base), 'field-changed', before, after, ['outcomes', 'topics', 'terms', 'autolink', 'updated', 'aliases']),
  ];
}

const statementLists = ['pitfalls', 'steps', 'mechanism', 'regulatory'] as const;

function statementsIn(topic: TopicEntry, list: (typeof statementLists)[number]): readonly Statement[] {
  const value = (topic as unknown as Readonly<Record<string, Statement | readonly Statement[] | undefined>>)[list];
  return value === undefined ? [] : 'says' in value ? [value] : value;
}

/** A step keeps its name when its sentence changes. */
const nameOf = (one: Statement & { readonly name?: string }): string | undefined => one.name;

const statementMarks = [
  nameOf,
  (one: Statement) => JSON.stringify(one),
  (one: Statement) => plainText(one.says),
  (one: Statement) => JSON.stringify(one.from),
];
const whole = (one: Statement): string =>
  `${one.says} (${one.from.map(({ source, locator }) => [source, locator].filter(Boolean).join(', ')).join('; ')})`;

function statementChanges(base: Base, before: TopicEntry, after: TopicEntry): Change[] {
  return statementLists.flatMap((list) => {
    const { pairs, gone, come } = pairUp(statementsIn(before, list), statementsIn(after, list), statementMarks);
    const changed = pairs.filter((pair) => !isSame(pair.before, pair.after));
    const kindOf = (was: Statement, is: Statement): ChangeKind => {
      const { says: old, ...rest } = was;
      const { says: now, ...others } = is;
      return isSame(rest, others) && toneOf(old, now) !== 'claim' ? 'statement-reworded' : 'statement-changed';
    };
    return [
      ...gone.map((one): Change => ({ ...base, kind: 'statement-changed', says: `${list}: gone`, before: whole(one) })),
      ...come.map((one): Change => ({ ...base, kind: 'statement-changed', says: `${list}: new`, after: whole(one) })),
      ...changed.map(({ before: was, after: is }): Change => ({
        ...base,
        kind: kindOf(was, is),
        says: list,
        before: whole(was),
        after: whole(is),
      })),
    ];
  });
}

export function topicChanges(before: TopicEntry, after: TopicEntry): Change[] {
  const base: Base = { file: after.file, subject: after.title, unit: after.file, reaches: [{ collection: 'topic', id: after.id }] };
  return [
    ...fieldChanges(base, 'topic-changed', before, after, ['kind', 'maker', 'emergency']),
    ...sentenceChanges(base, 'topic-changed', before, after, ['title', 'summary', 'objectives']),
    ...statementChanges(eachCounts(base), before, after),
    ...textChanges(topicText, eachCounts(base), before.body, after.body),
    ...fieldChanges(eachCounts(base), 'field-changed', before, after, [
      'section',
      'order',
      'terms',
      'leads',
      'autolink',
      'updated',
      'aliases',
    ]),
  ];
}
