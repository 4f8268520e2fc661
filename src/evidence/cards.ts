/**
 * Cards with what they rest on looked up: whether that carries an answer, whether it still says what it said when the card was
 * written, and why a card is suspended. Nobody types a suspension. Pure.
 */
import { sha256 } from '../library/passage.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import type { Card, CardEvidence } from '../schema/deck.ts';
import type { Finding } from '../schema/finding.ts';
import type { SourceId, TopicId } from '../schema/id.ts';
import { kindRow, type SourceKind } from '../schema/kinds.ts';
import type { Result } from '../schema/result.ts';
import type { Statement } from '../schema/statement.ts';
import type { Term } from '../schema/term.ts';
import { dateInWords } from '../words/date.ts';
import type { EvidenceGraph, PlacedFinding } from './evidence-graph.ts';
import { fateOf } from './publication-status.ts';
import { sourceName } from './source-name.ts';
import { notAsked } from './verdict.ts';

/** What one row of `evidence` stands for. */
export interface FoundEvidence {
  readonly what: 'finding' | 'result' | 'term' | 'step';
  readonly finding?: Finding | undefined;
  readonly result?: Result | undefined;
  readonly term?: Term | undefined;
  readonly step?: (Statement & { readonly name: string }) | undefined;
  /** Whose standing it shares, with the place where each says it. */
  readonly from: readonly { readonly source: SourceEntry; readonly locator: string }[];
  /** What it says now, as `evidenceHash` has it. */
  readonly hash: string;
}

/** Fields that can change and leave what was learned as it was. */
const beside: ReadonlySet<string> = new Set(
  'id aliases anchor locator gist coverage abbreviations synonyms lookalikes languages search unlinked seeAlso'.split(' '),
);
const empty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** The hash of what a finding, result, term or step says, in 12 letters from a to p: places, aliases and what is empty left out. */
export const evidenceHash = (item: object): string =>
  sha256(JSON.stringify(Object.entries(item).filter(([name, value]) => !beside.has(name) && !empty(value))))
    .slice(0, 12)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

const called = <T extends { readonly id: string; readonly aliases: readonly string[] }>(
  items: readonly T[],
  name?: string,
): T | undefined => items.find(({ id }) => id === name) ?? items.find(({ aliases }) => name !== undefined && aliases.includes(name));

/** What a row of a card of a topic names; undefined where nothing has that name. */
export function findEvidence(library: Library, topic: TopicId, given: CardEvidence): FoundEvidence | undefined {
  const carriers = (rows: Statement['from']): FoundEvidence['from'] =>
    rows.flatMap(({ source: id, locator = '' }) => {
      const source = library.sources.get(id);
      return source ? [{ source, locator }] : [];
    });
  if (given.term !== undefined) {
    const term = library.terms.get(given.term);
    if (!term) return undefined;
    const own = term.source ? [{ source: term.source, locator: term.locator }] : [];
    return { what: 'term', term, from: carriers([...term.from, ...own]), hash: evidenceHash(term) };
  }
  if (given.step !== undefined) {
    const page = library.topics.get(topic);
    const step = page?.kind === 'procedure' ? page.steps.find(({ name }) => name === given.step) : undefined;
    return step && { what: 'step', step, from: carriers(step.from), hash: evidenceHash(step) };
  }
  const source = given.source === undefined ? undefined : library.sources.get(given.source);
  const finding = source && called(source.findings, given.finding);
  const result = source && called(source.results, given.result);
  const item = finding ?? result;
  if (!source || !item) return undefined;
  return {
    what: finding ? 'finding' : 'result',
    finding,
    result,
    from: [{ source, locator: item.locator ?? '' }],
    hash: evidenceHash(item),
  };
}

/** Kinds that never count and yet speak of nothing but themselves: a scale says how it is scored, a notice what it warns of. */
const ownWord: ReadonlySet<SourceKind> = new Set<SourceKind>(['instrument', 'safety-notice']);

/** Whether a source only claims: a manufacturer, a news item, a narrative review, an AI-generated summary. */
export const onlyClaims = ({ kind }: Pick<SourceEntry, 'kind'>): boolean => !kindRow(kind).movesVerdict && !ownWord.has(kind);

