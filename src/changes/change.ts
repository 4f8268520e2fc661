/** What can change between two versions of the content: the table of kinds with their fields and sentences, and the shape of a change set. */
import type { PageRef } from '../evidence/evidence-graph.ts';
import { formatCount, formatList } from '../words/phrase.ts';

/** Headings in the order in which a reader needs them; what stands under a lower level does not move the evidence. */
export const changeGroups = {
  counts: { title: 'Counts', level: 'evidence' },
  findings: { title: 'Findings', level: 'evidence' },
  results: { title: 'Results', level: 'evidence' },
  sources: { title: 'Sources', level: 'evidence' },
  answers: { title: 'Answers and questions', level: 'evidence' },
  topics: { title: 'Topics', level: 'evidence' },
  pathways: { title: 'Pathways', level: 'evidence' },
  terms: { title: 'Terms', level: 'evidence' },
  publication: { title: 'Published and withdrawn', level: 'evidence' },
  freshness: { title: 'Freshness', level: 'evidence' },
  other: { title: 'Other fields', level: 'evidence' },
  standing: { title: 'Review', level: 'standing' },
  wording: { title: 'Wording', level: 'wording' },
  bookkeeping: { title: 'Bookkeeping', level: 'wording' },
} as const;
type GroupName = keyof typeof changeGroups;
type Level = (typeof changeGroups)[GroupName]['level'];

/** A sentence that counts one or several: `finding[s] [says|say] so` is `finding says so` or `findings say so`. */
const form = (text: string, several: boolean): string =>
  text.replace(/\[(?:([^|\]]*)\|)?([^\]]*)\]/g, (_, one: string | undefined, many: string) => (several ? many : (one ?? '')));

/**
 * How a kind is counted, and the fields whose change it is, by collection or list: `question: asks short*`. A star marks
 * sentences of ours, and three dots stand for every field that is not named elsewhere.
 */
const row = (group: GroupName, told: string, ...of: readonly string[]) => ({ group, one: form(told, false), many: form(told, true), of });

