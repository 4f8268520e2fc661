/** Sources with results on one made question, for the tests of forest plots. */
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

export type Fields = Record<string, unknown>;
export const removal = (one: Fields = {}, other: Fields = {}) => [
  { name: 'cheese', intervention: 'cdt', ...one },
  { name: 'bread', intervention: 'anticoagulation', ...other },
];
export const counts = (events: number, total: number) => ({ events, total });
export const ratio = { measure: 'RR', value: 0.9, low: 0.8, high: 1.1 };
export const wide = { measure: 'RR', value: 2, low: 0.5, high: 14 };
const questionId = 'cheese-effect';
/** A source whose finding on the question carries all its results. */
export const sourceOf = (id: string, results: readonly Fields[], fields: Fields = {}) => {
  const named = results.map((result, at) => ({
    ...{ id: `r${at}`, outcome: 'pts-any', scale: 'S', at: '24 months', arms: removal(), people: 100 },
    ...result,
  }));
  const finding = madeFinding(questionId, 'none', { population: 'iliofemoral', results: named.map(({ id: name }) => name) });
  return madeSource(id, { ...fields, results: named, findings: [finding] });
};
export const graphOf = (...sources: ReturnType<typeof sourceOf>[]) => {
  const pico = { population: 'iliofemoral', intervention: 'any-removal', comparator: 'bread', outcome: 'mould' };
  const question = madeQuestion(questionId, { asks: 'effect', pico, outcomes: ['pts-any', 'major-bleeding'] });
  return { graph: buildEvidenceGraph(madeLibrary({ sources, questions: [question] }), '2026-11-20'), question };
};
