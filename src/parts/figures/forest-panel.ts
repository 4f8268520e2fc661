/** Which rows stand on one axis of a forest plot, in which measure and under which head. What was not compared with the same never does. */
import { scaled } from '../../evidence/effect/between.ts';
import { isPooling, isRestated, type EffectEstimate, type EffectMeasure } from '../../evidence/effect/estimates.ts';
import type { EffectGroup, EffectRow } from '../../evidence/effect/rows.ts';
import { isRatio, measureNames } from '../../evidence/effect/words.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { ForestPanel, ForestRow } from '../../figures/forest-plot.ts';
import { inThousands } from '../../schema/limits.ts';
import type { Arm } from '../../schema/result.ts';
import type { Intervention, Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { capitalise, formatCount, withinSentence } from '../../words/phrase.ts';
import { resultUrl } from '../urls.ts';
import { formatNumber } from './printed-result.ts';

/** A row with what its group says of it. */
interface PlotRow {
  readonly row: EffectRow;
  readonly facts: string;
}

interface Comparison {
  readonly order: number;
  readonly says: string;
  /** Both sides as they stand in a sentence, e.g. `removal` and `anticoagulation`. */
  readonly sides: readonly [string, string];
}

/** What was compared with what, from the groups themselves; the comparison that the vocabulary names comes first. */
export function toComparison([first, second]: readonly [Arm, Arm], { comparison, interventions }: Vocabulary): Comparison {
  const [given, other] = [first.intervention, second.intervention];
  const isGiven = (one: Intervention | undefined): boolean => one !== undefined && (comparison?.given.includes(one) ?? false);
  const nameOf = (one: Intervention): string => withinSentence(labelOf(interventions, one));
  if (comparison && isGiven(given) && other === comparison.against)
    return { order: 0, says: comparison.label, sides: [comparison.with, nameOf(other)] };
  const named = given && other && given !== other && isGiven(other) ? ([nameOf(given), nameOf(other)] as const) : undefined;
  const sides = named ?? ([first.name, second.name] as const);
  return { order: named ? 1 : given === other ? 3 : 2, says: capitalise(sides.join(' against ')), sides };
}

/** What was counted in a group, e.g. `37/90`, `14.2% of 410`, `47%`; empty where nothing is recorded. */
function countsIn({ events, total, percent, mean }: Arm): string {
  if (events !== undefined) return total === undefined ? String(events) : `${inThousands(events)}/${inThousands(total)}`;
  const share = percent === undefined ? (mean === undefined ? '' : formatNumber(mean)) : `${formatNumber(percent)}%`;
  if (total === undefined) return share;
  return share ? `${share} of ${inThousands(total)}` : `${inThousands(total)} people`;
}

const orderOf: readonly EffectMeasure[] = ['RR', 'OR', 'HR', 'RD', 'MD'];
const estimateIn = (row: EffectRow, measure: EffectMeasure): EffectEstimate | undefined =>
  row.estimates.find((one) => one.measure === measure && one.low < one.high);
const studiesIn = (rows: readonly EffectRow[]): number => new Set(rows.map(({ studies }) => studies.join(' '))).size;

/** The measure by which most randomised studies can be told, then most estimates of reviews; then what most print, and what stands first. */
function bestMeasure(rows: readonly PlotRow[]): EffectMeasure | undefined {
  const worth = (measure: EffectMeasure): readonly number[] => {
    const own = rows.flatMap(({ row }) => (estimateIn(row, measure) ? [row] : []));
    const of = (basis: EffectRow['basis']): EffectRow[] => own.filter((row) => row.basis === basis);
    const printed = own.filter((row) => estimateIn(row, measure)?.ours === false);
    const leading = own.filter(({ estimates }) => estimates[0]?.measure === measure);
    return [studiesIn(of('randomised')), of('synthesis').length, printed.length, leading.length, own.length];
  };
  const ranked = orderOf
    .map((measure) => ({ measure, worth: worth(measure) }))
    .toSorted((a, b) => b.worth.map((one, at) => one - (a.worth[at] ?? 0)).find((one) => one !== 0) ?? 0);
  return ranked[0]?.worth.at(-1) ? ranked[0].measure : undefined;
}

/** Rows by the axis on which they stand; what has no interval stands with the first. */
function byMeasure(all: readonly PlotRow[]): { readonly measure: EffectMeasure; readonly rows: readonly PlotRow[] }[] {
  const panels: { measure: EffectMeasure; rows: PlotRow[] }[] = [];
  let left = all;
  for (let measure = bestMeasure(left); measure; measure = bestMeasure(left)) {
    const on = measure;
    panels.push({ measure, rows: left.filter(({ row }) => estimateIn(row, on)) });
    left = left.filter(({ row }) => !estimateIn(row, on));
  }
  panels[0]?.rows.push(...left);
  return panels;
}

/** Papers of one study beside each other, the oldest study and paper first. */
function byStudy(rows: readonly PlotRow[]): PlotRow[] {
  const age = ({ row }: PlotRow): string => `${row.source.issued} ${row.source.id}`;
  const aged = rows.toSorted((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0));
  return [...Map.groupBy(aged, ({ row }) => row.studies.join(' ')).values()].flat();
}

/** Whether a row is an estimate over several studies, or one of a review that does not say of how many. */
const isDiamond = ({ source, result }: EffectRow): boolean => isPooling(source) && !isRestated(source, result);

/** What the largest row of a panel and its measure make of its rows. */
interface Drawing {
  readonly measure: EffectMeasure;
  readonly most: number;
}

function toRow({ row, facts }: PlotRow, above: PlotRow | undefined, under: boolean, { measure, most }: Drawing): ForestRow {
  const { id, source, result, arms, people, studies, turned } = row;
  const estimate = estimateIn(row, measure);
  const interval = estimate && scaled(estimate);
  const exact = (value: number): number => Number(value.toPrecision(12));
  const say = (value: number): string => formatNumber(exact(value), estimate?.ours ? (isRatio(measure) ? 2 : 1) : undefined);
  const size = arms.some(({ total }) => total === undefined) && (people ? `${inThousands(people)} people` : 'number of people not told');
  const notes = [
    estimate?.ours ? 'our arithmetic' : turned && estimate && 'turned round by us',
    estimate?.adjusted && 'adjusted',
    isRestated(source, result) && 'one study, told again',
  ];
  return {
    ...{ id, href: resultUrl(source.id, result), name: citationName(source), under },
    same: above !== undefined && !isDiamond(row) && above.row.studies.join(' ') === studies.join(' '),
    facts: [facts, result.unit && `counted in ${result.unit}`, size].filter(Boolean).join(' · '),
    ...{ given: countsIn(arms[0]), other: countsIn(arms[1]) },
    mark: estimate &&
      interval && {
        interval: { value: exact(interval.value), low: exact(interval.low), high: exact(interval.high) },
        shape: isDiamond(row) ? 'diamond' : 'square',
        ours: estimate.ours,
        share: (people ?? 0) / most,
      },
    reads: interval ? `${say(interval.value)} (${say(interval.low)} to ${say(interval.high)})` : 'no interval',
    note: notes.filter(Boolean).join(', '),
  };
}

const estimates = (count: number): string => formatCount(count, 'estimate');

/** How many studies, and estimates of reviews, which are no studies, e.g. `2 studies, 1 estimate of a review`. */
function countWords(rows: readonly PlotRow[]): string {
  const [pooled, own] = [rows.filter(({ row }) => isDiamond(row)), rows.filter(({ row }) => !isDiamond(row))];
  const studies = studiesIn(own.map(({ row }) => row));
  const words = [studies && formatCount(studies, 'study', 'studies'), pooled.length && `${estimates(pooled.length)} of a review`];
  return words.filter(Boolean).join(', ');
}

/** What reviews and guidelines give, with the trials that each counts under it, then other randomised rows, then the rest. */
function toSections(all: readonly PlotRow[], measure: EffectMeasure): ForestPanel['sections'] {
  const drawing = { measure, most: Math.max(1, ...all.map(({ row }) => (isDiamond(row) ? 0 : (row.people ?? 0)))) };
  const draw = (rows: readonly PlotRow[], under = false): ForestRow[] => rows.map((one, at) => toRow(one, rows[at - 1], under, drawing));
  const basis = (name: EffectRow['basis']): PlotRow[] => byStudy(all.filter(({ row }) => row.basis === name));
  const pooled = basis('synthesis');
  const counted = (id: string): PlotRow[] => basis('randomised').filter(({ row }) => row.under === id);
  const apart = basis('randomised').filter(({ row }) => !pooled.some((one) => one.row.id === row.under));
  const rest = basis('non-randomised');
  return [
    {
      name: `From a review or guideline: ${estimates(pooled.length)}`,
      rows: pooled.flatMap((one) => [...draw([one]), ...draw(counted(one.row.id), true)]),
    },
    { name: `Randomised: ${countWords(apart)}`, rows: draw(apart) },
    { name: `Not randomised: ${countWords(rest)}`, rows: draw(rest) },
  ].filter(({ rows }) => rows.length > 0);
}

/** What either side of no effect means: whom it favours by what one hopes for, else only which way it goes. */
function sidesOf(measure: EffectMeasure, better: 'fewer' | 'more' | undefined, [given, other]: Comparison['sides']): [string, string] {
  if (!better) return measure === 'MD' ? [`Lower with ${given}`, `Higher with ${given}`] : [`Fewer with ${given}`, `More with ${given}`];
  const favours = [`Favours ${given}`, `Favours ${other}`] as const;
  return better === 'fewer' ? [...favours] : [favours[1], favours[0]];
}

/** The panels of groups of one outcome: one for each comparison and measure, without those in which nothing can be drawn. */
export function toPanels(groups: readonly EffectGroup[], vocabulary: Vocabulary): ForestPanel[] {
  const all = groups.flatMap(({ outcome, population, at, definition, label, given, rows }) => {
    const { kind, label: name } = vocabulary.outcomes[outcome] ?? {};
    const called = definition || (kind === 'other' ? '' : label !== name ? label : kind === 'scale' ? 'scale not recorded' : '');
    const whom = population && labelOf(vocabulary.populations, population);
    const treatment = given && labelOf(vocabulary.interventions, given);
    const facts = capitalise([whom, at, called, treatment].filter(Boolean).join(' · '));
    return rows.map((row) => ({ row, facts }));
  });
  const { better } = vocabulary.outcomes[groups[0]?.outcome ?? ''] ?? {};
  const compared = all.map((one) => ({ one, comparison: toComparison(one.row.arms, vocabulary) }));
  return [...Map.groupBy(compared, ({ comparison }) => comparison.says).values()]
    .flatMap((own) => (own[0] ? [{ ...own[0].comparison, rows: own.map(({ one }) => one) }] : []))
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ says, sides, rows }) => byMeasure(rows).map((own) => ({ says, sides, ...own })))
    .map(({ says, sides, measure, rows }) => {
      const [left, right] = sidesOf(measure, better, sides);
      const [given, other] = sides.map(capitalise) as [string, string];
      const of = measure === 'RD' ? ', of 100' : '';
      return {
        ...{ says, measure: `${capitalise(measureNames[measure])}${of}` },
        axis: isRatio(measure) ? ('ratio' as const) : ('difference' as const),
        ...{ left, right, given, other, sections: toSections(rows, measure) },
      };
    });
}
