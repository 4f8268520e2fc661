/** A card ready to print, and to be sent to a browser: what is asked, the answer, what it rests on, who says otherwise. Plain strings alone. */
import type { EvidenceGraph, PlacedFinding } from '../evidence/evidence-graph.ts';
import { onlyClaims, type FoundEvidence, type PlacedCard } from '../evidence/cards.ts';
import { filledBody } from '../evidence/prose-values.ts';
import { resultWords } from '../evidence/result-words.ts';
import { citationName } from '../evidence/source-name.ts';
import { sha256 } from '../library/passage.ts';
import { certaintyLevels } from '../schema/certainty.ts';
import { cardFragment } from '../schema/addresses.ts';
import type { CardKind } from '../schema/deck.ts';
import { kindRow } from '../schema/kinds.ts';
import { capitalise, withinSentence } from '../words/phrase.ts';
import { gradeWords } from './finding-row.ts';
import type { Link } from './shell.ts';
import { cardUrl, findingUrl, questionUrl, resultUrl, sourceUrl, textFragmentUrl, topicUrl } from './urls.ts';

/** A work that a card leans on. */
export interface CardSource extends Link {
  readonly kind: string;
  readonly grade: string;
  readonly locator: string;
  /** Address of the passage at the publisher’s; empty where there is none. */
  readonly passage: string;
  /** What it says there, in our words; empty where the row before says it already. */
  readonly says: string;
}

export interface CardView {
  readonly id: string;
  readonly kind: CardKind;
  readonly href: string;
  /** Where it stands on the page of its deck. */
  readonly fragment: string;
  readonly topic: Link;
  readonly objective: string;
  /** What is asked, in pieces: every second one is a gap that the answer fills. */
  readonly asks: readonly string[];
  /** Options in an order that tells nothing; of a card without, none. */
  readonly options: readonly { readonly says: string; readonly right: boolean; readonly why: string; readonly from: readonly Link[] }[];
  /** Things to put in order, with the place that each belongs to, in an order that tells nothing. */
  readonly steps: readonly { readonly says: string; readonly place: number }[];
  readonly answer: string;
  /** The answer as one text: what fills the gaps, the right option, or the things in order. */
  readonly told: string;
  readonly more: string;
  /** Of a claim: what supports it. */
  readonly support: string;
  readonly sources: readonly CardSource[];
  /** The question that its evidence is a position on, how that stands, and who says otherwise. */
  readonly stands: (Link & { readonly verdict: string; readonly others: string }) | undefined;
  readonly suspended: readonly string[];
}

/** An order that depends on the words alone, so that every build and every page has the same. */
const shuffled = <T extends { readonly says: string }>(id: string, items: readonly T[]): T[] =>
  items.toSorted((a, b) => (sha256(`${id} ${a.says}`) < sha256(`${id} ${b.says}`) ? -1 : 1));

function saysOf({ finding, result, term, step }: FoundEvidence, graph: EvidenceGraph): string {
  const numbers = result && resultWords(result, { as: 'sentence', short: false }, graph.library.vocabulary);
  return finding?.says ?? step?.says ?? term?.definition ?? (numbers ? `${numbers}.` : '');
}

function toSources(found: FoundEvidence, graph: EvidenceGraph): CardSource[] {
  const { finding, result, term, from } = found;
  return from.map(({ source, locator }) => ({
    href: finding ? findingUrl(source.id, finding) : result ? resultUrl(source.id, result) : sourceUrl(source.id),
    text: citationName(source),
    kind: onlyClaims(source) ? `${kindRow(source.kind).label}, not counted` : kindRow(source.kind).label,
    grade: finding
      ? gradeWords(finding)
      : result?.certainty
        ? `${certaintyLevels[result.certainty.level]} certainty, by its own rating`
        : '',
    locator,
    passage: finding?.anchor && source.url ? textFragmentUrl(source.url, finding.anchor) : '',
    says: term ? `${capitalise(term.name)}: ${withinSentence(term.definition)}` : saysOf(found, graph),
  }));
}

const ways: Readonly<Record<string, readonly string[]>> = { for: ['against', 'research-only'], against: ['for'], 'research-only': ['for'] };

/** Longer than that a verdict is read on its own page. */
const LONG = 160;

