/** Which pages lead here, each with the sentence that does. Worked out once for all pages from bodies, statements and findings. */
import { visit } from 'unist-util-visit';
import type { EvidenceGraph, PageRef } from '../evidence/evidence-graph.ts';
import { statementsOf } from '../evidence/citations.ts';
import { filledBody } from '../evidence/prose-values.ts';
import { parseBody } from '../library/body.ts';
import { citationsIn } from '../library/citations.ts';
import { entriesOf, titleOf, type EntryOf, type QuestionEntry, type TopicEntry } from '../library/library.ts';
import { pageCollections } from '../schema/collections.ts';
import type { SourceId } from '../schema/id.ts';
import { sentenceAt } from './plain-text.ts';
import { citationFragment } from '../schema/addresses.ts';
import { entryUrl, findingUrl, sourceUrl } from './urls.ts';
import { capitalise, formatCount } from '../words/phrase.ts';

export interface Backlink {
  readonly kind: Capitalize<PageRef['collection']>;
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
  return (graph.findings.get(question.id) ?? []).map(({ source, finding }) => ({
    to: sourceUrl(source.id),
    sentence: finding.says,
    place: findingUrl(source.id, finding),
  }));
}

/** Topics first, then questions, pathways and terms, each in order of id. A page is listed once, with its first sentence. */
export function buildBacklinks(graph: EvidenceGraph): Backlinks {
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
  /** What leads here besides prose. */
  const leadsOf: { readonly [C in PageRef['collection']]?: (href: string, entry: EntryOf<C>) => readonly Lead[] } = {
    topic: statementLeads,
    question: (_, question) => findingLeads(graph, question),
    pathway: (href, { source }) => [{ to: sourceUrl(source), sentence: '', place: href }],
    term: (href, { from, definition }) => from.map(({ source }) => ({ to: sourceUrl(source), sentence: definition, place: href })),
  };
  const add = <C extends PageRef['collection']>(collection: C): void => {
    for (const entry of entriesOf(graph.library, collection)) {
      const href = entryUrl(collection, entry.id);
      const body = 'body' in entry && entry.body ? filledBody(graph.library, entry.body) : '';
      const prose = body ? [...citingLeads(href, body), ...linkingLeads(href, body)] : [];
      const leads = [...prose, ...(leadsOf[collection]?.(href, entry) ?? [])];
      list({ kind: capitalise(collection) as Backlink['kind'], href, text: titleOf(entry) }, leads);
    }
  };
  for (const collection of pageCollections) if (collection !== 'source') add(collection);
  return rows;
}
