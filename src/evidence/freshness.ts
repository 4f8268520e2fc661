/** Whether a page still holds: by its own review date and by what happened to the works below it, with the way in words. */
import type { PageState } from '../schema/vocabulary.ts';
import type { QuestionId, SourceId, TopicId } from '../schema/id.ts';
import { collections, type ApprovedCollection } from '../schema/collections.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Library, PathwayEntry, QuestionEntry, SourceEntry, TopicEntry } from '../library/library.ts';
import { approvalOf, pageStateOf } from './approval/judge.ts';
import { addMonths } from './calendar.ts';
import { sourcesOfPathway, type Citations } from './citations.ts';
import type { EntryRef, EvidenceGraph, Freshness, FreshnessState, PlacedFinding } from './evidence-graph.ts';
import { buildInherited, fateOf, type Reason } from './publication-status.ts';
import { entryTellsOfRunningTrial, PENDING_REVIEW_MONTHS, pendingReason, stageOf } from './pending.ts';
import { sourceName } from './source-name.ts';
import { dateInWords } from '../words/date.ts';

/** Months until somebody must look again at a topic, question or pathway that nobody has approved. */
export const PAGE_REVIEW_MONTHS = 12;

/** From the gravest down. `fresh` needs no reason. */
const gravity: readonly FreshnessState[] = [
  'retracted',
  'doubted',
  'superseded',
  'overdue',
  'corrected',
  'result not read',
  'pending',
  'fresh',
];

const earlier = (one: string, other: string | undefined): string => (other !== undefined && other < one ? other : one);

/**
 * Day by which a source must be looked at again: that until which it was approved, else so many months after we read it; three
 * months after that where it is of a trial whose result we have not read, or its digest says that one is running.
 */
export const sourceDue = (
  source: Pick<SourceEntry, 'kind' | 'retrieved'> & Partial<Pick<SourceEntry, 'pending'>>,
  awaits = source.pending !== undefined,
  approvedUntil?: string,
): string =>
  earlier(
    approvedUntil ?? addMonths(source.retrieved, kindRow(source.kind).reviewMonths),
    awaits ? addMonths(source.retrieved, PENDING_REVIEW_MONTHS) : undefined,
  );

/**
 * Day by which a topic, question or pathway must be looked at again, e.g. `pageDue({ updated: '2026-11-20' }) ===
 * '2027-11-20'`; three months after its last change where it says that a trial is running, or leans on one that does.
 */
export const pageDue = (page: { readonly updated: string }, awaits = false, approvedUntil?: string): string =>
  earlier(
    approvedUntil ?? addMonths(page.updated, PAGE_REVIEW_MONTHS),
    awaits ? addMonths(page.updated, PENDING_REVIEW_MONTHS) : undefined,
  );

const overdue = (due: string, asOf: string): Reason[] =>
  due < asOf ? [{ state: 'overdue', says: `was due for review on ${dateInWords(due)}` }] : [];

const pendingOf = ({ pending }: SourceEntry, asOf: string): Reason[] =>
  pending ? [{ state: stageOf(pending, asOf) === 'running' ? 'pending' : 'result not read', says: pendingReason(pending, asOf) }] : [];

const toFreshness = (due: string, reasons: readonly Reason[], subject: string, page: PageState): Freshness => {
  const sorted = [...reasons].sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state));
  return { state: sorted[0]?.state ?? 'fresh', due, reasons: [...new Set(sorted.map(({ says }) => `${subject} ${says}.`))], page };
};

/** Day until which a page was approved, as long as the approval is of what it states. */
export function approvedUntil(graph: Pick<EvidenceGraph, 'approvals'>, collection: ApprovedCollection, id: string): string | undefined {
  const { state = 'void', approval } = approvalOf(graph, collection, id) ?? {};
  return state === 'holds' || state === 'expired' ? approval?.due : undefined;
}

export interface FreshnessInput extends Citations {
  readonly approvals: EvidenceGraph['approvals'];
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
  const dueOfSource = new Map<SourceId, string>();
  for (const source of library.sources.values()) {
    const awaits = source.pending !== undefined || entryTellsOfRunningTrial({ ...source });
    const due = sourceDue(source, awaits, approvedUntil(input, 'source', source.id));
    dueOfSource.set(source.id, due);
    reasonsOfSource.set(source.id, [
      ...fateOf(source, library),
      ...overdue(due, asOf),
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

  const isPending = (id: SourceId): boolean => library.sources.get(id)?.pending !== undefined;
  /** Day on which a page falls due: it tells of a running trial itself, or leans on the record of one. */
  const dueOf = (collection: ApprovedCollection, page: QuestionEntry | TopicEntry | PathwayEntry, ids: Iterable<SourceId>): string =>
    pageDue(page, [...ids].some(isPending) || entryTellsOfRunningTrial({ ...page }), approvedUntil(input, collection, page.id));
  const dueOfQuestion = new Map<QuestionId, string>();
  const reasonsOfQuestion = new Map<QuestionId, readonly Reason[]>();
  for (const question of library.questions.values()) {
    const shown = new Set((input.findings.get(question.id) ?? []).map((placed) => placed.source.id));
    const cited = (input.citedByQuestion.get(question.id) ?? []).filter((id) => !shown.has(id));
    const due = dueOf('question', question, [...shown, ...cited]);
    dueOfQuestion.set(question.id, due);
    reasonsOfQuestion.set(question.id, [...overdue(due, asOf), ...through(shown, 'has a finding of'), ...through(cited, 'cites')]);
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
      [...library.sources.values()].map((one) => [
        one.id,
        toFreshness(
          dueOfSource.get(one.id) ?? sourceDue(one),
          reasonsOfSource.get(one.id) ?? [],
          'This source',
          pageStateOf(input, 'source', one),
        ),
      ]),
    ),
    questions: new Map(
      [...library.questions.values()].map((one) => [
        one.id,
        toFreshness(
          dueOfQuestion.get(one.id) ?? pageDue(one),
          reasonsOfQuestion.get(one.id) ?? [],
          'This question',
          pageStateOf(input, 'question', one),
        ),
      ]),
    ),
    topics: new Map(
      [...library.topics.values()].map((one) => {
        const due = dueOf('topic', one, input.citedByTopic.get(one.id) ?? []);
        return [
          one.id,
          toFreshness(due, [...overdue(due, asOf), ...reasonsOfTopic(one.id)], 'This page', pageStateOf(input, 'topic', one)),
        ];
      }),
    ),
    pathways: new Map(
      [...library.pathways.values()].map((one) => {
        const [own = one.source, ...cited] = sourcesOfPathway(one);
        const due = dueOf('pathway', one, [own, ...cited]);
        const leaning = [...through([own], 'sets out the steps of'), ...through(cited, 'cites')];
        return [one.id, toFreshness(due, [...overdue(due, asOf), ...leaning], 'This pathway', pageStateOf(input, 'pathway', one))];
      }),
    ),
  };
}

/** Freshness of one entry, e.g. of `{ collection: 'topic', id }`; undefined for one that the graph does not have. */
export const freshnessOf = ({ freshness }: EvidenceGraph, { collection, id }: EntryRef<ApprovedCollection>): Freshness | undefined =>
  (freshness[collections[collection].many] as ReadonlyMap<string, Freshness>).get(id);
