/** A deck as a file: for a browser that learns from it, and for Anki; below `/learn/` itself that of all cards. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toAnkiPackage, toAnkiText } from '../../../exports/anki.ts';
import { loadSite } from '../../../library/load.ts';
import { loadEvidence } from '../../../site/load-evidence.ts';
import { deckIndex, deckPlaces, decksIn, toAnkiDecks } from '../../../study/decks.ts';

export const getStaticPaths = (async () => {
  const graph = await loadEvidence();
  const { name, url, licence, asOf } = await loadSite();
  const origin = { site: name, url, licence: licence.content, day: asOf };
  const places = [{ folder: undefined, id: undefined }, ...deckPlaces(graph)];
  return places.flatMap(({ folder, id }) => {
    const decks = decksIn(graph, folder, id);
    const files: readonly (readonly [ending: string, body: () => unknown])[] = [
      ['apkg', () => toAnkiPackage(toAnkiDecks(graph, decks), origin)],
      ['txt', () => toAnkiText(toAnkiDecks(graph, decks), origin)],
      // A section sends a browser to the files of its topics.
      ...(folder === 'sections'
        ? []
        : [['json', () => JSON.stringify(folder ? decks.flatMap(({ asked }) => asked) : deckIndex(graph))] as const]),
    ];
    return files.map(([ending, body]) => ({ params: { deck: folder && `${folder}/${id}`, ending }, props: { body } }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ body: () => BodyInit }> = ({ props }) => new Response(props.body());
