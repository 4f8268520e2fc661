/** The summary of findings: each outcome and time of a verdict as a row of one table, benefit and harm together. Strings, no markup. */
import { certaintyLevels } from '../../schema/certainty.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import type { Arm } from '../../schema/result.ts';
import { inThousands } from '../../schema/limits.ts';
import { formatCount, withinSentence } from '../../words/phrase.ts';
import { isPooling } from './estimates.ts';
import { numberNeeded } from './risk.ts';
import type { EffectRow } from './rows.ts';
import { countedRows, type EffectLine } from './verdict.ts';
import { absoluteOf, numberWords } from './words.ts';

/** One row of the table, ready to print; what is not known is empty. */
export interface SummaryOfFindingsRow {
  readonly line: EffectLine;
  readonly outcome: string;
  /** Definition, time, people and, where reviews tell of several, the treatment, e.g. `Villalta · 24 months · Iliofemoral`. */
  readonly detail: string;
  /** E.g. `1 study, 189 people`, `6 studies pooled, 993 people`, `Numbers of studies and people not told`. */
  readonly behind: string;
  /** What the other group had, in words, e.g. `catheter-directed thrombolysis`. */
  readonly against: string;
  /** True where the others had what both had and no more, so that they are told as those without it. */
  readonly added: boolean;
  /** The other group and the one with it, e.g. `55.6 of 100`; a range where several rows stand side by side, a mean for a score. */
  readonly without: string;
  readonly with: string;
  /** The difference or ratio with its interval, e.g. `14.4 fewer of 100 (0.2 to 27.9)`. */
  readonly estimate: string;
  /** E.g. `NNTB 7 (4 to 502)`, always our arithmetic; of one row with a difference between risks, from its counts where it has them. */
  readonly needed: string;
  /** E.g. `Low, rated by CHEST 2012`, `Not rated`, `Rating not read`. */
  readonly certainty: string;
}

const shareOf = ({ percent, events, total }: Arm): number | undefined =>
  percent ?? (events !== undefined && total !== undefined ? (events / total) * 100 : undefined);

/** What one group of several rows had, e.g. `55.6 of 100` or `12.7 to 48 of 100`; empty where a row does not tell. */
function groupWords(rows: readonly EffectRow[], which: 0 | 1): string {
  const [row, second] = rows;
  const { baseline } = row?.result ?? {};
  if (row && !second && which === 1 && baseline) return `${baseline.events} of ${baseline.of === 1000 ? '1,000' : baseline.of}`;
  const arms = rows.map(({ arms: both }) => both[which]);
  const [shares, means] = [arms.flatMap((arm) => shareOf(arm) ?? []), arms.flatMap(({ mean }) => mean ?? [])];
  const values = shares.length ? shares : means;
  if (!values.length || values.length < rows.length) return '';
  const ends = [
    ...new Set([Math.min(...values), Math.max(...values)].map((one) => numberWords(Number(one.toFixed(shares.length ? 1 : 4))))),
  ];
  return `${ends.join(' to ')}${shares.length ? ' of 100' : ''}`;
}

function certaintyWords({ certainty, rows }: EffectLine): string {
  if (certainty) return `${certaintyLevels[certainty.level]}, rated by ${certainty.by}`;
  return rows[0]?.basis === 'synthesis' ? 'Rating not read' : 'Not rated';
}

/** How many stand behind a row; of a review as many as it says, and pooled only from two on. */
function behindWords({ studies, people }: EffectLine, only: EffectRow | undefined): string {
  const told = only && isPooling(only.source) ? only.result.studies : studies;
  if (told === undefined && people === undefined) return 'Numbers of studies and people not told';
  const count =
    told === undefined ? 'Number of studies not told' : formatCount(told, 'study', `studies${told === studies ? '' : ' pooled'}`);
  return `${count}, ${people === undefined ? 'number of people not told' : `${inThousands(people)} people`}`;
}

/** Whether what both groups had is all that the other had, as with a treatment on top of the comparison of the vocabulary. */
const isAdded = ({ arms: [one, other] }: EffectRow, { comparison }: Vocabulary): boolean =>
  other.intervention !== undefined && other.intervention === comparison?.against && one.intervention !== other.intervention;

/** The table of lines, those left out that have nothing to compare. Throws nothing. */
export function summaryOfFindings(lines: readonly EffectLine[], vocabulary: Vocabulary): SummaryOfFindingsRow[] {
  return lines
    .filter(({ rows }) => rows.length)
    .map((line) => {
      const { label, definition, at, population, given, against, estimate, rows } = line;
      const leads = countedRows(rows);
      const [only, second] = leads;
      const own = only?.estimates.find(({ measure, ours }) => measure === 'RD' && ours);
      const absolute = only && !second && estimate ? (own ?? absoluteOf(only)) : undefined;
      const better = vocabulary.outcomes[line.outcome]?.better;
      const share = absolute && { value: absolute.value, low: absolute.low, high: absolute.high };
      const per = absolute?.per ?? 100;
      return {
        ...{ line, outcome: label, detail: [definition, at, population, given].filter(Boolean).join(' · '), estimate },
        behind: behindWords(line, second ? undefined : only),
        against: withinSentence(against),
        added: leads.every((row) => isAdded(row, vocabulary)),
        without: groupWords(leads, 1),
        with: groupWords(leads, 0),
        needed: share && better ? numberNeeded({ value: share.value / per, low: share.low / per, high: share.high / per }, better) : '',
        certainty: certaintyWords(line),
      };
    });
}
