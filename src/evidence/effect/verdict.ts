/** What rows of results come to, for one outcome and time: the one place that decides it. The rule stands in words below. */
import type { Certainty } from '../../schema/certainty.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { capitalise, formatCount, formatList } from '../../words/phrase.ts';
import { resultWords } from '../result-words.ts';
import { sourceName } from '../source-name.ts';
import { isPooling, isRestated } from './estimates.ts';
import { sameComparison, type EffectGroup, type EffectRow } from './rows.ts';
import { saySeveral, sayApart } from './several.ts';
import {
  absoluteOf,
  directionOf,
  estimateWords,
  isRatio,
  sayEffect,
  type EffectDirection,
  type EffectVoice,
  type OutcomeFacts,
} from './words.ts';

/** The rule in words, one sentence each, for the method page. */
export const effectRule: readonly string[] = [
  'Work goes from numbers: a printed interval first, and one of ours only from the counts of both groups of a randomised study of single people.',
  'Of one outcome, definition, time, population and comparison each study has one row, however many papers print it; the trials that a review takes in are counted in the review.',
  'A published synthesis of the same people, comparison, outcome and time leads, the newest that rates its certainty; others are named.',
  'Without one the range of the estimates is told and how many intervals lie on either side; fewer or more is said only where all of them lie there, and otherwise that it is not settled.',
  'Without a randomised result that is said first, and then what the others found, with how their groups came about. They never change what the randomised ones say, and are always named.',
  'Studies conflict where chance alone would part them so far less than once in ten, and the intervals of two that point different ways have no value in common; where they point one way they differ in size; else no conflict is shown, which is not that they agree.',
  'In the word of an outcome one study is one voice, by its first paper where that says which way: its strata, times and definitions are shown and not counted. It says fewer or more only where all of that paper does.',
  'What a review or guideline tells again of one study is not pooled, and no further voice where the review takes in a study that speaks for itself.',
  'Nothing is pooled by us, and nothing is added up over outcomes, definitions or times.',
];

/** What one outcome at one time comes to; people and treatments by their labels, e.g. `Iliofemoral`. */
export interface EffectLine extends Omit<EffectGroup, 'alone'> {
  /** The people as a word of the vocabulary, e.g. `iliofemoral`. */
  readonly whom: string;
  /** True of a line that draws studies with different definitions or times together, and says so. */
  readonly together: boolean;
  readonly direction: EffectDirection;
  /** The verdict as sentences. */
  readonly says: string;
  /** The estimate that leads, with its interval, or the range of several; empty where there is none. */
  readonly estimate: string;
  /** What decides it: syntheses or randomised rows, else the others. */
  readonly rows: readonly EffectRow[];
  /** Non-randomised rows beside them. */
  readonly apart: readonly EffectRow[];
  readonly studies: number;
  /** Undefined where a row does not tell. */
  readonly people?: number;
  /** The row that leads, with the level that its source gave this estimate. */
  readonly certainty?: { readonly level: Certainty['level']; readonly by: string };
}

/**
 * Both groups as printed, given first, with a bare effect and a P value, e.g. `1.7% against 0.3%, P=0.049`; empty where none are. What was
 * adjusted says so: it is of another analysis than crude shares, and stands with its interval where it has one.
 */
export function printedArms({ result, arms, turned }: EffectRow, vocabulary: Vocabulary): string {
  const say = (as: string): string | undefined => resultWords({ ...result, arms: [...arms] }, { as, short: false }, vocabulary);
  const { value, low, adjusted } = result.effect ?? {};
  const bare = value !== undefined && low === undefined && !turned ? say('effect') : undefined;
  const effect = adjusted && low !== undefined ? '' : [bare, say('p')].filter(Boolean).join(', ');
  const groups = say('percentages') ?? say('counts') ?? say('events') ?? say('means');
  return [groups, effect && `${effect}${adjusted ? ' (adjusted)' : ''}`].filter(Boolean).join(', ');
}

