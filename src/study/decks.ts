/** The decks as pages and files have them: the cards of a topic, of a section and of all, those that are suspended apart. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { cardsOf } from '../evidence/cards.ts';
import { topicsIn } from '../collections/topics/page.ts';
import type { AnkiDeck } from '../exports/anki.ts';
import { askedAndSuspended, toCardView, type CardView } from '../parts/card.ts';
import type { Link } from '../parts/shell.ts';
import { deckFileUrl, deckUrl, learnUrl, topicUrl } from '../parts/urls.ts';
import type { DeckFolder } from '../schema/addresses.ts';
import type { Section } from '../schema/term.ts';

/** The cards of one topic. */
export interface TopicDeck extends Link {
  readonly id: string;
  readonly says: string;
  readonly topic: Link;
  readonly section: Section;
  readonly cards: readonly CardView[];
  readonly asked: readonly CardView[];
  readonly suspended: readonly CardView[];
}

const known = new WeakMap<EvidenceGraph, readonly TopicDeck[]>();

/** The decks of all topics that have cards, in the order of sections and topics. Worked out once. */
export function topicDecks(graph: EvidenceGraph): readonly TopicDeck[] {
  const held = known.get(graph);
  if (held) return held;
  const decks = [...graph.library.sections.values()].flatMap((section) =>
    topicsIn(graph, section.id).flatMap((topic): TopicDeck[] => {
      const cards = cardsOf(graph, topic.id).map((card) => toCardView(graph, card));
      if (!cards.length) return [];
      const { asked, suspended } = askedAndSuspended(cards);
      const link = { href: deckUrl('topics', topic.id), text: topic.title };
      return [
        { ...link, id: topic.id, says: topic.summary, topic: { ...link, href: topicUrl(topic.id) }, section, cards, asked, suspended },
      ];
    }),
  );
  known.set(graph, decks);
  return decks;
}

/** Decks below an address: of one topic, of one section, or, without a folder, all. */
export const decksIn = (graph: EvidenceGraph, folder?: DeckFolder, id?: string): readonly TopicDeck[] =>
  topicDecks(graph).filter((deck) => folder === undefined || (folder === 'topics' ? deck.id : deck.section.id) === id);

/** Every address that has a deck: `{}` for all, then topics and sections. */
export const deckPlaces = (graph: EvidenceGraph): { readonly folder: DeckFolder; readonly id: string }[] => {
  const decks = topicDecks(graph);
  return [
    ...decks.map(({ id }) => ({ folder: 'topics' as const, id })),
    ...[...new Set(decks.map(({ section }) => section.id))].map((id) => ({ folder: 'sections' as const, id })),
  ];
};

/** The decks as Anki has them. */
export const toAnkiDecks = (graph: EvidenceGraph, decks: readonly TopicDeck[]): AnkiDeck[] =>
  decks.map(({ id, text, section, cards }) => ({
    path: [graph.library.site.name, section.title, text].map((name) => name.replaceAll('::', ': ')),
    tags: [`topic::${id}`, `section::${section.id}`],
    cards,
  }));

/** What a browser is told of all decks: where each is, and the ids of its cards that are asked. */
export const deckIndex = (graph: EvidenceGraph): readonly DeckEntry[] =>
  topicDecks(graph).map(({ id, href, asked }) => ({ id, url: deckFileUrl(href, 'json'), cards: asked.map((card) => card.id) }));

export interface DeckEntry {
  readonly id: string;
  readonly url: string;
  readonly cards: readonly string[];
}

/** The files of a deck for Anki. */
export const ankiLinks = (href: string = learnUrl): Link[] => [
  { href: deckFileUrl(href, 'apkg'), text: 'Anki package' },
  { href: deckFileUrl(href, 'txt'), text: 'Text file' },
];