/** Where the first finding of a card that counts stands among those of its question. Who says otherwise is told only where the verdict is that they differ. */
function standsOf({ findings }: PlacedCard, graph: EvidenceGraph): CardView['stands'] {
  const own = findings.find(({ counts }) => counts) ?? findings[0];
  const question = own && graph.library.questions.get(own.finding.question);
  const verdict = question && graph.verdicts.get(question.id);
  if (!verdict) return undefined;
  const mine = own.finding.situations;
  const lines = verdict.lines.filter(({ name, word }) => word && mine.includes(name));
  const apart = (lines.length ? lines : verdict.lines).filter(({ relation }) => relation === 'differ' || relation === 'conflict');
  const shares = ({ finding }: PlacedFinding): boolean => apart.some(({ name }) => (name ? finding.situations.includes(name) : true));
  const others = (graph.findings.get(question.id) ?? []).filter(
    (one) =>
      own.counts &&
      one.counts &&
      one.source !== own.source &&
      shares(one) &&
      ways[own.finding.direction ?? '']?.includes(one.finding.direction ?? ''),
  );
  const told =
    (apart.length ? apart : lines).map(({ label, word = '' }) => (label ? `${label}: ${withinSentence(word)}` : word)).join('; ') ||
    verdict.label;
  return {
    href: questionUrl(question.id),
    text: question.question,
    verdict: told.length > LONG || !verdict.lines.some(({ word }) => word) ? '' : told,
    others: [...new Set(others.map(({ source }) => citationName(source)))].join('; '),
  };
}

function told(kind: CardKind, asks: readonly string[], answer: string, steps: CardView['steps']): string {
  if (kind === 'cloze') return asks.filter((_, index) => index % 2).join('; ');
  return kind === 'order' ? steps.map(({ says, place }) => `${place}. ${says}`).join('; ') : answer;
}

export function toCardView(graph: EvidenceGraph, placed: PlacedCard): CardView {
  const { card, topic, objective, evidence, suspended } = placed;
  const { library } = graph;
  const filled = (text: string | undefined): string => filledBody(library, text ?? '').trim();
  const linked = ({ source }: { readonly source: string }): Link[] => {
    const held = [...library.sources.values()].find(({ id }) => id === source);
    return held ? [{ href: sourceUrl(held.id), text: citationName(held) }] : [];
  };
  const pieces = card.kind === 'cloze' ? filled(card.text).split(/\{\{|\}\}/) : [filled(card.asks)];
  const options =
    card.kind === 'choice'
      ? [
          { says: filled(card.answer), right: true, why: '', from: [] },
          ...card.wrong.map(({ option, why, from }) => ({
            says: filled(option),
            right: false,
            why: filled(why),
            from: from.flatMap(linked),
          })),
        ]
      : [];
  const steps = card.kind === 'order' ? card.steps.map((says, index) => ({ says: filled(says), place: index + 1 })) : [];
  const answer = 'answer' in card ? filled(card.answer) : '';
  return {
    id: card.id,
    kind: card.kind,
    href: cardUrl(topic, card.id),
    fragment: cardFragment(card.id),
    topic: { href: topicUrl(topic), text: library.topics.get(topic)?.title ?? topic },
    objective,
    asks: pieces,
    options: shuffled(card.id, options),
    steps: shuffled(card.id, steps),
    answer,
    told: told(card.kind, pieces, answer, steps),
    more: filled(card.more),
    support: filled(card.support),
    sources: evidence
      .flatMap((found) => toSources(found, graph))
      .map((row, index, rows) => (row.says === rows[index - 1]?.says ? { ...row, says: '' } : row)),
    stands: standsOf(placed, graph),
    suspended,
  };
}

/** The text of what is asked, gaps as `[…]`, e.g. `Bleeding: […] of 337.` */
export const askedText = ({ asks }: Pick<CardView, 'asks'>): string => asks.map((piece, index) => (index % 2 ? '[…]' : piece)).join('');

/** The views of the cards of a topic: those that are asked, and those that are suspended. */
export const askedAndSuspended = (cards: readonly CardView[]): { readonly asked: CardView[]; readonly suspended: CardView[] } => ({
  asked: cards.filter(({ suspended }) => !suspended.length),
  suspended: cards.filter(({ suspended }) => suspended.length),
});