function voiceOf({ source, result }: EffectRow): EffectVoice {
  if (!isPooling(source)) return 'study';
  return result.studies === undefined ? 'review' : isRestated(source, result) ? 'restated' : 'pooled';
}

function sayRow(row: EffectRow, facts: OutcomeFacts, vocabulary: Vocabulary): string {
  const words = sayEffect(row.estimates, facts, row.result.certainty?.level, voiceOf(row));
  const turned = row.turned && row.estimates[0] && !row.estimates[0].ours ? ', turned round by us' : '';
  const printed = row.estimates.length ? '' : printedArms(row, vocabulary);
  return `${printed && `${printed}: `}${words}${turned}`;
}

/** The estimate of a row, and beside a ratio the difference that goes with it. */
function estimateOf({ estimates }: EffectRow, facts: OutcomeFacts): string {
  const [first] = estimates;
  if (!first || directionOf(estimates, facts) === 'reports') return '';
  const absolute = isRatio(first.measure) && !first.adjusted ? absoluteOf({ estimates }) : undefined;
  return [first, ...(absolute ? [absolute] : [])].map(estimateWords).join('; ');
}

/** The rows that a line counts, of its rows in their order: the synthesis that leads, or each study that no review beside it takes in. */
export function countedRows(rows: readonly EffectRow[]): readonly EffectRow[] {
  return rows[0]?.basis === 'synthesis' ? rows.slice(0, 1) : rows.filter(({ under }) => under === undefined);
}

const peopleIn = (rows: readonly EffectRow[]): number | undefined =>
  rows.some(({ people }) => people === undefined) ? undefined : rows.reduce((sum, { people = 0 }) => sum + people, 0);

/** The synthesis that leads: the newest that rates its certainty, else the newest. */
const leading = (syntheses: readonly EffectRow[]): EffectRow | undefined =>
  syntheses.find(({ result }) => result.certainty) ?? syntheses[0];

type Decided = Pick<EffectLine, 'direction' | 'says' | 'estimate' | 'rows' | 'certainty'>;

/** The level that a source gave this estimate, and who that was. */
const certaintyOf = ({ result, source }: EffectRow): Pick<EffectLine, 'certainty'> =>
  result.certainty ? { certainty: { level: result.certainty.level, by: sourceName(source) } } : {};

function decide(rows: readonly EffectRow[], facts: OutcomeFacts, vocabulary: Vocabulary): Decided {
  const syntheses = rows.filter(({ basis }) => basis === 'synthesis');
  const lead = leading(syntheses);
  const trials = rows.filter(({ basis, under }) => basis === 'randomised' && under === undefined);
  if (lead) {
    const others = [...syntheses.filter((one) => one !== lead), ...trials].map(({ source }) => sourceName(source));
    const { pools, studies } = lead.result;
    const pooled = pools === undefined && studies === undefined ? '; from which studies is not told' : '';
    const also = [...new Set(others)].filter((name) => name !== sourceName(lead.source));
    const named = also.length ? `. Also: ${formatList(also)}` : '';
    return {
      direction: directionOf(lead.estimates, facts),
      says: `${sourceName(lead.source)}: ${sayRow(lead, facts, vocabulary)}${pooled}${named}`,
      estimate: estimateOf(lead, facts),
      rows: [lead, ...rows.filter((one) => one !== lead)],
      ...certaintyOf(lead),
    };
  }
  const [only, second] = trials;
  if (only && !second) {
    return {
      direction: directionOf(only.estimates, facts),
      says: `${sourceName(only.source)}: ${sayRow(only, facts, vocabulary)}`,
      estimate: estimateOf(only, facts),
      rows,
      ...certaintyOf(only),
    };
  }
  return { ...saySeveral(trials, facts), rows };
}

