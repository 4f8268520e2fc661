/** Which pages lead here, each with the sentence that does. Worked out once for all pages from bodies, statements and findings. */
import { visit } from 'unist-util-visit';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { statementsOf } from '../evidence/citations.ts';
import { parseBody } from '../library/body.ts';
import { citationsIn } from '../library/citations.ts';
import type { QuestionEntry, TopicEntry } from '../library/library.ts';
import type { SourceId } from '../schema/id.ts';
import { sentenceAt } from './quotation.ts';
import { citationFragment } from '../schema/addresses.ts';
import { findingUrl, pathwayUrl, questionUrl, sourceUrl, termUrl, topicUrl } from './urls.ts';
import { formatCount } from '../words/phrase.ts';

export interface Backlink {
  readonly kind: 'Topic' | 'Question' | 'Pathway' | 'Term';
  readonly href: string;
  readonly text: string;
  /** The first sentence that leads here; empty where it is the whole page, as with a pathway. */
  readonly sentence: string;
  /** Address of that sentence. */
  readonly place: string;
  /** How often the page leads here beyond that, e.g. `and 3 more times`; empty for once. */
  readonly more: string;
}

/** Backlinks by the address of the page that they lead to, e.g. `/sources/nice-2019-ipg651/`. */
export type Backlinks = ReadonlyMap<string, readonly Backlink[]>;

interface Lead {
  readonly to: string;
  readonly sentence: string;
  readonly place: string;
}
type Page = Pick<Backlink, 'kind' | 'href' | 'text'>;

function citingLeads(page: string, body: string): Lead[] {
  const counts = new Map<string, number>();
  return citationsIn(body, 'mdx').map(({ id, line }) => {
    const number = (counts.get(id) ?? 0) + 1;
    counts.set(id, number);
    const source = id as SourceId;
    return { to: sourceUrl(source), sentence: sentenceAt(body, line), place: `${page}#${citationFragment(source, number)}` };
  });
}

function linkingLeads(page: string, body: string): Lead[] {
  const { tree } = parseBody(body, 'mdx');
  const leads: Lead[] = [];
  if (tree)
    visit(tree, 'link', ({ url, position }) => {
      const to = url.replace(/#.*$/, '');
      if (to.startsWith('/') && to !== page) leads.push({ to, sentence: sentenceAt(body, position?.start.line ?? 1), place: page });
    });
  return leads;
}

const statementLeads = (page: string, topic: TopicEntry): Lead[] =>
  statementsOf(topic).flatMap(({ says, from }) => from.map(({ source }) => ({ to: sourceUrl(source), sentence: says, place: page })));

function findingLeads(graph: EvidenceGraph, question: QuestionEntry): Lead[] {
  return (graph.findings.get(question.id) ?? []).map(({ source, finding, number }) => ({
    to: sourceUrl(source.id),
    sentence: finding.says,
    place: findingUrl(source.id, number),
  }));
}

/** Topics first, then questions, pathways and terms, each in order of id. A page is listed once, with its first sentence. */
export function buildBacklinks(graph: EvidenceGraph): Backlinks {
  const { topics, questions, pathways, terms } = graph.library;
  const rows = new Map<string, Backlink[]>();
  const list = (page: Page, leads: readonly Lead[]): void => {
    for (const [to, own] of Map.groupBy(leads, (lead) => lead.to)) {
      const [first] = own;
      if (!first) continue;
      const more = own.length > 1 ? `and ${formatCount(own.length - 1, 'more time')}` : '';
      const row = rows.get(to) ?? [];
      row.push({ ...page, sentence: first.sentence, place: first.place, more });
      rows.set(to, row);
    }
  };
  for (const topic of topics.values()) {
    const href = topicUrl(topic.id);
    const leads = [...citingLeads(href, topic.body), ...linkingLeads(href, topic.body), ...statementLeads(href, topic)];
    list({ kind: 'Topic', href, text: topic.title }, leads);
  }
  for (const question of questions.values()) {
    const href = questionUrl(question.id);
    const leads = [...citingLeads(href, question.body), ...linkingLeads(href, question.body), ...findingLeads(graph, question)];
    list({ kind: 'Question', href, text: question.question }, leads);
  }
  for (const pathway of pathways.values()) {
    const href = pathwayUrl(pathway.id);
    list({ kind: 'Pathway', href, text: pathway.title }, [{ to: sourceUrl(pathway.source), sentence: '', place: href }]);
  }
  for (const term of terms.values()) {
    const href = termUrl(term.id);
    const leads = term.from.map(({ source }) => ({ to: sourceUrl(source), sentence: term.definition, place: href }));
    list({ kind: 'Term', href, text: term.name }, leads);
  }
  return rows;
}
