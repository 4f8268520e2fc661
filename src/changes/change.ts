/** What can change between two states of the content: the closed list of kinds, and the shape of one change. Words and shapes only. */
import type { PageRef } from '../evidence/evidence-graph.ts';

/** Headings in the order in which a reader needs them; what stands under a lower level does not move the evidence. */
export const changeGroups = {
  verdicts: { title: 'Verdicts', level: 'evidence' },
  findings: { title: 'Findings', level: 'evidence' },
  results: { title: 'Results', level: 'evidence' },
  sources: { title: 'Sources', level: 'evidence' },
  answers: { title: 'Answers and questions', level: 'evidence' },
  topics: { title: 'Topics', level: 'evidence' },
  pathways: { title: 'Pathways', level: 'evidence' },
  terms: { title: 'Terms', level: 'evidence' },
  publication: { title: 'Published and withdrawn', level: 'evidence' },
  freshness: { title: 'Freshness', level: 'evidence' },
  standing: { title: 'Review', level: 'standing' },
  wording: { title: 'Wording', level: 'wording' },
  bookkeeping: { title: 'Bookkeeping', level: 'wording' },
} as const;
export type ChangeGroupName = keyof typeof changeGroups;
export type ChangeLevel = (typeof changeGroups)[ChangeGroupName]['level'];

interface KindRow {
  readonly group: ChangeGroupName;
  /** How it is counted, e.g. `finding changed stance`. */
  readonly one: string;
  readonly many: string;
}

const row = (group: ChangeGroupName, noun: string, said: string, manySaid = said, nouns = `${noun}s`): KindRow => ({
  group,
  one: `${noun} ${said}`,
  many: `${nouns} ${manySaid}`,
});