/** Why evidence carries no right answer by itself, as a sentence; undefined where it does. */
export function whyNotCarried(found: FoundEvidence, placed: EvidenceGraph['findings']): string | undefined {
  const { finding, from, what } = found;
  if (!from.length) return 'Nothing that we hold a digest of stands behind it.';
  if (from.every(({ source }) => onlyClaims(source)))
    return `${kindRow(from[0]?.source.kind ?? 'news').plural} are shown and never counted.`;
  if (what !== 'finding' || !finding || ownWord.has(from[0]?.source.kind ?? 'news')) return undefined;
  const here = (placed.get(finding.question) ?? []).find((one) => one.finding === finding);
  // What a society advises is its word, also where a question asks what happens and weighs no advice.
  const advises = finding.direction !== undefined && kindRow(from[0]?.source.kind ?? 'news').carries === 'recommendation';
  if (here?.counts || (advises && here?.whyNot === notAsked.effect)) return undefined;
  return here?.whyNot ?? 'Its question is not there.';
}

/** Why a source no longer stands as it was read, as sentences; what it leans on counts where that was retracted or is doubted. */
function standingOf({ library, freshness, asOf }: EvidenceGraph, source: SourceEntry): string[] {
  const state = freshness.sources.get(source.id);
  const own = fateOf(source, library).map(({ says }) => says);
  const due = state && state.due < asOf ? [`was due for review on ${dateInWords(state.due)}`] : [];
  const grave = state?.state === 'retracted' || state?.state === 'doubted';
  const inherited = grave && !own.length ? state.reasons.slice(0, 1).map((said) => said.replace(/^This source |\.$/g, '')) : [];
  return [...own, ...due, ...inherited].map((says) => `${sourceName(source)} ${says}.`);
}

/** A card where it stands, with what it rests on. */
export interface PlacedCard {
  readonly card: Card;
  readonly topic: TopicId;
  readonly objective: string;
  readonly evidence: readonly FoundEvidence[];
  /** The findings that it rests on, or whose numbers it rests on, as they stand on their questions. */
  readonly findings: readonly PlacedFinding[];
  /** Why it is not asked, as sentences; empty where it is. */
  readonly suspended: readonly string[];
}

const names: Readonly<Record<FoundEvidence['what'], string>> = { finding: 'finding', result: 'result', term: 'definition', step: 'step' };

/** Whose standing a card shares: what it rests on, and what its wrong answers are refuted by. */
const sourcesOfCard = (card: Card, evidence: readonly FoundEvidence[], library: Library): SourceEntry[] => {
  const refuting = card.kind === 'choice' ? card.wrong.flatMap(({ from }) => from.map(({ source }) => source)) : [];
  const ids = new Set<SourceId>([...evidence.flatMap(({ from }) => from.map(({ source }) => source.id)), ...refuting]);
  return [...ids].flatMap((id) => library.sources.get(id) ?? []);
};

function placeCard(graph: EvidenceGraph, topic: TopicId, objective: string, card: Card): PlacedCard {
  const rows = card.evidence.map((given) => ({ given, found: findEvidence(graph.library, topic, given) }));
  const evidence = rows.flatMap(({ found }) => found ?? []);
  const all = [...graph.findings.values()].flat();
  const findings = all.filter(({ source, finding }) =>
    evidence.some(
      (one) => one.finding === finding || (one.result && one.from[0]?.source.id === source.id && finding.results.includes(one.result.id)),
    ),
  );
  const lost = rows.filter(({ found }) => !found).map(() => 'It names evidence that is not there any more.');
  const changed = rows.flatMap(({ given, found }) => {
    if (!found || found.hash === given.of) return [];
    const of = found.from[0] ? ` of ${sourceName(found.from[0].source)}` : '';
    return [`The ${names[found.what]}${of} that it rests on has changed since the card was written.`];
  });
  const why = evidence.map((found) => whyNotCarried(found, graph.findings));
  const uncarried =
    card.support === undefined && why.length && why.every(Boolean) ? [`What it rests on does not count: ${why[0] ?? ''}`] : [];
  const standing = sourcesOfCard(card, evidence, graph.library).flatMap((source) => standingOf(graph, source));
  return { card, topic, objective, evidence, findings, suspended: [...new Set([...lost, ...standing, ...changed, ...uncarried])] };
}

const known = new WeakMap<EvidenceGraph, Map<TopicId, readonly PlacedCard[]>>();

/** The cards of a topic in the order of its deck; none where it has no deck, or is none that readers get. */
export function cardsOf(graph: EvidenceGraph, topic: TopicId): readonly PlacedCard[] {
  const decks = known.get(graph) ?? new Map<TopicId, readonly PlacedCard[]>();
  known.set(graph, decks);
  const rows = graph.library.topics.has(topic) ? (graph.library.decks.get(topic)?.objectives ?? []) : [];
  const cards =
    decks.get(topic) ?? rows.flatMap(({ objective, cards: own }) => own.map((card) => placeCard(graph, topic, objective, card)));
  decks.set(topic, cards);
  return cards;
}
