/** What changed in the numbers that one source reports, each number named. */
import { labelOf, type Vocabulary } from '../schema/vocabulary.ts';
import type { Result } from '../schema/result.ts';
import type { SourceEntry } from '../library/library.ts';
import { sourceName } from '../evidence/source-name.ts';
import type { Change, ChangeKind } from './change.ts';
import { pairUp } from './pairing.ts';
import { reachOfFinding } from './reach.ts';
import type { Sides } from './side.ts';
import { valueWords } from './words.ts';

const marks = [
  (one: Result) => JSON.stringify(one),
  (one: Result) => JSON.stringify([one.outcome, one.label, one.at, one.population, one.scale, one.arms.map(({ name }) => name)]),
  (one: Result) => JSON.stringify([one.outcome, one.label, one.at, one.population]),
  (one: Result) => JSON.stringify([one.outcome, one.at, one.population]),
  (one: Result) => one.label && JSON.stringify([one.outcome, one.label]),
];

/** Every number and word of a result under a name of its own, e.g. `pcdt events` → `157`. */
function partsOf({ arms, effect, ...rest }: Result): Map<string, string> {
  const named: [string, unknown][] = [
    ...Object.entries(rest),
    ...arms.flatMap(({ name, ...arm }, index): [string, unknown][] => [
      [`arm ${index + 1}`, name],
      ...Object.entries(arm).map(([key, value]): [string, unknown] => [`${name} ${key}`, value]),
    ]),
    ...Object.entries(effect ?? {}).map(([key, value]): [string, unknown] => [`effect ${key}`, value]),
  ];
  return new Map(named.flatMap(([name, value]) => (valueWords(value) === undefined ? [] : [[name, valueWords(value) as string]])));
}

const nameOf = ({ outcome, label, at, population }: Result, { outcomes, populations }: Vocabulary): string =>
  [label ?? labelOf(outcomes, outcome), `at ${at}`, population && `in ${labelOf(populations, population)}`].filter(Boolean).join(' ');

const wholeOf = ({ arms, effect }: Result): string =>
  [
    ...arms.map(({ name, events, total, percent, mean }) => {
      const counts = events === undefined ? total && `n ${total}` : [events, total].filter((one) => one !== undefined).join('/');
      return [name, counts, percent === undefined ? '' : `${percent} %`, mean].filter((one) => one !== undefined && one !== '').join(' ');
    }),
    effect && `${effect.measure} ${effect.value ?? '–'} (${effect.low ?? '–'} to ${effect.high ?? '–'})`,
  ]
    .filter(Boolean)
    .join('; ');

/** The results of one source before and after. What differs is named number by number. */
export function resultChanges(sides: Sides, before: SourceEntry, after: SourceEntry): Change[] {
  const questions = [...sides.after.library.questions.values(), ...sides.before.library.questions.values()];
  const change = (kind: ChangeKind, result: Result, was?: string, is?: string): Change => {
    const drawn = questions.filter(({ outcomes: drawnOutcomes }) => drawnOutcomes.includes(result.outcome)).map(({ id }) => id);
    const reaches = reachOfFinding(sides, after.id, drawn);
    return {
      kind,
      file: after.file,
      subject: sourceName(after),
      says: nameOf(result, sides.after.library.vocabulary),
      before: was,
      after: is,
      reaches,
    };
  };
  const { pairs, gone, come } = pairUp(before.results, after.results, marks);
  return [
    ...gone.map((one) => change('result-removed', one, wholeOf(one))),
    ...come.map((one) => change('result-added', one, undefined, wholeOf(one))),
    ...pairs.flatMap(({ before: old, after: now }) => {
      const was = partsOf(old);
      const is = partsOf(now);
      const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));
      const words = (parts: ReadonlyMap<string, string>): string => names.map((name) => `${name} ${parts.get(name) ?? '–'}`).join('; ');
      return names.length ? [change('result-changed', now, words(was), words(is))] : [];
    }),
  ];
}
