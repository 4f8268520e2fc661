/** Every question against every source that speaks on it: who takes which position, who says nothing, what is not coded, and the count. */
import { populationsRead } from '../../evidence/comparability.ts';
import type { EvidenceGraph, PlacedFinding } from '../../evidence/evidence-graph.ts';
import { coiOf } from '../../evidence/interests.ts';
import { byStrength } from '../../evidence/matrix.ts';
import { positions, type PositionName } from '../../evidence/position.ts';
import { silenceOf } from '../../evidence/silence.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { QuestionEntry, SourceEntry } from '../../library/library.ts';
import { kindRow, tiers, type Tier } from '../../schema/kinds.ts';
import type { Asks } from '../../schema/question.ts';
import { fundings, type Funding, type Intervention, type Vocabulary } from '../../schema/vocabulary.ts';
import { toVerdictView, type VerdictView } from '../../parts/finding-row.ts';
import { coiGroup, toCoiView, type CoiView } from '../../parts/coi.ts';
import { formatYear, shortName } from '../../parts/format.ts';
import { findingUrl, questionUrl, sourceUrl } from '../../parts/urls.ts';
import { formatCount } from '../../words/phrase.ts';
import type { MatrixFacet } from './matrix-choice.client.ts';
import { toSourceChoices, type SourceChoices } from './pair-data.ts';

export interface MatrixMark {
  readonly href: string;
  readonly position: PositionName;
  /** The source's own grade where it is short enough to stand beside a mark. */
  readonly grade: string;
  /** The position in a word where it says what should be done, e.g. `Suggests`; else empty. */
  readonly word: string;
  /** Source, position, grade and place in words, and why it is not counted where it is not: the name of the link. */
  readonly says: string;
  readonly counts: boolean;
  /** Words that the filter asks for, divided by spaces. */
  readonly populations: string;
  readonly intervention: Intervention;
  readonly funding: Funding;
}

interface MatrixRow {
  readonly href: string;
  readonly text: string;
  readonly verdict: VerdictView;
  /** One a column, in their order; without marks the source is silent on it, or not coded for it. */
  readonly cells: readonly { readonly marks: readonly MatrixMark[]; readonly silent: boolean }[];
}

interface MatrixColumn {
  readonly href: string;
  readonly short: string;
  /** Year and jurisdiction of a source that gives recommendations, e.g. `2020 · England`; else empty. */
  readonly aside: string;
  readonly name: string;
  readonly coi: boolean;
}

export interface MatrixGroup {
  readonly id: string;
  readonly label: string;
  /** Columns in a row that belong together. */
  readonly heads: readonly {
    readonly tier: Tier | undefined;
    readonly label: string;
    readonly columns: number;
    readonly coi: boolean;
  }[];
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** How many sources have no column. */
  readonly others: string;
}

