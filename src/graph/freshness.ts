/** Whether a page still holds: by its own review date and by what happened to the works below it, with the way in words. */
import type { QuestionId, SourceId, TopicId } from '../schema/id.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Review } from '../schema/review.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import { addMonths, dateInWords } from './calendar.ts';
import type { Citations } from './citations.ts';
import type { EvidenceGraph, Freshness, FreshnessState, PlacedFinding } from './evidence-graph.ts';
import { buildInherited, fateOf, type Reason } from './fate.ts';
import { sourceName } from './source-name.ts';

/** Months until somebody must look again at a topic or a question that has no review date of its own. */
export const PAGE_REVIEW_MONTHS = 12;

/** From the gravest down. `fresh` needs no reason. */
const gravity: readonly FreshnessState[] = ['retracted', 'doubted', 'superseded', 'overdue', 'corrected', 'pending', 'fresh'];

/** Day by which a source must be looked at again: the date of its review, else so many months after we read it. */
export const sourceDue = (source: Pick<SourceEntry, 'kind' | 'retrieved' | 'review'>): string =>
  source.review?.due ?? addMonths(source.retrieved, kindRow(source.kind).reviewMonths);

/** Day by which a topic or question must be looked at again, e.g. `pageDue({ updated: '2026-11-20' }) === '2027-11-20'`. */
export const pageDue = (page: { readonly updated: string; readonly review?: Review }): string =>
  page.review?.due ?? addMonths(page.updated, PAGE_REVIEW_MONTHS);

const overdue = (due: string, asOf: string): Reason[] =>
  due < asOf ? [{ state: 'overdue', says: `was due for review on ${dateInWords(due)}` }] : [];

function pendingOf({ pending }: SourceEntry, asOf: string): Reason[] {
  if (!pending) return [];
  const { registry, completion } = pending;
  if (completion === 'undated') return [{ state: 'pending', says: `belongs to a trial that is still running (${registry})` }];
  const past = completion < asOf.slice(0, completion.length);
  const when = dateInWords(completion);
  const says = past
    ? `belongs to a trial that was expected to end in ${when} (${registry}); its results may be out`
    : `belongs to a trial that is still running (${registry}), expected to end in ${when}`;
  return [{ state: 'pending', says }];
}

const toFreshness = (due: string, reasons: readonly Reason[], subject: string): Freshness => {
  const sorted = [...reasons].sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state));
  return { state: sorted[0]?.state ?? 'fresh', due, reasons: [...new Set(sorted.map(({ says }) => `${subject} ${says}.`))] };
};

export interface FreshnessInput extends Citations {
  readonly library: Library;
  readonly asOf: string;
  readonly findings: ReadonlyMap<QuestionId, readonly PlacedFinding[]>;
  readonly questionsOfTopic: ReadonlyMap<TopicId, readonly QuestionId[]>;
}

/** Freshness of every source, question and topic as of a day. A topic also inherits from the questions listed on it. */
export function buildFreshness(input: FreshnessInput): EvidenceGraph['freshness'] {
  const { library, asOf } = input;
  const inherited = buildInherited(library);
  const reasonsOfSource = new Map<SourceId, readonly Reason[]>();
  for (const source of library.sources.values()) {
    reasonsOfSource.set(source.id, [
      ...fateOf(source, library),
      ...overdue(sourceDue(source), asOf),
      ...pendingOf(source, asOf),
      ...(inherited.get(source.id) ?? []),
    ]);
  }
  const through = (ids: Iterable<SourceId>, verb: string): Reason[] =>
    [...ids].flatMap((id) => {
      const source = library.sources.get(id);
      const reasons = reasonsOfSource.get(id) ?? [];
      return source ? reasons.map(({ state, says }) => ({ state, says: `${verb} ${sourceName(source)}, which ${says}`, through: id })) : [];
    });

  const reasonsOfQuestion = new Map<QuestionId, readonly Reason[]>();
  for (const question of library.questions.values()) {
    const shown = new Set((input.findings.get(question.id) ?? []).map((placed) => placed.source.id));
    const cited = (input.citedByQuestion.get(question.id) ?? []).filter((id) => !shown.has(id));
    reasonsOfQuestion.set(question.id, [
      ...overdue(pageDue(question), asOf),
      ...through(shown, 'has a finding of'),
      ...through(cited, 'cites'),
    ]);
  }
  /** What a page cites itself is said once; its questions add only what reaches it no other way. */
  const reasonsOfTopic = (id: TopicId): Reason[] => {
    const cited = new Set(input.citedByTopic.get(id));
    const listed = (input.questionsOfTopic.get(id) ?? []).flatMap((question) => {
      const short = library.questions.get(question)?.short ?? question;
      const added = (reasonsOfQuestion.get(question) ?? []).filter((reason) => !reason.through || !cited.has(reason.through));
      return added.map(({ state, says }) => ({ state, says: `lists the question “${short}”, which ${says}` }));
    });
    return [...through(cited, 'cites'), ...listed];
  };

  return {
    sources: new Map(
      [...library.sources.values()].map((one) => [one.id, toFreshness(sourceDue(one), reasonsOfSource.get(one.id) ?? [], 'This source')]),
    ),
    questions: new Map(
      [...library.questions.values()].map((one) => [
        one.id,
        toFreshness(pageDue(one), reasonsOfQuestion.get(one.id) ?? [], 'This question'),
      ]),
    ),
    topics: new Map(
      [...library.topics.values()].map((one) => [
        one.id,
        toFreshness(pageDue(one), [...overdue(pageDue(one), asOf), ...reasonsOfTopic(one.id)], 'This page'),
      ]),
    ),
    pathways: new Map(
      [...library.pathways.values()].map((one) => [
        one.id,
        toFreshness(pageDue(one), [...overdue(pageDue(one), asOf), ...through([one.source], 'sets out the steps of')], 'This pathway'),
      ]),
    ),
  };
}
