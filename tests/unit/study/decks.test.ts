/** The shipped decks: counts, what every card shows, and that what pages, browsers and Anki get is one and the same. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import { askedText } from '../../../src/parts/card.ts';
import { deckIndex, deckPlaces, decksIn, toAnkiDecks, topicDecks } from '../../../src/study/decks.ts';
import { deckPage, learnPage } from '../../../src/study/page.ts';

let graph: EvidenceGraph;
beforeAll(async () => {
  graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-27');
});

describe('the shipped cards', () => {
  const all = () => topicDecks(graph).flatMap(({ cards }) => cards);

  it('are at least a hundred, and nine of ten are asked', () => {
    expect(all().length).toBeGreaterThanOrEqual(100);
    expect(all().filter(({ suspended }) => suspended.length).length).toBeLessThan(all().length / 10);
  });

  it('each ask something, answer it, and name where that stands', () => {
    for (const card of all()) {
      expect(askedText(card).length, card.id).toBeGreaterThan(10);
      expect(card.told, card.id).not.toBe('');
      expect(card.told, card.id).not.toMatch(/[<{]|undefined/);
      expect(card.sources.length, card.id).toBeGreaterThan(0);
      expect(card.sources[0]?.says, card.id).not.toBe('');
      for (const { locator } of card.sources) expect(locator, card.id).not.toBe('');
    }
  });

  it('show options and things to order in an order that does not give them away', () => {
    const places = all().flatMap(({ options }) => (options.length > 1 ? [options.findIndex(({ right }) => right)] : []));
    expect(new Set(places).size).toBeGreaterThan(1);
    expect(places.filter((place) => place === 0).length).toBeLessThan(places.length * 0.75);
    for (const { steps } of all())
      if (steps.length) expect(steps.map(({ place }) => place)).not.toEqual(steps.map((_, index) => index + 1));
  });

  it('say who disagrees where guidelines do', () => {
    const stands = (id: string) => all().find((card) => card.id === id)?.stands;
    expect(stands('chest-against-intervention')).toMatchObject({
      verdict: 'Selected people: guidelines differ, all conditional or not stated',
      others: expect.stringContaining('NICE, NG158, 2020'),
    });
    expect(stands('nice-filter')?.others).toBe('');
    // Several recommendations on different things are no disagreement.
    expect(stands('chest-doac')?.others).toBe('');
  });
});

describe('a deck', () => {
  it('is of a topic, of a section with all its topics, or of all', () => {
    const sections = deckPlaces(graph).filter(({ folder }) => folder === 'sections');
    const inSections = sections.flatMap(({ id }) => decksIn(graph, 'sections', id));
    expect(inSections).toEqual(topicDecks(graph));
    expect(decksIn(graph)).toEqual(topicDecks(graph));
    expect(decksIn(graph, 'topics', 'bleeding').map(({ id }) => id)).toEqual(['bleeding']);
  });

  it('has the same cards on its page, in its file and in Anki', () => {
    const [deck] = decksIn(graph, 'topics', 'bleeding');
    const page = deckPage(graph, 'topics', 'bleeding');
    expect(page.cards).toEqual(deck?.asked);
    expect(page.emergency).toBe(true);
    expect(deckIndex(graph).find(({ id }) => id === 'bleeding')?.cards).toEqual(page.cards.map(({ id }) => id));
    expect(toAnkiDecks(graph, deck ? [deck] : [])[0]?.cards).toEqual(deck?.cards);
    expect(toAnkiDecks(graph, deck ? [deck] : [])[0]?.path).toEqual(['Patency', deck?.section.title, 'Bleeding']);
  });

  it('stands in the list of decks by its section, once', () => {
    const listed = learnPage(graph).sections.flatMap(({ decks }) => decks.map(({ id }) => id));
    expect(listed).toEqual(topicDecks(graph).map(({ id }) => id));
    expect(new Set(listed).size).toBe(listed.length);
  });
});
