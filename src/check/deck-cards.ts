/** The cards of decks with the field that each stands in, and their texts with the words of values in place. */
import { findEvidence } from '../evidence/cards.ts';
import { filledBody } from '../evidence/prose-values.ts';
import type { FieldPath } from '../library/content-file.ts';
import type { Card, CardEvidence, Deck } from '../schema/deck.ts';
import type { TopicId } from '../schema/id.ts';
import type { DeepPartial, LintContext, LintEntry } from './lint-context.ts';

export interface DeckCard {
  readonly deck: LintEntry<Deck>;
  readonly topic: TopicId;
  readonly field: FieldPath;
  readonly card: DeepPartial<Card>;
}

/** Every card as far as it is right, in order. */
export const deckCards = ({ decks }: Pick<LintContext, 'decks'>): DeckCard[] =>
  decks.flatMap((deck) =>
    (deck.data.objectives ?? []).flatMap((row, index) =>
      (row?.cards ?? []).flatMap((card, place) =>
        card ? [{ deck, topic: deck.id as TopicId, field: ['objectives', index, 'cards', place], card }] : [],
      ),
    ),
  );

/** A text of a card, and the sources that it is laid to. */
export interface CardText {
  readonly field: FieldPath;
  /** As it is written. */
  readonly written: string;
  /** As a reader gets it. */
  readonly text: string;
  readonly sources: readonly string[];
}

const asked = ['asks', 'text', 'answer', 'more', 'support'] as const;

/** The texts of a card: what is asked and answered laid to its evidence, and why an option is wrong to the sources named there. A wrong option says nothing. */
export function textsOf({ content: { library } }: LintContext, { card, field, topic }: DeckCard): CardText[] {
  const found = (card.evidence ?? []).flatMap((row) => (row ? (findEvidence(library, topic, row as CardEvidence) ?? []) : []));
  const own = [...new Set(found.flatMap(({ from }) => from.map(({ source }) => source.id)))];
  const text = (path: FieldPath, written: string | undefined, sources: readonly string[] = own): CardText[] =>
    written === undefined
      ? []
      : [{ field: [...field, ...path], written, text: filledBody(library, written).replace(/\{\{|\}\}/g, ''), sources }];
  const all = card as Readonly<Partial<Record<(typeof asked)[number], string>>>;
  return [
    ...asked.flatMap((name) => text([name], all[name])),
    ...(card.kind === 'order' ? (card.steps ?? []).flatMap((step, index) => text(['steps', index], step)) : []),
    ...(card.kind === 'choice' ? (card.wrong ?? []) : []).flatMap((one, index) =>
      text(['wrong', index, 'why'], one?.why, [...new Set((one?.from ?? []).flatMap((carrier) => carrier?.source ?? []))]),
    ),
  ];
}
