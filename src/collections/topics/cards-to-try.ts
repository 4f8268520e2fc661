/** The cards at the end of a topic: one of each objective before a second of any, in the order of the deck. */
import { cardsOf } from '../../evidence/cards.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { askedAndSuspended, toCardView, type CardView } from '../../parts/card.ts';
import type { Link } from '../../parts/shell.ts';
import { deckUrl } from '../../parts/urls.ts';
import type { TopicId } from '../../schema/id.ts';
import { formatCount } from '../../words/phrase.ts';

const FEW = 3;

export interface CardsToTry {
  readonly some: readonly CardView[];
  /** The deck with all of them. */
  readonly all: Link;
}

/** Undefined where the topic has no card that is asked. */
export function cardsToTry(graph: EvidenceGraph, id: TopicId): CardsToTry | undefined {
  const { asked } = askedAndSuspended(cardsOf(graph, id).map((card) => toCardView(graph, card)));
  if (!asked.length) return undefined;
  const first = [...new Map(asked.toReversed().map((card) => [card.objective, card])).values()].toReversed();
  const some = new Set([...first, ...asked].slice(0, FEW));
  const all = { href: deckUrl('topics', id), text: `Learn all ${formatCount(asked.length, 'card')} of this topic` };
  return { some: asked.filter((card) => some.has(card)), all };
}