/** Every kind of change, the gravest first: the order of the opening sentence. A field that has no kind here is an `other field`. */
export const changeKinds = {
  'source-retracted': row('sources', 'source[s] [was|were] retracted', 'source: retracted'),
  'source-withdrawn': row('sources', 'source[s] [was|were] withdrawn by [its|their] publisher[s]', 'source: withdrawn'),
  'source-doubted': row('sources', 'expression[s] of concern [was|were] noted', 'source: concern'),
  'source-superseded': row('sources', 'source[s] [was|were] superseded', 'source: supersededBy'),
  'finding-direction': row('findings', 'finding[s] changed direction or strength', 'finding: direction strength'),
  'count-moved': row('counts', 'count[s] moved'),
  'step-forbidden': row('standing', 'step[s] of review [is|are] not allowed'),
  'entry-refused': row('standing', 'file[s] [does|do] not pass the check'),
  'source-added': row('sources', 'source[s] [was|were] added'),
  'source-removed': row('sources', 'source[s] [was|were] removed'),
  'draft-published': row('publication', 'draft[s] [was|were] published'),
  'page-withdrawn': row('publication', 'page[s] [was|were] withdrawn from readers'),
  'finding-added': row('findings', 'finding[s] [was|were] added'),
  'finding-removed': row('findings', 'finding[s] [was|were] removed'),
  'finding-question': row('findings', 'finding[s] [answers|answer] another question', 'finding: question'),
  'finding-claim': row('findings', 'finding[s] [says|say] something else', 'finding: says*'),
  'finding-grade': row('findings', 'finding[s] changed grade', 'finding: grade certainty'),
  'finding-population': row('findings', 'finding[s] changed population', 'finding: population'),
  'finding-scope': row(
    'findings',
    'finding[s] changed intervention or conditions',
    'finding: intervention device situations criteria conditions',
  ),
  'finding-numbers': row('findings', 'finding[s] [rests|rest] on other results', 'finding: results'),
  'finding-coverage': row('findings', 'finding[s] changed coverage', 'finding: coverage'),
  'finding-renamed': row('findings', 'finding[s] [was|were] renamed', 'finding: id aliases'),
  'finding-weight': row('findings', 'finding[s] [counts|count] otherwise'),
  'result-changed': row('results', 'result[s] changed', 'source: results'),
  'result-added': row('results', 'result[s] [was|were] added'),
  'result-removed': row('results', 'result[s] [was|were] removed'),
  'count-base': row('counts', 'count[s] [rests|rest] on other sources'),
  'source-corrected': row('sources', 'correction[s] [was|were] noted', 'source: corrected'),
  'source-notice-undone': row('sources', 'notice[s] on [a source|sources] [was|were] taken back'),
  'source-pending': row('sources', 'source[s] changed in what is pending', 'source: pending'),
  'source-interests': row('sources', 'source[s] changed interests', 'source: interests'),
  'source-kind': row('sources', 'source[s] changed kind', 'source: kind'),
  'source-coverage': row('sources', 'source[s] changed coverage', 'source: coverage'),
  'source-design': row('sources', 'source[s] changed in how the study was made', 'source: design regimens includes'),
  'source-absent': row('sources', 'source[s] changed in what [it does|they do] not report', 'source: absent'),
  'source-chain': row('sources', 'source[s] [rests|rest] on other works', 'source: restsOn'),
  'source-terms': row('sources', 'source[s] [reads|read] a contested word otherwise', 'source: terms'),
  'source-unresolved': row('sources', 'source[s] changed in what does not add up', 'source: unresolved'),
  'source-article': row('sources', 'source[s] [was|were] read again', 'source: snapshot'),
  'source-record': row(
    'sources',
    'field[s] of [a record|records] changed',
    'source: title authors issued updated container publisher volume issue pages number doi pmid registry isbn url jurisdiction givenBy',
    'source: contributors recordFrom',
  ),
  'source-renamed': row('sources', 'source[s] [was|were] renamed'),
  'digest-changed': row('sources', 'digest[s] [says|say] something else', 'source: gist digest*'),
  'finding-locator': row('findings', 'finding[s] changed locator', 'finding: locator'),
  'finding-anchor': row('findings', 'finding[s] changed anchor', 'finding: anchor'),
  'question-added': row('answers', 'question[s] [was|were] added'),
  'question-removed': row('answers', 'question[s] [was|were] removed'),
  'question-renamed': row('answers', 'question[s] [was|were] renamed'),
  'question-asks': row(
    'answers',
    'question[s] [asks|ask] something else',
    'question: asks pico situations searched emergency question* short*',
  ),
  'answer-changed': row('answers', 'answer[s] [says|say] something else', 'question: answer* gist*'),
  'answer-text-changed': row('answers', 'explanation[s] [says|say] something else', 'question: explanation*'),
  'topic-added': row('topics', 'topic[s] [was|were] added'),
  'topic-removed': row('topics', 'topic[s] [was|were] removed'),
  'topic-renamed': row('topics', 'topic[s] [was|were] renamed'),
  'bottom-line-changed': row('topics', 'bottom line[s] [says|say] something else', 'topic: bottomLine*'),
  'statement-changed': row('topics', 'statement[s] changed', 'topic: pitfalls steps mechanism regulatory'),
  'topic-changed': row('topics', 'topic[s] [says|say] something else', 'topic: kind maker emergency title* summary* objectives* text*'),
  'pathway-added': row('pathways', 'pathway[s] [was|were] added'),
  'pathway-removed': row('pathways', 'pathway[s] [was|were] removed'),
  'pathway-decides': row('pathways', 'pathway[s] [decides|decide] otherwise'),
  'pathway-rules': row(
    'pathways',
    'part[s] of [a pathway|pathways] changed',
    'pathway: inputs rules outcomes constraints acknowledged title* summary* entry* source intervention emergency impossible',
  ),
  'pathway-flaw-gained': row('pathways', 'flaw[s] of [a pathway|pathways] appeared'),
  'pathway-flaw-lost': row('pathways', 'flaw[s] of [a pathway|pathways] [is|are] gone'),
  'term-added': row('terms', 'term[s] [was|were] added'),
  'term-removed': row('terms', 'term[s] [was|were] removed'),
  'term-senses': row('terms', 'term[s] changed [its|their] senses', 'term: senses'),
  'term-changed': row('terms', 'term[s] [is|are] defined otherwise', 'term: definition* contested* from source locator'),
  'vocabulary-changed': row('terms', 'part[s] of the vocabulary changed', 'vocabulary: ...'),
  'field-other': row('other', 'other field[s] changed'),
  'staleness-gained': row('freshness', 'page[s] became stale'),
  'staleness-lost': row('freshness', 'page[s] [is|are] fresh again'),
  'status-moved': row('standing', 'page[s] changed [its|their] state of review', 'source question topic pathway: status'),
  'approval-added': row('standing', 'approval[s] [was|were] signed'),
  'approval-removed': row('standing', 'approval[s] [was|were] taken out'),
  'approval-changed': row('standing', 'approval[s] [was|were] signed anew', 'approval: ...'),
  'lookup-changed': row('standing', 'lookup[s] changed', 'lookup: ...'),
  'person-changed': row('standing', '[person|people] changed', 'person: ...'),
  'finding-reworded': row('wording', 'finding[s] [was|were] reworded', 'finding: gist'),
  'answer-reworded': row('wording', 'answer[s] [was|were] reworded'),
  'bottom-line-reworded': row('wording', 'bottom line[s] [was|were] reworded'),
  'statement-reworded': row('wording', 'statement[s] [was|were] reworded'),
  'text-reworded': row('wording', 'text[s] [was|were] reworded'),
  'term-reworded': row('wording', 'term[s] [was|were] reworded'),
  'draft-changed': row('bookkeeping', 'draft[s] [was|were] worked on'),
  'field-changed': row(
    'bookkeeping',
    'field[s] changed',
    'source: shortTitle tags importance language retrieved rights aliases todo outline findings',
    'question: outcomes asked topics terms autolink updated aliases',
    'topic: section order terms leads autolink updated aliases',
    'pathway: updated',
    'section verification feed history: ...',
    'site: name tagline description question featured condition about scope topics timeline examples subject',
    'term: name abbreviations synonyms search unlinked languages seeAlso lookalikes',
  ),
  'file-formatted': row('bookkeeping', 'file[s] [was|were] only formatted'),
  'file-changed': row('bookkeeping', 'file[s] changed'),
};
export type ChangeKind = keyof typeof changeKinds;