function toLine(group: EffectGroup, together: boolean, vocabulary: Vocabulary): EffectLine {
  const { outcome, label, definition, at, population, against, given, rows, alone } = group;
  const facts = vocabulary.outcomes[outcome] ?? {};
  const decisive = rows.filter(({ basis }) => basis !== 'non-randomised');
  const others = rows.filter(({ basis }) => basis === 'non-randomised');
  const { populations, interventions } = vocabulary;
  const head = {
    ...{ outcome, label: label || labelOf(vocabulary.outcomes, outcome), definition, at, together, whom: population },
    ...{ population: labelOf(populations, population), against: labelOf(interventions, against) },
    ...(given !== undefined && { given: labelOf(interventions, given) }),
  };
  /** With how many studies and people stand behind the rows that count. */
  const counted = (all: readonly EffectRow[]) => {
    const people = peopleIn(countedRows(all));
    return {
      ...head,
      rows: all,
      studies: new Set(countedRows(all).map((row) => row.studies.join(' '))).size,
      ...(people !== undefined && { people }),
    };
  };
  if (!rows.length) {
    const says = `${formatCount(alone, 'study reports', 'studies report')} one group alone: nothing to compare it with.`;
    return { ...head, studies: alone, direction: 'none', says, estimate: '', rows: [], apart: [] };
  }
  const beside = others.length ? sayApart(others, facts) : undefined;
  if (!decisive.length && beside) {
    const [only, second] = others;
    const estimate = only && !second ? estimateOf(only, facts) : '';
    const numbers =
      only && !second ? [printedArms(only, vocabulary), estimate && `${estimate}${only.turned ? ', turned round by us' : ''}`] : [];
    const detail = only && numbers.some(Boolean) ? ` ${sourceName(only.source)}: ${numbers.filter(Boolean).join('; ')}.` : '';
    const rated = only && !second ? certaintyOf(only) : {};
    return { ...counted(others), ...beside, ...rated, says: `No randomised result; ${beside.says}.${detail}`, estimate, apart: [] };
  }
  const { says, rows: ordered, ...decided } = decide(decisive, facts, vocabulary);
  const first = together ? 'Definitions or times differ. ' : '';
  return {
    ...counted(ordered),
    ...decided,
    says: `${first}${capitalise(says)}.${beside ? ` Besides, ${beside.says}.` : ''}`,
    apart: others,
  };
}

const isFirst = ({ source, studies }: EffectRow): number => Number(studies.includes(source.id));

/** Randomised studies of one outcome that stand in different groups, each once: by its first paper, then its first row. */
function drawnTogether(groups: readonly EffectGroup[]): EffectGroup[] {
  const byOutcome = Map.groupBy(
    groups.filter(({ rows }) => rows.some(({ basis }) => basis === 'randomised')),
    ({ outcome, population, against, given }) => JSON.stringify([outcome, population, against, given]),
  );
  return [...byOutcome.values()].flatMap((own) => {
    const [first, second] = own;
    const rows = own.flatMap((group) =>
      group.rows.filter(({ basis, under, estimates }) => basis === 'randomised' && under === undefined && estimates.length),
    );
    const studies = Map.groupBy(rows, (row) => row.studies.join(' '));
    if (!first || !second || studies.size < 2) return [];
    const one = [...studies.values()].flatMap((all) => all.toSorted((a, b) => isFirst(b) - isFirst(a))[0] ?? []);
    return [{ ...first, label: '', definition: '', at: 'different times', rows: one, alone: 0 }];
  });
}

/**
 * The verdict on each outcome and time, in the order of the groups; after the lines of an outcome and population the one that draws its
 * randomised studies together, where they differ in definition or time. Example: one trial with a risk ratio from 0.45 to 0.94 gives one
 * line, `fewer in this study, not rated`. Throws nothing.
 */
export function effectVerdict(groups: readonly EffectGroup[], vocabulary: Vocabulary): EffectLine[] {
  const together = drawnTogether(groups.filter(({ outcome }) => vocabulary.outcomes[outcome]?.kind !== 'other'));
  return groups.flatMap((group, index) => {
    const last = !groups.slice(index + 1).some((later) => sameComparison(group, later));
    const joined = last ? together.filter((one) => sameComparison(one, group)) : [];
    return [toLine(group, false, vocabulary), ...joined.map((one) => toLine(one, true, vocabulary))];
  });
}
