/** The pages on learning: the list of decks, a deck, and the daily deck, ready to print. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import type { CardView } from '../parts/card.ts';
import { listShell, shellBelow, type Link, type Shell } from '../parts/shell.ts';
import { dailyUrl, deckFileUrl, deckUrl, learnUrl } from '../parts/urls.ts';
import type { DeckFolder } from '../schema/addresses.ts';
import { formatCount } from '../words/phrase.ts';
import { ankiLinks, decksIn, topicDecks, type TopicDeck } from './decks.ts';

/** How many cards that were never asked the daily deck brings. */
const NEW_A_DAY = 10;

export interface LearnPage {
  readonly shell: Shell;
  readonly index: string;
  readonly daily: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly decks: readonly TopicDeck[];
  }[];
  readonly anki: readonly Link[];
  readonly count: string;
}

export function learnPage(graph: EvidenceGraph): LearnPage {
  const decks = topicDecks(graph);
  const cards = decks.reduce((sum, { asked }) => sum + asked.length, 0);
  return {
    shell: listShell('Cards', learnUrl, 'Questions on what each source says, asked again just before you would forget.'),
    index: deckFileUrl(learnUrl, 'json'),
    daily: dailyUrl,
    sections: [...Map.groupBy(decks, ({ section }) => section)].map(([{ id, title }, own]) => ({
      id,
      title,
      href: deckUrl('sections', id),
      decks: own,
    })),
    anki: ankiLinks(),
    count: `${formatCount(cards, 'card')} in ${formatCount(decks.length, 'deck')}`,
  };
}

export interface DeckPage {
  readonly shell: Shell;
  readonly emergency: boolean;
  /** Where its cards come from: their files, or the file that lists all decks. */
  readonly files: readonly string[];
  readonly index: string | undefined;
  readonly fresh: number;
  /** Printed on the page where it is the deck of one topic; of more, the decks are linked. */
  readonly cards: readonly CardView[];
  readonly suspended: readonly CardView[];
  readonly decks: readonly TopicDeck[];
  readonly topic: Link | undefined;
  readonly anki: readonly Link[];
}

/** The deck of a topic or of a section, e.g. `deckPage(graph, 'topics', 'bleeding')`. */
export function deckPage(graph: EvidenceGraph, folder: DeckFolder, id: string): DeckPage {
  const decks = decksIn(graph, folder, id);
  const [first] = decks;
  const one = folder === 'topics' ? first : undefined;
  const title = one?.text ?? first?.section.title ?? id;
  const href = deckUrl(folder, id);
  const asked = decks.flatMap((deck) => deck.asked);
  return {
    shell: shellBelow('cards', { title: `${title}: cards`, description: `${formatCount(asked.length, 'card')} on: ${title}.`, path: href }),
    emergency: decks.some((deck) => [...graph.library.topics.values()].some((topic) => topic.id === deck.id && topic.emergency)),
    files: decks.map((deck) => deckFileUrl(deck.href, 'json')),
    index: undefined,
    fresh: asked.length,
    cards: one ? asked : [],
    suspended: decks.flatMap((deck) => deck.suspended),
    decks: one ? [] : decks,
    topic: one?.topic,
    anki: ankiLinks(href),
  };
}

/** What is due today of all decks, with some new cards. */
export const dailyPage = (graph: EvidenceGraph): DeckPage => ({
  shell: shellBelow('cards', {
    title: 'Today’s cards',
    description: 'What is due today of all decks, and some new cards.',
    path: dailyUrl,
  }),
  emergency: false,
  files: [],
  index: deckFileUrl(learnUrl, 'json'),
  fresh: NEW_A_DAY,
  cards: [],
  suspended: [],
  decks: topicDecks(graph),
  topic: undefined,
  anki: [],
});
