/** What sources ask of a patient, ready to print: the questions put to the reader, and each source with its conditions. */
import {
  allPatientRows,
  patientInputs,
  patientRows,
  toTest,
  type AdviceRow,
  type PatientConditions,
  type PatientRows,
  type StudyRow,
} from '../evidence/patient.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import type { Position } from '../evidence/position.ts';
import type { Library, QuestionEntry, SourceEntry } from '../library/library.ts';
import { kindRow } from '../schema/kinds.ts';
import { labelOf } from '../schema/word-list.ts';
import { withinSentence } from '../words/phrase.ts';
import { criterionWords } from './criterion-words.ts';
import { formatYear, shortName } from './format.ts';
import { toInputField, type InputField } from './input-field.ts';
import type { Link } from './shell.ts';
import { findingUrl, questionUrl } from './urls.ts';

export interface PatientRow {
  readonly href: string;
  /** E.g. `CHEST, 2021`. */
  readonly name: string;
  readonly kind: string;
  /** None for a study. */
  readonly position: Position | undefined;
  readonly says: string;
  /** Conditions that can be tested, each with its test as JSON for the browser. */
  readonly conditions: readonly { readonly key: string; readonly test: string; readonly words: string }[];
  /** Conditions that are left as words. */
  readonly words: readonly string[];
  /** How its words were read, and why it is not counted on its question; else empty. */
  readonly note: string;
}

export interface PatientView {
  readonly fields: readonly InputField[];
  /** The inputs for the browser, as JSON. */
  readonly inputs: string;
  /** What comes before all else: the input that asks for it, the value that means it, and where its sources are; none for a site without. */
  readonly danger: { readonly key: string; readonly is: string; readonly what: string; readonly questions: readonly Link[] } | undefined;
  readonly groups: readonly { readonly id: string; readonly label: string; readonly href: string; readonly rows: readonly PatientRow[] }[];
}

const nameOf = (source: SourceEntry): string => {
  const [name, year] = [shortName(source), formatYear(source.issued)];
  return name.includes(year) ? name : `${name}, ${year}`;
};

const toConditions = ({ typed, words }: PatientConditions, { vocabulary }: Library): Pick<PatientRow, 'conditions' | 'words'> => ({
  conditions: typed.map((one) => ({ key: one.on, test: JSON.stringify(toTest(one, vocabulary)), words: criterionWords(one, vocabulary) })),
  words,
});

const toAdvice = ({ placed, ...conditions }: AdviceRow, library: Library): PatientRow => ({
  href: findingUrl(placed.source.id, placed.finding),
  name: nameOf(placed.source),
  kind: kindRow(placed.source.kind).label,
  position: placed.position,
  says: placed.finding.gist ?? placed.finding.says,
  note: [placed.note, placed.whyNot && `Not counted. ${placed.whyNot}`].filter(Boolean).join(' '),
  ...toConditions(conditions, library),
});

const toStudy = ({ source, finding, ...conditions }: StudyRow, library: Library): PatientRow => ({
  href: findingUrl(source.id, finding),
  name: nameOf(source),
  kind: kindRow(source.kind).label,
  position: undefined,
  says: `Studied ${withinSentence(labelOf(library.vocabulary.interventions, finding.intervention))} in people who met its rules of entry`,
  note: '',
  ...toConditions(conditions, library),
});

function toView({ library }: EvidenceGraph, { advice, studies }: PatientRows): PatientView {
  const all = [...advice.flatMap(({ rows }) => rows), ...studies];
  const inputs = patientInputs(library, new Set(all.flatMap(({ typed }) => typed.map(({ on }) => on))));
  const danger = library.site.emergency.pathway;
  const ofDanger = [...library.questions.values()].filter(({ pico }) => pico.population === danger?.population);
  return {
    fields: inputs.map(toInputField),
    inputs: JSON.stringify(inputs),
    danger: danger?.criterion && {
      key: danger.criterion.on,
      is: danger.criterion.is,
      what: danger.danger,
      questions: ofDanger.map(({ id, question }) => ({ href: questionUrl(id), text: question })),
    },
    groups: [
      ...advice.map(({ question, rows }) => ({
        id: question.id,
        label: question.question,
        href: questionUrl(question.id),
        rows: rows.map((row) => toAdvice(row, library)),
      })),
      ...(studies.length
        ? [{ id: 'studies', label: 'Whom studies took in', href: '', rows: studies.map((row) => toStudy(row, library)) }]
        : []),
    ],
  };
}

/** The conditions of the sources on one question; undefined where none is typed. */
export function toPatientView(graph: EvidenceGraph, question: QuestionEntry): PatientView | undefined {
  const rows = patientRows(graph, question);
  const view = rows && toView(graph, rows);
  return (
    view && {
      ...view,
      groups: view.groups.map((group) => (group.id === question.id ? { ...group, label: 'Advice on this question', href: '' } : group)),
    }
  );
}

/** The conditions of the sources on all questions of the main comparison. */
export const toWholePatientView = (graph: EvidenceGraph): PatientView => toView(graph, allPatientRows(graph));