/** Every kind of change, the gravest first: the order of the opening sentence. */
export const changeKinds = {
  'source-retracted': row('sources', 'source', 'was retracted', 'were retracted'),
  'source-withdrawn': row('sources', 'source', 'was withdrawn by its publisher', 'were withdrawn by their publishers'),
  'source-doubted': row('sources', 'expression of concern', 'was noted', 'were noted', 'expressions of concern'),
  'source-superseded': row('sources', 'source', 'was superseded', 'were superseded'),
  'finding-stance': row('findings', 'finding', 'changed stance'),
  'verdict-moved': row('verdicts', 'verdict', 'moved'),
  'step-forbidden': row('standing', 'step of review', 'is not allowed', 'are not allowed', 'steps of review'),
  'entry-refused': row('standing', 'file', 'does not pass the check', 'do not pass the check'),
  'source-added': row('sources', 'source', 'was added', 'were added'),
  'source-removed': row('sources', 'source', 'was removed', 'were removed'),
  'draft-published': row('publication', 'draft', 'was published', 'were published'),
  'page-withdrawn': row('publication', 'page', 'was withdrawn from readers', 'were withdrawn from readers'),
  'finding-added': row('findings', 'finding', 'was added', 'were added'),
  'finding-removed': row('findings', 'finding', 'was removed', 'were removed'),
  'finding-question': row('findings', 'finding', 'answers another question', 'answer another question'),
  'finding-claim': row('findings', 'finding', 'says something else', 'say something else'),
  'finding-grade': row('findings', 'finding', 'changed grade'),
  'finding-population': row('findings', 'finding', 'changed population'),
  'finding-scope': row('findings', 'finding', 'changed intervention or conditions'),
  'finding-weight': row('findings', 'finding', 'counts otherwise', 'count otherwise'),
  'result-changed': row('results', 'result', 'changed'),
  'result-added': row('results', 'result', 'was added', 'were added'),
  'result-removed': row('results', 'result', 'was removed', 'were removed'),
  'verdict-base': row('verdicts', 'verdict', 'rests on other sources', 'rest on other sources'),
  'source-corrected': row('sources', 'correction', 'was noted', 'were noted'),
  'source-fate-undone': row('sources', 'notice on a source', 'was taken back', 'were taken back', 'notices on sources'),
  'source-pending': row('sources', 'source', 'changed in what is pending'),
  'source-interests': row('sources', 'source', 'changed interests'),
  'source-kind': row('sources', 'source', 'changed kind'),
  'source-coverage': row('sources', 'source', 'changed coverage'),
  'source-chain': row('sources', 'source', 'rests on other works', 'rest on other works'),
  'source-terms': row('sources', 'source', 'reads a contested word otherwise', 'read a contested word otherwise'),
  'source-unresolved': row('sources', 'source', 'changed in what does not add up'),
  'source-article': row('sources', 'source', 'was read again', 'were read again'),
  'source-record': row('sources', 'field of a record', 'changed', 'changed', 'fields of records'),
  'source-renamed': row('sources', 'source', 'was renamed', 'were renamed'),
  'digest-changed': row('sources', 'digest', 'says something else', 'say something else'),
  'finding-locator': row('findings', 'finding', 'changed locator'),
  'finding-anchor': row('findings', 'finding', 'changed anchor'),
  'question-added': row('answers', 'question', 'was added', 'were added'),
  'question-removed': row('answers', 'question', 'was removed', 'were removed'),
  'question-renamed': row('answers', 'question', 'was renamed', 'were renamed'),
  'question-asks': row('answers', 'question', 'asks something else', 'ask something else'),
  'answer-changed': row('answers', 'answer', 'says something else', 'say something else'),
  'answer-text-changed': row('answers', 'explanation', 'says something else', 'say something else'),
  'topic-added': row('topics', 'topic', 'was added', 'were added'),
  'topic-removed': row('topics', 'topic', 'was removed', 'were removed'),
  'topic-renamed': row('topics', 'topic', 'was renamed', 'were renamed'),
  'bottom-line-changed': row('topics', 'bottom line', 'says something else', 'say something else'),
  'statement-changed': row('topics', 'statement', 'changed'),
  'topic-changed': row('topics', 'topic', 'says something else', 'say something else'),
  'pathway-added': row('pathways', 'pathway', 'was added', 'were added'),
  'pathway-removed': row('pathways', 'pathway', 'was removed', 'were removed'),
  'pathway-decides': row('pathways', 'pathway', 'decides otherwise', 'decide otherwise'),
  'pathway-rules': row('pathways', 'part of a pathway', 'changed', 'changed', 'parts of pathways'),
  'pathway-flaw-gained': row('pathways', 'flaw of a pathway', 'appeared', 'appeared', 'flaws of pathways'),
  'pathway-flaw-lost': row('pathways', 'flaw of a pathway', 'is gone', 'are gone', 'flaws of pathways'),
  'term-added': row('terms', 'term', 'was added', 'were added'),
  'term-removed': row('terms', 'term', 'was removed', 'were removed'),
  'term-senses': row('terms', 'term', 'changed its senses', 'changed their senses'),
  'term-changed': row('terms', 'term', 'is defined otherwise', 'are defined otherwise'),
  'staleness-gained': row('freshness', 'page', 'became stale'),
  'staleness-lost': row('freshness', 'page', 'is fresh again', 'are fresh again'),
  'status-moved': row('standing', 'page', 'changed its state of review', 'changed their state of review'),
  'review-changed': row('standing', 'review', 'changed'),
  'person-changed': row('standing', 'person', 'changed', 'changed', 'people'),
  'finding-reworded': row('wording', 'finding', 'was reworded', 'were reworded'),
  'answer-reworded': row('wording', 'answer', 'was reworded', 'were reworded'),
  'bottom-line-reworded': row('wording', 'bottom line', 'was reworded', 'were reworded'),
  'statement-reworded': row('wording', 'statement', 'was reworded', 'were reworded'),
  'text-reworded': row('wording', 'text', 'was reworded', 'were reworded'),
  'term-reworded': row('wording', 'term', 'was reworded', 'were reworded'),
  'draft-changed': row('bookkeeping', 'draft', 'was worked on', 'were worked on'),
  'field-changed': row('bookkeeping', 'field', 'changed'),
  'file-formatted': row('bookkeeping', 'file', 'was only formatted', 'were only formatted'),
  'file-changed': row('bookkeeping', 'file', 'changed'),
} as const satisfies Record<string, KindRow>;
export type ChangeKind = keyof typeof changeKinds;

export interface Change {
  readonly kind: ChangeKind;
  /** The file where it is seen, as the newer state has it, e.g. `content/sources/nice-2019-ipg651.md`. */
  readonly file: string;
  /** Whom or what it is about, e.g. `NICE 2019`. */
  readonly subject: string;
  /** What of it changed, e.g. `finding on “Calf clot”: stance`. */
  readonly says: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Pages that depend on what changed. */
  readonly reaches: readonly PageRef[];
  /** What is counted: two changes of one kind with one unit are one, e.g. two fields of a finding. Without it each counts. */
  readonly unit?: string | undefined;
  /** What the opening sentence adds when it counts the kind, e.g. `from agree to disagree`. */
  readonly tally?: string | undefined;
}

/** Whether a change moves the evidence, the standing of a page, or neither. */
export const levelOf = (kind: ChangeKind): ChangeLevel => changeGroups[changeKinds[kind].group].level;