export interface Change {
  readonly kind: ChangeKind;
  /** The file where it is seen, as the newer version has it, e.g. `content/sources/nice-2019-ipg651.md`. */
  readonly file: string;
  /** Whom or what it is about, e.g. `NICE 2019`. */
  readonly subject: string;
  /** What of it changed, e.g. `finding on “Calf clot”: direction`. */
  readonly says: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Pages that depend on what changed. */
  readonly reaches: readonly PageRef[];
  /** The finding, page or row that changed: two changes of one kind in it are counted once. Without it each counts. */
  readonly unit?: string | undefined;
  /** What the opening sentence adds when it counts the kind, e.g. `from 2 to 3`. */
  readonly tally?: string | undefined;
}

/** A page that a change of the evidence reaches. */
export interface AffectedPage {
  readonly ref: PageRef;
  readonly title: string;
  readonly file: string;
  /** What reaches it, e.g. `NICE 2019`. */
  readonly through: readonly string[];
}

/** What differs between two versions of the content, ready to print: order decided, words made. */
export interface ChangeSet {
  /** Day as of which both versions were read, e.g. `2026-11-20`. */
  readonly asOf: string;
  /** One or two sentences that count what changed; the same in every format, and under this name in JSON. */
  readonly opening: string;
  /** Only groups with changes. */
  readonly groups: readonly (Readonly<Record<'name' | 'title', string>> & { readonly level: Level; readonly changes: readonly Change[] })[];
  readonly affected: readonly AffectedPage[];
}

/** Whether a change moves the evidence, the standing of a page, or neither. */
export const levelOf = (kind: ChangeKind): Level => changeGroups[changeKinds[kind].group].level;

/** More clauses than this are no longer read. */
const CLAUSES = 6;

/** What is counted by its unit; of all else, such as fields and answers, each counts. */
const units = /^(?:finding|source|digest|question|topic|pathway|term|page|person|draft|lookup|approval) /;

/** Changes of one level, counted by kind and within a kind by what they add, e.g. `2 counts moved`. */
const clausesOf = (changes: readonly Change[], level: Level) =>
  (Object.keys(changeKinds) as ChangeKind[]).flatMap((kind) => {
    const { one, many } = changeKinds[kind];
    const own = levelOf(kind) === level ? changes.filter((change) => change.kind === kind) : [];
    return [...Map.groupBy(own, ({ tally }) => tally)].map(([tally, alike]) => {
      const count = new Set(alike.map(({ unit }, index) => (units.test(one) && unit) || index)).size;
      return { clause: [formatCount(count, one, many), tally].filter(Boolean).join(' '), count };
    });
  });

function joined(clauses: ReturnType<typeof clausesOf>): string {
  const rest = clauses.slice(CLAUSES).reduce((sum, { count }) => sum + count, 0);
  const said = clauses.slice(0, CLAUSES).map(({ clause }) => clause);
  return formatList(rest ? [...said, formatCount(rest, 'other change')] : said);
}

/** Pages that can be affected, in the order in which they are told. */
export const pageOrder: readonly PageRef['collection'][] = ['question', 'topic', 'pathway', 'term'];

/**
 * E.g. `2 findings changed direction or strength and 1 count moved; 3 questions and 1 pathway are affected.`
 * Where only our wording, the review or bookkeeping differ, it begins `Nothing changed in the evidence`.
 */
export function summaryOf(changes: readonly Change[], affected: readonly AffectedPage[]): string {
  const evidence = clausesOf(changes, 'evidence');
  const standing = clausesOf(changes, 'standing');
  const rest = joined([...standing, ...clausesOf(changes, 'wording')]);
  if (!evidence.length) return rest ? `Nothing changed in the evidence: ${rest}.` : 'Nothing changed in the evidence.';
  const pages = pageOrder.flatMap((collection) => {
    const count = affected.filter(({ ref }) => ref.collection === collection).length;
    if (!count) return [];
    return collection === 'term' ? formatCount(count, 'glossary entry', 'glossary entries') : formatCount(count, collection);
  });
  const reached = pages.length ? `; ${formatList(pages)} ${affected.length === 1 ? 'is' : 'are'} affected` : '';
  return `${joined([...evidence, ...standing])}${reached}.`;
}