interface MatrixPage {
  readonly groups: readonly MatrixGroup[];
  readonly coi: CoiView;
  readonly filters: readonly {
    readonly name: Exclude<MatrixFacet, 'source'>;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly sources: SourceChoices;
}

type ColumnTier = Tier | undefined;
const tierOrder: readonly ColumnTier[] = ['primary', 'secondary', 'tertiary', 'none', undefined];
/** Where it is asked what is recommended, those who can recommend come first. */
const adviceFirst: readonly ColumnTier[] = ['secondary', 'primary', 'tertiary', 'none', undefined];
const advises = ({ kind }: SourceEntry): boolean => kindRow(kind).carries === 'recommendation';
const columnTier = (placed: PlacedFinding): ColumnTier => (coiOf(placed.source) ? undefined : placed.tier);

function toMark(graph: EvidenceGraph, placed: PlacedFinding): MatrixMark {
  const { source, finding, position } = placed;
  const grade = finding.grade;
  const graded = grade ? `graded ${[grade.scheme, grade.value].join(' ')}` : 'no grade of its own';
  const says = [`${citationName(source)}: ${position.label}`, graded, finding.locator].filter(Boolean).join('; ');
  return {
    href: findingUrl(source.id, finding),
    position: position.name,
    grade: grade && grade.value.length <= 6 ? grade.value : '',
    word: finding.direction ? position.label : '',
    says: placed.whyNot ? `${says}. Not counted: ${placed.whyNot}` : says,
    counts: placed.counts,
    populations: populationsRead(finding, source, graph.library).join(' '),
    intervention: finding.intervention,
    funding: source.interests?.funding ?? 'unknown',
  };
}

/** More questions than this on one population are divided by what they ask. */
const MOST_ROWS = 8;

const asked: Record<Asks, string> = {
  recommendation: 'recommendations',
  effect: 'outcomes',
  description: 'definitions and technique',
};

interface Division {
  readonly id: string;
  readonly label: string;
  readonly questions: readonly QuestionEntry[];
}

/** Questions by population, and where those are many by what they ask. */
function divide({ populations }: Vocabulary, questions: readonly QuestionEntry[]): Division[] {
  return Object.entries(populations).flatMap(([id, { label }]) => {
    const own = questions.filter(({ pico }) => pico.population === id);
    if (own.length <= MOST_ROWS) return own.length ? [{ id, label, questions: own }] : [];
    return (Object.keys(asked) as Asks[])
      .map((asks) => ({ id: `${id}-${asks}`, label: `${label}: ${asked[asks]}`, questions: own.filter((one) => one.asks === asks) }))
      .filter((division) => division.questions.length > 0);
  });
}

const MOST_LETTERS = 26;

/** What stands under the name of a guideline: its year and where it applies, each where the name does not say it, e.g. `2020 · England`. */
const asideOf = (source: SourceEntry, name: string): string =>
  advises(source) ? [formatYear(source.issued), source.jurisdiction ?? ''].filter((part) => part && !name.includes(part)).join(' · ') : '';

/** One column a source, in the order given, under a name short enough to stand upright; where two would have the same, each with its year. */
function toColumns(sources: readonly SourceEntry[]): MatrixColumn[] {
  const names = sources.map(shortName);
  return sources.map((source, i) => {
    const name = names[i] ?? '';
    const cut = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;
    const aside = asideOf(source, name);
    return {
      href: sourceUrl(source.id),
      short: aside || names.indexOf(name) === names.lastIndexOf(name) ? cut : `${cut} ${formatYear(source.issued)}`,
      aside,
      name: citationName(source),
      coi: coiOf(source) !== undefined,
    };
  });
}

function toGroup(graph: EvidenceGraph, { id, label, questions }: Division): MatrixGroup {
  const all = questions.flatMap((question) => graph.findings.get(question.id) ?? []);
  const order = questions.some(({ asks }) => asks === 'recommendation') ? adviceFirst : tierOrder;
  const placed = all.toSorted(
    (a, b) =>
      order.indexOf(columnTier(a)) - order.indexOf(columnTier(b)) ||
      Number(advises(b.source)) - Number(advises(a.source)) ||
      byStrength(a, b),
  );
  const columns = [...new Map(placed.map((one) => [one.source.id, one])).values()];
  const others = graph.library.sources.size - columns.length;
  return {
    id,
    label,
    heads: order
      .map((tier) => ({
        tier,
        label: tier ? tiers[tier].label : coiGroup.label,
        columns: columns.filter((one) => columnTier(one) === tier).length,
        coi: tier === undefined,
      }))
      .filter((head) => head.columns > 0),
    columns: toColumns(columns.map(({ source }) => source)),
    rows: questions.flatMap((question) => {
      const verdict = graph.verdicts.get(question.id);
      if (!verdict) return [];
      const findings = graph.findings.get(question.id) ?? [];
      const cells = columns.map(({ source }) => ({
        marks: findings.filter((one) => one.source.id === source.id).map((one) => toMark(graph, one)),
        silent: silenceOf(graph.library, source, question) !== undefined,
      }));
      return [{ href: questionUrl(question.id), text: question.short, verdict: toVerdictView(verdict), cells }];
    }),
    others: `${formatCount(others, 'other source')} ${others === 1 ? 'has' : 'have'} no finding on these here, and no column.`,
  };
}

/** Options of a filter in the order of their table: those that some mark has. */
const optionsOf = (labels: Readonly<Record<string, string | { readonly label: string }>>, held: readonly string[]) =>
  Object.entries(labels).flatMap(([value, label]) =>
    held.includes(value) ? [{ value, label: typeof label === 'string' ? label : label.label }] : [],
  );

/** The overview of all questions, grouped by the population that they ask about. */
export function matrixPage(graph: EvidenceGraph): MatrixPage {
  const { populations, interventions } = graph.library.vocabulary;
  const questions = [...graph.library.questions.values()];
  const placed = [...graph.findings.values()].flat();
  const groups = divide(graph.library.vocabulary, questions).map((division) => toGroup(graph, division));
  const marks = groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.marks)));
  const held = (of: (mark: MatrixMark) => string): string[] => [...new Set(marks.flatMap((mark) => of(mark).split(' ')))];
  const strengths = held(({ word, position }) => (word ? position : ''));
  return {
    groups,
    coi: toCoiView(
      placed.map(({ source }) => ({ coi: coiOf(source) ?? '' })),
      'finding',
    ),
    filters: [
      {
        name: 'population',
        label: 'Population',
        options: optionsOf(
          populations,
          held((mark) => mark.populations),
        ),
      },
      {
        name: 'intervention',
        label: 'Intervention',
        options: optionsOf(
          interventions,
          held((mark) => mark.intervention),
        ),
      },
      { name: 'strength', label: 'Strength', options: optionsOf(positions, strengths) },
      {
        name: 'funding',
        label: 'Funding',
        options: optionsOf(
          fundings,
          held((mark) => mark.funding),
        ),
      },
    ],
    sources: toSourceChoices(placed),
  };
}

/** Every position with its words, and last what stands for words that cannot be compared. */
export const positionLegend = (Object.keys(positions) as PositionName[]).map((name) => ({ name, ...positions[name] }));
