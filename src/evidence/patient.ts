/**
 * What sources ask of a patient, as inputs and tests of the engine of pathways. Advice is taken finding by finding, for each has conditions
 * of its own; the rules by which a study took people in hold together. Pure.
 */
import type { Criterion } from '../schema/criterion.ts';
import type { Finding } from '../schema/finding.ts';
import { kindRow } from '../schema/kinds.ts';
import type { PathwayInput, PathwayTest } from '../schema/pathway.ts';
import { partsOf, type Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import type { Library, QuestionEntry, SourceEntry } from '../library/library.ts';
import { bearsOn, eligibilityOf } from './eligibility.ts';
import type { EvidenceGraph, PlacedFinding } from './evidence-graph.ts';

/** Numbers above this are not asked for where the vocabulary names no limit. */
const MOST = 1000;

function toInput(key: string, { label, unit, values, high = MOST }: Vocabulary['criteria'][string], asks: string): PathwayInput {
  const asked = { key, name: label, label: asks };
  return unit === undefined
    ? { ...asked, type: 'choice', values: Object.entries(values ?? {}).map(([value, words]) => ({ value, label: words, unstated: false })) }
    : { ...asked, type: 'number', unit: { one: unit.replace(/s$/, ''), many: unit }, low: 0, high, step: 0.5 };
}

/** Criteria as inputs of the engine, those in `used`, in the order of the vocabulary; what asks for the danger of the disease comes first. */
export function patientInputs({ vocabulary, site }: Pick<Library, 'vocabulary' | 'site'>, used: ReadonlySet<string>): PathwayInput[] {
  const danger = site.emergency.pathway;
  const first = danger?.criterion?.on;
  const asked = Object.entries(vocabulary.criteria).filter(([key]) => used.has(key) || key === first);
  return asked
    .sort(([a], [b]) => Number(b === first) - Number(a === first))
    .map(([key, row]) => toInput(key, row, key === first && danger ? danger.label : row.label));
}

/** A typed condition as a test of the engine, e.g. `{ on: 'pregnancy', isNot: ['pregnant'] }` as `{ in: ['after-birth', 'none'] }`. */
export function toTest({ on, is, isNot, ...bounds }: Criterion, { criteria }: Pick<Vocabulary, 'criteria'>): PathwayTest {
  if (!is && !isNot) return bounds;
  const all = is ?? Object.keys(criteria[on]?.values ?? {});
  return { in: all.filter((value) => !isNot?.includes(value)) };
}

/** What a finding asks for: what can be tested, and what is left as words. */
export interface PatientConditions {
  readonly typed: readonly Criterion[];
  readonly words: readonly string[];
}

/**
 * The conditions of a finding. Whom it is about is one of them: typed where a criterion has those words or it is the danger of the
 * disease, e.g. `iliofemoral` as the place of the clot, and else in words, unless it is about everybody. A contested word stays a word: what
 * its source means for certain is not all that it may mean, and who is outside of that has not failed it.
 */
export function conditionsOf(finding: Finding, { vocabulary, site }: Library): PatientConditions {
  const { criteria, conditions, population } = finding;
  const parts = partsOf(vocabulary, population) ?? [];
  const whom = Object.entries(vocabulary.criteria).flatMap(([on, { values = {} }]): Criterion[] => {
    const is = parts.filter((part) => part in values);
    return is.length > 0 && is.length === parts.length ? [{ on, is }] : [];
  });
  const danger = site.emergency.pathway;
  if (danger?.criterion && population === danger.population) whom.push({ on: danger.criterion.on, is: [danger.criterion.is] });
  const own = whom.filter(
    ({ on, is }) => !criteria.some((one) => one.on === on) && is?.length !== Object.keys(vocabulary.criteria[on]?.values ?? {}).length,
  );
  const isSaid = whom.length > 0 || vocabulary.populations[population]?.everyone || criteria.some(({ on }) => on === population);
  return { typed: [...own, ...criteria], words: [...(isSaid ? [] : [labelOf(vocabulary.populations, population)]), ...conditions] };
}

/** A piece of advice with its conditions. */
export interface AdviceRow extends PatientConditions {
  readonly placed: PlacedFinding;
}
/** A study with the rules by which it took people in. */
export interface StudyRow extends PatientConditions {
  readonly source: SourceEntry;
  readonly finding: Finding;
}
export interface PatientRows {
  readonly advice: readonly { readonly question: QuestionEntry; readonly rows: readonly AdviceRow[] }[];
  readonly studies: readonly StudyRow[];
}

const isInForce = ({ supersededBy, retracted, withdrawn }: SourceEntry): boolean => !(supersededBy ?? retracted ?? withdrawn);

/** Advice in force on a question, also where nothing of it is typed: to leave it out would show one side. */
function adviceOn({ findings, library }: EvidenceGraph, question: QuestionEntry): AdviceRow[] {
  return (findings.get(question.id) ?? [])
    .filter(
      ({ source, finding }) =>
        kindRow(source.kind).carries === 'recommendation' && isInForce(source) && (finding.direction ?? finding.criteria.length),
    )
    .map((placed) => ({ placed, ...conditionsOf(placed.finding, library) }));
}

/** Studies of these questions that type whom they took in, all rules of one together, each once. */
function studiesOf({ library }: EvidenceGraph, questions: readonly QuestionEntry[]): StudyRow[] {
  const asked = questions.map(({ pico }) => pico.intervention);
  const ids = questions.map(({ id }) => id);
  return (eligibilityOf(library, asked).get('left-out') ?? []).flatMap(({ source, findings }) => {
    const [finding] = findings;
    if (!finding || !source.findings.some(({ question }) => ids.includes(question))) return [];
    const all = findings.map((one) => conditionsOf(one, library));
    const typed = new Map(all.flatMap((one) => one.typed).map((one) => [JSON.stringify(one), one]));
    return [{ source, finding, typed: [...typed.values()], words: [...new Set(all.flatMap(({ words }) => words))] }];
  });
}

/** The rows of one question; undefined where none of them has a typed condition of its own, or the question asks what happens. */
export function patientRows(graph: EvidenceGraph, question: QuestionEntry): PatientRows | undefined {
  if (question.asks === 'effect') return undefined;
  const rows = adviceOn(graph, question);
  const studies = studiesOf(graph, [question]);
  const own = [...rows.map(({ placed }) => placed.finding), ...studies.flatMap(({ source }) => source.findings)];
  const isTyped = own.some(({ question: of, criteria }) => of === question.id && criteria.length > 0);
  return isTyped ? { advice: rows.length ? [{ question, rows }] : [], studies } : undefined;
}

/** The rows of every question on what the site compares first, or on anything where it compares nothing: advice by question, the most first, and studies once. */
export function allPatientRows(graph: EvidenceGraph): PatientRows {
  const { questions, vocabulary } = graph.library;
  const { comparison } = vocabulary;
  const own = [...questions.values()].filter(({ pico }) => !comparison || bearsOn(vocabulary, pico, comparison.given));
  const advice = own.flatMap((question) => patientRows(graph, question)?.advice ?? []);
  return { advice: advice.toSorted((a, b) => b.rows.length - a.rows.length), studies: studiesOf(graph, own) };
}
