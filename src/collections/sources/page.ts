/** The sources by tier, and a source page: what the work is, what it says, who paid, how it was read, what it rests on and where it is used. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { isRecorded, lookupOf, registryNews } from '../../evidence/lookups.ts';
import { pendingSentence } from '../../evidence/pending.ts';
import type { Library, SourceEntry } from '../../library/library.ts';
import { labelOf } from '../../schema/word-list.ts';
import { kindRow, tiers, type Tier } from '../../schema/kinds.ts';
import { noticeClasses } from '../../schema/lookup.ts';
import { fundings, imageStatuses, importances } from '../../schema/vocabulary.ts';
import { toChain, toChainBadge, toShareSentence, type ChainView } from '../../parts/chain-view.ts';
import { toFindingRow, type FindingRow } from '../../parts/finding-row.ts';
import { formatAuthors, formatByline, formatDate } from '../../parts/format.ts';
import { toTies, type TieView } from '../../parts/coi.ts';
import { toEntryLink } from '../../parts/links.ts';
import { identifiersOf, noAuthors, toSourceLine, whereItStands, type SourceLine } from '../../parts/source-line.ts';
import { toGoneRows, type GoneRow } from './gone-rows.ts';
import { toResultRows, type ResultRow } from './result-rows.ts';
import { studyFacts, type StudyFacts } from './study-facts.ts';
import { entryShell, reviewStateOf, type ReviewState } from '../../parts/review-state.ts';
import type { Link, Shell } from '../../parts/shell.ts';
import { citationName } from '../../evidence/source-name.ts';
import { sourceUrl, termUrl } from '../../parts/urls.ts';
import { capitalise, formatCount, formatList } from '../../words/phrase.ts';

export interface SourcePage {
  readonly shell: Shell;
  readonly line: SourceLine;
  /** Authors, place and date in one line, e.g. `S. Vedantham, S. Z. Goldhaber, J. A. Julian and 24 others · …`. */
  readonly byline: string;
  readonly tierSays: string;
  readonly carries: string;
  readonly anchors: string;
  /** The work as a record: dates, identifiers, how it was read, rights. Where there is an address, the text links to it. */
  readonly facts: readonly { readonly label: string; readonly text: string; readonly href?: string }[];
  readonly state: ReviewState;
  readonly findings: readonly FindingRow[];
  readonly results: readonly ResultRow[];
  /** What is not listed any more. */
  readonly gone: Readonly<Record<'findings' | 'results', readonly GoneRow[]>>;
  readonly study: StudyFacts;
  readonly chain: readonly ChainView[];
  /** Depth and end of the chain, and what hangs on one reference: sentences. */
  readonly chainSays: readonly string[];
  readonly chainWeak: boolean;
  /** People and organisations who also speak in a work with other interests. */
  readonly ties: readonly TieView[];
  readonly unresolved: readonly { readonly what: string; readonly explained: string }[];
  readonly senses: readonly { readonly word: string; readonly says: string; readonly href: string }[];
  readonly notices: readonly string[];
}

const carries = {
  recommendation: 'It can carry a recommendation.',
  result: 'It can carry a result, not a recommendation.',
  description: 'It can describe. It carries neither a result nor a recommendation, and it is never counted.',
} as const;

