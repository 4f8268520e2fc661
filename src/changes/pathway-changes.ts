/** What changed in a pathway: in how many cases it decides otherwise, which parts differ, which of its flaws came or went. */
import type { PathwayEntry } from '../library/library.ts';
import { evaluate } from '../evidence/pathway/evaluate.ts';
import { accountFor, lint } from '../evidence/pathway/lint.ts';
import { answersAt, buildSpace, sizeOf } from '../evidence/pathway/space.ts';
import type { Change, ChangeKind } from './change.ts';
import { pairUp } from './pairing.ts';
import { isSame, namedWords, toneOf, valueWords } from './words.ts';

/** The outcome of a case as its reader sees it. */
function outcomeOf(pathway: PathwayEntry, answers: Parameters<typeof evaluate>[1]): string {
  const { reading } = evaluate(pathway, answers);
  if (reading.kind !== 'outcome') return reading.kind;
  return pathway.outcomes.find(({ id }) => id === reading.outcome)?.label ?? reading.outcome;
}

/** Cases with another outcome, of how many: over every case that the rules of either state tell apart. */
function otherwise(before: PathwayEntry, after: PathwayEntry): { readonly differ: number; readonly of: number } {
  const space = buildSpace({
    inputs: after.inputs,
    rules: [...before.rules, ...after.rules],
    constraints: [...before.constraints, ...after.constraints],
  });
  const of = sizeOf(space);
  const differ = Array.from({ length: of }, (_, index) => answersAt(space, index)).filter(
    (answers) => outcomeOf(before, answers) !== outcomeOf(after, answers),
  ).length;
  return { differ, of };
}

const lists = ['inputs', 'rules', 'outcomes', 'constraints', 'acknowledged'] as const;

interface Part {
  readonly name: string;
  readonly value: object;
}

const partsIn = (pathway: PathwayEntry, list: (typeof lists)[number]): Part[] =>
  pathway[list].map((one) => ({ name: 'id' in one ? one.id : 'key' in one ? one.key : `${one.lint} ${one.about}`, value: one }));

/** Only what differs of a part, with its fields named. */
function changedFields(before: object, after: object): Pick<Change, 'before' | 'after'> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const value = (part: object, name: string): unknown => (part as Readonly<Record<string, unknown>>)[name];
  const differing = names.filter((name) => !isSame(value(before, name), value(after, name)));
  const words = (part: object): string => namedWords(Object.fromEntries(differing.map((name) => [name, value(part, name)])));
  return { before: words(before), after: words(after) };
}

function partChanges(base: Pick<Change, 'file' | 'subject' | 'reaches'>, before: PathwayEntry, after: PathwayEntry): Change[] {
  return lists.flatMap((list): Change[] => {
    const olds = partsIn(before, list);
    const news = partsIn(after, list);
    const { pairs, gone, come } = pairUp(olds, news, [({ name }) => name]);
    const says = (name: string): string => `${list}: \`${name}\``;
    const kind: ChangeKind = 'pathway-rules';
    const order = (parts: readonly Part[]): string => parts.map(({ name }) => name).join(', ');
    const moved = !gone.length && !come.length && order(olds) !== order(news);
    return [
      ...gone.map(({ name, value }): Change => ({ ...base, kind, says: `${says(name)} gone`, before: namedWords(value) })),
      ...come.map(({ name, value }): Change => ({ ...base, kind, says: `${says(name)} new`, after: namedWords(value) })),
      ...pairs
        .filter((pair) => !isSame(pair.before.value, pair.after.value))
        .map(({ before: was, after: is }): Change => ({ ...base, kind, says: says(is.name), ...changedFields(was.value, is.value) })),
      ...(moved ? [{ ...base, kind, says: `order of ${list}`, before: order(olds), after: order(news) }] : []),
    ];
  });
}

/** Flaws by name, each with whether the file answers for it. */
const flawsOf = (pathway: PathwayEntry): Map<string, string> =>
  new Map(
    accountFor(lint(pathway), pathway.acknowledged).hits.map(({ hit, acknowledged }) => [
      `${hit.lint} ${hit.about}`,
      `${hit.says} ${acknowledged ? 'The page says so.' : 'Nothing on the page answers for it.'}`,
    ]),
  );

export function pathwayChanges(before: PathwayEntry, after: PathwayEntry): Change[] {
  const base = { file: after.file, subject: after.title, reaches: [{ collection: 'pathway' as const, id: after.id }] };
  const { differ, of } = otherwise(before, after);
  const old = flawsOf(before);
  const now = flawsOf(after);
  const texts = ['title', 'summary', 'entry'] as const;
  return [
    ...(differ ? [{ ...base, kind: 'pathway-decides' as const, says: `another outcome in ${differ} of ${of} cases` }] : []),
    ...partChanges(base, before, after),
    ...[...now]
      .filter(([name]) => !old.has(name))
      .map(([, says]): Change => ({ ...base, kind: 'pathway-flaw-gained', says: 'new flaw', after: says })),
    ...[...old]
      .filter(([name]) => !now.has(name))
      .map(([, says]): Change => ({ ...base, kind: 'pathway-flaw-lost', says: 'flaw gone', before: says })),
    ...texts.flatMap((name): Change[] => {
      const tone = toneOf(before[name], after[name]);
      if (tone === 'same') return [];
      return [
        { ...base, kind: tone === 'claim' ? 'pathway-rules' : 'text-reworded', says: name, before: before[name], after: after[name] },
      ];
    }),
    ...(['source', 'intervention', 'emergency', 'impossible'] as const)
      .filter((name) => !isSame(before[name], after[name]))
      .map((name): Change => ({
        ...base,
        kind: 'pathway-rules',
        says: name,
        before: valueWords(before[name]),
        after: valueWords(after[name]),
      })),
    ...(before.updated === after.updated
      ? []
      : [{ ...base, kind: 'field-changed' as const, says: 'updated', before: before.updated, after: after.updated }]),
  ];
}
