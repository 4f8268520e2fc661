/** A source page: what the work is, what it says, who paid, how it was read, what it rests on and where it is used. */
import type { EvidenceGraph, PageRef } from '../../evidence/evidence-graph.ts';
import { pendingSentence } from '../../evidence/pending.ts';
import type { SourceEntry } from '../../library/library.ts';
import { kindRow, tiers } from '../../schema/kinds.ts';
import { imageStatuses, importances } from '../../schema/vocabulary.ts';
import { toChain, toChainBadge, toShareSentence, type ChainView } from '../../parts/chain-view.ts';
import { toFindingRow, type FindingRow } from '../../parts/finding-row.ts';
import { formatAuthors, formatByline, formatDate } from '../../parts/format.ts';
import { toTies, type TieView } from '../../parts/lens.ts';
import { identifiersOf, whereItStands, type Reference } from '../../parts/reference-list.ts';
import { toLookupNotices } from './lookup-notice.ts';
import { toResultRows, type ResultRow } from './result-rows.ts';
import { studyFacts, type StudyFacts } from './study-facts.ts';
import { toReviewState, type ReviewState } from '../../parts/review-state.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { citationName } from '../../evidence/source-name.ts';
import { noAuthors, toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { homeUrl, referencesUrl, sourceUrl, termUrl } from '../../parts/urls.ts';
import { toEntryLink } from '../../parts/entry-link.ts';
import { collections, pageCollections } from '../../schema/collections.ts';
import { capitalise, formatCount, formatList } from '../../words/phrase.ts';

export interface SourcePage {
  readonly shell: Shell;
  readonly line: SourceLine;
  /** Authors, place and date in one line, e.g. `S. Vedantham, S. Z. Goldhaber, J. A. Julian and 24 others · …`. */
  readonly byline: string;
  /** All authors, where the byline names only the first of them. */
  readonly authors: string;
  readonly contributors: string;
  readonly updated: string;
  readonly tierSays: string;
  readonly carries: string;
  /** Labels of the news digest that it came through, and the weight it had there; empty for what came through none. */
  readonly tags: string;
  readonly importance: string;
  readonly retrieved: string;
  readonly identifiers: Reference['identifiers'];
  readonly rights: string;
  readonly image: string;
  readonly anchors: string;
  readonly jurisdiction: string;
  readonly state: ReviewState;
  readonly findings: readonly FindingRow[];
  readonly results: readonly ResultRow[];
  readonly facts: StudyFacts;
  readonly chain: readonly ChainView[];
  /** Depth and end of the chain, and what hangs on one reference: sentences. */
  readonly chainSays: readonly string[];
  readonly chainWeak: boolean;
  /** People and organisations who also speak in a work with other interests. */
  readonly ties: readonly TieView[];
  readonly unresolved: readonly { readonly what: string; readonly explained: string }[];
  readonly usedIn: readonly { readonly label: string; readonly links: readonly Link[] }[];
  readonly senses: readonly { readonly word: string; readonly says: string; readonly href: string }[];
  readonly notices: readonly string[];
}

const carries = {
  recommendation: 'It can carry a recommendation.',
  result: 'It can carry a result, not a recommendation.',
  description: 'It can describe. It carries neither a result nor a recommendation, and it is never counted.',
} as const;

function toLinks({ library }: EvidenceGraph, refs: readonly PageRef[]): SourcePage['usedIn'] {
  const groups = Map.groupBy(refs, ({ collection }) => collection);
  return pageCollections.flatMap((collection) => {
    const links = (groups.get(collection as PageRef['collection']) ?? []).map((ref) => toEntryLink(library, ref));
    const label = collection === 'term' ? 'Glossary entries' : capitalise(collections[collection].many);
    return links.length > 0 ? [{ label, links }] : [];
  });
}

function noticesOf(graph: EvidenceGraph, source: SourceEntry): string[] {
  const successor = source.supersededBy && graph.library.sources.get(source.supersededBy);
  return [
    ...(source.retracted ? [`Retracted on ${formatDate(source.retracted.on)}: ${source.retracted.notice}`] : []),
    ...(source.withdrawn ? [`Withdrawn by its publisher on ${formatDate(source.withdrawn.on)}: ${source.withdrawn.notice}`] : []),
    ...(source.concern
      ? [
          `Expression of concern, ${formatDate(source.concern.on)}: ${source.concern.notice} Nothing is settled by it: read what is doubted.`,
        ]
      : []),
    ...(successor ? [`Superseded by ${citationName(successor)}.`] : []),
    ...(source.corrected ? [`Corrected on ${formatDate(source.corrected.on)}: ${source.corrected.notice}`] : []),
    ...(source.pending ? [pendingSentence(source.pending, graph.asOf)] : []),
    ...toLookupNotices(graph.library, source),
  ];
}

/** How many findings point at a passage and how many of those a machine found, e.g. `8 of 8 findings anchored to a passage; …`. */
function anchorsOf(findings: readonly FindingRow[]): string {
  if (!findings.length) return '';
  const anchored = findings.filter((finding) => finding.anchored);
  const sighted = anchored.flatMap((finding) => finding.sighted || []).sort();
  const last = sighted.at(-1);
  const machine = last ? `a machine found ${sighted.length} of them in the raw article on ${formatDate(last)}` : 'none checked by machine';
  return `${anchored.length} of ${formatCount(findings.length, 'finding')} anchored to a passage${anchored.length ? `; ${machine}` : ''}`;
}

export function sourcePage(graph: EvidenceGraph, source: SourceEntry): SourcePage {
  const row = kindRow(source.kind);
  const freshness = graph.freshness.sources.get(source.id);
  if (!freshness) throw new Error(`The graph has no freshness for the source \`${source.id}\`.`);
  const state = toReviewState(source, freshness, graph.library.people);
  const line = toSourceLine(source, freshness);
  const findings = [...graph.findings.values()]
    .flat()
    .filter((placed) => placed.source.id === source.id)
    .sort((a, b) => a.number - b.number)
    .map((placed) => toFindingRow(graph, placed));
  const usedIn = toLinks(graph, graph.usedIn.get(source.id) ?? []);
  const badge = toChainBadge(graph, source);
  const topicNames = usedIn.find(({ label }) => label === 'Topics')?.links ?? [];
  return {
    shell: toShell({
      title: source.title,
      description: line.gist || `${line.kind}, ${line.date}. Our digest: what it says, who paid, and what it leaves out.`,
      path: sourceUrl(source.id),
      file: source.file,
      edition: { of: formatDate(source.retrieved), due: state.due },
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: referencesUrl, text: 'References' },
      ],
      menu: referencesUrl,
      search: {
        page: 'Source',
        kind: row.label,
        date: source.issued === 'undated' ? '' : line.date,
        summary: `${line.name} · ${tiers[row.tier].label} · ${line.fundingLabel}`,
        names: source.shortTitle ? [source.shortTitle] : [],
        ...(['tertiary', 'none'].includes(row.tier) && { weight: 0.7 }),
        ...(source.issued === 'undated' ? {} : { day: source.issued }),
        aliases: [source.id, source.doi, source.pmid, source.registry, source.number, ...source.tags].filter((text): text is string =>
          Boolean(text),
        ),
        filters: [
          { name: 'kind', value: row.label },
          { name: 'tier', value: tiers[row.tier].label },
          { name: 'review', value: state.label },
          ...topicNames.map(({ text }) => ({ name: 'topic', value: text })),
        ],
      },
    }),
    line,
    authors: formatByline(source.authors) === formatAuthors(source.authors) ? '' : formatAuthors(source.authors),
    byline: [...new Set([formatByline(source.authors) || noAuthors(source), whereItStands(source), line.date])]
      .filter(Boolean)
      .join('\u00a0· '),
    contributors: formatList(
      (source.contributors ?? []).map(({ given, family, role }) => `${[given, family].filter(Boolean).join(' ')} (${role})`),
    ),
    updated: source.updated ? formatDate(source.updated) : '',
    tierSays: tiers[row.tier].says,
    carries: carries[row.carries],
    tags: source.tags.join(', '),
    importance: source.importance ? `${importances[source.importance].label}: ${importances[source.importance].says}` : '',
    retrieved: formatDate(source.retrieved),
    identifiers: identifiersOf(source),
    rights: source.rights?.licence ?? 'not stated',
    image: source.rights?.image
      ? `${imageStatuses[source.rights.image.status]}${source.rights.image.status === 'cleared' ? '' : '; not shown'}`
      : '',
    anchors: anchorsOf(findings),
    jurisdiction: source.jurisdiction ?? '',
    state,
    findings,
    results: toResultRows(source, graph.library),
    facts: studyFacts(source, graph.library),
    chain: (graph.chains.get(source.id) ?? []).map(toChain),
    chainSays: [badge.says, toShareSentence(graph, source)].filter(Boolean),
    chainWeak: badge.weak,
    ties: toTies(graph, [source.id]),
    unresolved: source.unresolved.map(({ what, explained }) => ({ what, explained: explained ?? '' })),
    usedIn,
    senses: Object.entries(source.terms).map(([word, sense]) => {
      const term = [...graph.library.terms.values()].find(({ senses }) => senses.some(({ id }) => id === sense));
      return { word, says: term?.senses.find(({ id }) => id === sense)?.says ?? sense, href: term ? termUrl(term.id) : '' };
    }),
    notices: noticesOf(graph, source),
  };
}