/** What registries said and no editor has dealt with yet: better an unfinished sentence than a page that looks untouched. */
export function toLookupNotices(library: Library, source: SourceEntry): string[] {
  const registration = lookupOf(library, 'registration', source.id);
  const news = registration ? registryNews(source, registration) : [];
  return [
    ...(lookupOf(library, 'notices', source.id)?.notices ?? [])
      .filter((notice) => !isRecorded(source, JSON.stringify(source), notice))
      .map(
        ({ is, work, on }) =>
          `Crossref lists ${noticeClasses[is].label} of this work (${[work, on && formatDate(on)].filter(Boolean).join(', ')}). Nobody here has looked yet at what it changes.`,
      ),
    ...(registration && (news.includes('ended') || news.includes('results'))
      ? [
          `The registry ${news.includes('results') ? 'holds results' : `gives the status “${registration.status.toLowerCase().replaceAll('_', ' ')}”`} (found on ${formatDate(registration.on)}). Our digest does not know them yet.`,
        ]
      : []),
  ];
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

function factsOf(source: SourceEntry, line: SourceLine): SourcePage['facts'] {
  const { authors, contributors = [], updated, importance, rights } = source;
  const updatedSays = updated ? `; last updated ${formatDate(updated)}` : '';
  const image = rights?.image && `${imageStatuses[rights.image.status]}${rights.image.status === 'cleared' ? '' : '; not shown'}`;
  const people = contributors.map(({ given, family, role }) => `${[given, family].filter(Boolean).join(' ')} (${role})`);
  const facts = [
    // Where the byline names only the first of them.
    { label: 'Authors', text: formatByline(authors) === formatAuthors(authors) ? '' : formatAuthors(authors) },
    { label: 'Published', text: `${line.date}${updatedSays}` },
    { label: 'Contributors', text: formatList(people) },
    { label: 'Jurisdiction', text: source.jurisdiction },
    { label: 'Given by', text: source.givenBy },
    { label: 'Basis', text: `${line.coverage}: our digest was ${line.coverageSays}. Read on ${formatDate(source.retrieved)}.` },
    ...identifiersOf(source),
    { label: 'Record', text: line.recordSays },
    // Labels of the news digest that it came through, and the weight it had there.
    { label: 'Tags', text: source.tags.join(', ') },
    { label: 'Importance', text: importance && `${importances[importance].label}: ${importances[importance].says}` },
    { label: 'Rights', text: rights?.licence ?? 'not stated' },
    { label: 'Picture', text: image },
  ];
  return facts.flatMap(({ text, ...rest }) => (text ? [{ ...rest, text }] : []));
}

export function sourcePage(graph: EvidenceGraph, source: SourceEntry): SourcePage {
  const row = kindRow(source.kind);
  const state = reviewStateOf(graph, 'source', source);
  const line = toSourceLine(source, graph.freshness.sources.get(source.id));
  const findings = [...graph.findings.values()]
    .flat()
    .filter((placed) => placed.source.id === source.id)
    .sort((a, b) => a.number - b.number)
    .map((placed) => toFindingRow(graph, placed));
  const topics = (graph.usedIn.get(source.id) ?? []).flatMap((ref) =>
    ref.collection === 'topic' ? (graph.library.topics.get(ref.id)?.title ?? []) : [],
  );
  const badge = toChainBadge(graph, source);
  return {
    shell: entryShell('references', { file: source.file, updated: source.retrieved }, state, {
      title: source.title,
      description: line.gist || `${line.kind}, ${line.date}. Our digest: what it says, who paid, and what it leaves out.`,
      path: sourceUrl(source.id),
      search: {
        page: 'Source',
        kind: row.label,
        date: source.issued === 'undated' ? '' : line.date,
        day: source.issued === 'undated' ? '' : source.issued,
        summary: `${line.name} · ${tiers[row.tier].label} · ${line.fundingLabel}`,
        names: source.shortTitle ? [source.shortTitle] : [],
        ...(['tertiary', 'none'].includes(row.tier) && { weight: 0.7 }),
        aliases: [source.id, source.doi, source.pmid, source.registry, source.number, ...source.tags].filter((text): text is string =>
          Boolean(text),
        ),
        filters: [
          { name: 'kind', value: row.label },
          { name: 'tier', value: tiers[row.tier].label },
          { name: 'review', value: state.label },
          ...topics.map((value) => ({ name: 'topic', value })),
          { name: 'paid', value: fundings[line.funding] },
          ...(source.issued === 'undated' ? [] : [{ name: 'year', value: source.issued.slice(0, 4) }]),
          ...[...new Set(findings.map(({ position }) => position.label))].map((value) => ({ name: 'position', value })),
          ...[...new Set(source.findings.map(({ population }) => labelOf(graph.library.vocabulary.populations, population)))].map(
            (value) => ({ name: 'population', value }),
          ),
        ],
      },
    }),
    line,
    byline: [...new Set([formatByline(source.authors) || noAuthors(source), whereItStands(source), line.date])]
      .filter(Boolean)
      .join('\u00a0· '),
    tierSays: tiers[row.tier].says,
    carries: carries[row.carries],
    facts: factsOf(source, line),
    anchors: anchorsOf(findings),
    state,
    findings,
    results: toResultRows(source, graph.library),
    gone: { findings: toGoneRows(graph, source, 'findings'), results: toGoneRows(graph, source, 'results') },
    study: studyFacts(source, graph.library),
    chain: (graph.chains.get(source.id) ?? []).map(toChain),
    chainSays: [badge.says, toShareSentence(graph, source)].filter(Boolean),
    chainWeak: badge.weak,
    ties: toTies(graph, [source.id]),
    unresolved: source.unresolved.map(({ what, explained }) => ({ what, explained: explained ?? '' })),
    senses: Object.entries(source.terms).map(([word, sense]) => {
      const term = [...graph.library.terms.values()].find(({ senses }) => senses.some(({ id }) => id === sense));
      return { word, says: term?.senses.find(({ id }) => id === sense)?.says ?? sense, href: term ? termUrl(term.id) : '' };
    }),
    notices: noticesOf(graph, source),
  };
}

interface SourceTier {
  readonly tier: Tier;
  readonly label: string;
  readonly says: string;
  readonly rows: readonly (SourceLine & { readonly pages: readonly Link[] })[];
}

/** Every source by tier, the strongest tier first, with the pages that use it. */
export function sourceTiers(graph: EvidenceGraph): SourceTier[] {
  const rows = [...graph.library.sources.values()].map((source) => ({
    ...toSourceLine(source, graph.freshness.sources.get(source.id)),
    pages: (graph.usedIn.get(source.id) ?? [])
      .filter(({ collection }) => collection !== 'term')
      .map((ref) => toEntryLink(graph.library, ref)),
  }));
  return (['primary', 'secondary', 'tertiary', 'none'] as const)
    .map((tier) => ({ tier, label: tiers[tier].label, says: capitalise(tiers[tier].says), rows: rows.filter((row) => row.tier === tier) }))
    .filter(({ rows: own }) => own.length > 0);
}
