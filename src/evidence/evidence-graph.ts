/** The shape of the evidence graph: who says what on which question, and what hangs on what. Pure; built once. */
import type { Finding } from '../schema/finding.ts';
import type { ApprovedCollection, ManyOf, PageCollection } from '../schema/collections.ts';
import type { IdOf, QuestionId, SourceId, TermId, TopicId } from '../schema/id.ts';
import type { Tier } from '../schema/kinds.ts';
import type { AdviceDirection, Strength } from '../schema/recommendation.ts';
import type { Support } from '../schema/source.ts';
import type { Person } from '../schema/person.ts';
import type { PageState } from '../schema/vocabulary.ts';
import type { EntryOf, Library, SourceEntry } from '../library/library.ts';
import type { Tie } from './interests.ts';
import type { Position } from './position.ts';

/** One finding in its place in the matrix. */
export interface PlacedFinding {
  readonly source: SourceEntry;
  readonly finding: Finding;
  /** Place among the findings of its source, from 1. */
  readonly number: number;
  readonly tier: Tier;
  /** The studies that the source reports: two papers with one in common are not independent. */
  readonly studies: readonly string[];
  /** False when the source uses a contested word that its term map does not resolve to the question's population. */
  readonly comparable: boolean;
  /** What it says, in a word; `not-comparable` where its words are not those of the question. */
  readonly position: Position;
  /** What it says by itself: the same, unless it is not comparable. */
  readonly own: Position;
  /** Why it is not comparable, or how its contested word was read, as a sentence; otherwise undefined. */
  readonly note?: string;
  /** What it is about where that is less than the question asks about, e.g. `catheter-directed thrombolysis`; undefined where it covers it. */
  readonly narrower?: string;
  /** True when it is counted. */
  readonly counts: boolean;
  /** Why it does not count, as a sentence; undefined when it does. */
  readonly whyNot?: string;
}

/** What recommendations are counted by. */
export type AdviceKey = `${'for' | 'against'} ${Strength | 'varies'}` | Exclude<AdviceDirection, 'for' | 'against'>;
/** How many voices take each position; what nobody takes is not there. */
export type AdviceCount = Readonly<Partial<Record<AdviceKey, number>>>;

/** How the recommendations of one situation stand to each other (see advice.ts). */
export type AdviceRelation = 'none' | 'one' | 'agree' | 'agree-direction' | 'agree-routine' | 'differ' | 'conflict' | 'apart';

/** One situation of a question, or one outcome of one on what happens. */
export interface VerdictLine {
  /** Name and words of the situation; empty for a question without, and for what names none. */
  readonly name: string;
  readonly label: string;
  /** What it comes to, e.g. `Guidelines differ, all conditional`, `Not settled`; none of descriptions. */
  readonly word?: string;
  readonly relation?: AdviceRelation;
  /** The count in words, e.g. `1 strong for, 2 conditional against`. */
  readonly says: string;
  /** How many voices take each position, e.g. `{ 'for strong': 1 }`. */
  readonly advice: AdviceCount;
}

/** What the findings of a question come to: recommendations weighed, results and descriptions counted. */
export interface Verdict {
  /** As a badge prints it, e.g. `Guidelines conflict` or `9 sources, 5 counted`. */
  readonly label: string;
  /** Which sources count, in words. */
  readonly says: string;
  /** One for each situation; none of a description. */
  readonly lines: readonly VerdictLine[];
  /** All of that as sentences. */
  readonly because: string;
  /** Sources whose findings counted. */
  readonly counted: readonly SourceId[];
  /** How many studies stand behind them: papers of one trial are one. */
  readonly studies: number;
}

/** An entry that has a page, e.g. `{ collection: 'topic', id }`. */
export type EntryRef<C extends PageCollection = PageCollection> = {
  [Name in C]: { readonly collection: Name; readonly id: IdOf<Name> };
}[C];
/** A page that cites a source: in prose, in a statement of its frontmatter, or through a finding. */
export type PageRef = EntryRef<Exclude<PageCollection, 'source'>>;

/** One link of the evidence chain, resolved where we hold the source. */
export interface ChainLink {
  readonly support: Support;
  readonly source?: SourceEntry;
  readonly tier: Tier;
  /** What that source leans on in turn; empty at an end or where the chain closes on itself. */
  readonly restsOn: readonly ChainLink[];
}

/** `result not read`: of a trial that is over or published, as far as we know. `pending`: of one that still runs. */
export type FreshnessState = 'fresh' | 'overdue' | 'superseded' | 'retracted' | 'doubted' | 'corrected' | 'result not read' | 'pending';
export interface Freshness {
  readonly state: FreshnessState;
  /** Day on which review falls due. */
  readonly due: string;
  /** Reasons in words, the gravest first; empty when fresh. */
  readonly reasons: readonly string[];
  /** How the page itself stands: as it is written, unless an approval says more. */
  readonly page: PageState;
}

/** What became of an approval: whether it holds, and if not which of what is asked of it fails first, as one or two sentences. */
export interface JudgedApproval {
  readonly approval: EntryOf<'approval'>;
  readonly person: Person | undefined;
  /** `void`: it never held as it stands here. `changed`: the page states something else now. */
  readonly state: 'holds' | 'changed' | 'expired' | 'void';
  readonly fault: 'page' | 'person' | 'dates' | 'signature' | 'changed' | 'expired' | undefined;
  readonly says: string;
}

export interface EvidenceGraph {
  readonly library: Library;
  /** Day as of which freshness was worked out, e.g. `2026-11-20`. */
  readonly asOf: string;
  /** By question, primary tier first, then the newest year, then source id. Every question has a row, if an empty one. */
  readonly findings: ReadonlyMap<QuestionId, readonly PlacedFinding[]>;
  readonly verdicts: ReadonlyMap<QuestionId, Verdict>;
  /** Sources cited by a page, in order of first citation, statements of the frontmatter included. */
  readonly citedByTopic: ReadonlyMap<TopicId, readonly SourceId[]>;
  readonly citedByQuestion: ReadonlyMap<QuestionId, readonly SourceId[]>;
  /** Pages that use a source: topics and questions that cite it, questions on which it has a finding, terms it defines. */
  readonly usedIn: ReadonlyMap<SourceId, readonly PageRef[]>;
  readonly questionsOfTopic: ReadonlyMap<TopicId, readonly QuestionId[]>;
  /** Pages (topics and questions) that declare or mention a term. */
  readonly pagesOfTerm: ReadonlyMap<TermId, readonly PageRef[]>;
  readonly chains: ReadonlyMap<SourceId, readonly ChainLink[]>;
  /** Who speaks in a sponsored and in an independent work. */
  readonly ties: readonly Tie[];
  /** By the name of its file, e.g. `question-lamp-choice`. */
  readonly approvals: ReadonlyMap<string, JudgedApproval>;
  readonly freshness: { readonly [C in ApprovedCollection as ManyOf<C>]: ReadonlyMap<IdOf<C>, Freshness> };
}
