/** What crawlers are told: every page that search engines should find, each with the day on which it changed last. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { buildUpdates } from '../evidence/updates.ts';
import { entriesOf } from '../library/library.ts';
import * as urls from '../parts/urls.ts';
import { fixedPaths, sitePaths } from '../schema/addresses.ts';
import { pageCollections } from '../schema/collections.ts';
import { deckPlaces } from '../study/decks.ts';
import { forestOutcomes } from './figures/figures-page.ts';

export interface SitemapRow {
  /** As it is printed, e.g. `/topics/phlegmasia/`. */
  readonly address: string;
  /** Day of its last change, e.g. `2026-11-27`; undefined for what has no day of its own. */
  readonly changed: string | undefined;
}

/** The desk of the editors is for whoever works here: it asks search engines to pass over it. */
const desk: readonly string[] = [sitePaths.editorial, sitePaths.rules];

/** Every page for search engines. A page changed when it was written last or, if that is later, when what it prints of a source moved. */
export function sitemapRows(graph: EvidenceGraph): SitemapRow[] {
  const { library, asOf } = graph;
  const moved = new Map<string, string>();
  const note = (address: string, on: string): unknown => moved.set(address, [moved.get(address) ?? '', on].sort()[1] ?? on);
  for (const { on, source, touches } of buildUpdates(library)) {
    if (on.length < 10 || on > asOf) continue;
    note(urls.updatesUrl, on);
    if (source) note(urls.sourceUrl(source.id), on);
    for (const id of touches) note(urls.questionUrl(id), on);
  }
  const days = pageCollections.flatMap((collection) =>
    entriesOf(library, collection).map((entry) => {
      const address = urls.entryUrl(collection, entry.id);
      const own = 'retrieved' in entry ? entry.retrieved : 'updated' in entry ? entry.updated : '';
      return { address, changed: [own, moved.get(address) ?? ''].sort()[1] || undefined };
    }),
  );
  const others = [
    ...fixedPaths.filter((path) => !desk.includes(path)).map(urls.at),
    ...[...library.figures.values()].map(({ id }) => urls.figureUrl(id)),
    ...forestOutcomes(graph).map(urls.forestUrl),
    ...deckPlaces(graph).map(({ folder, id }) => urls.deckUrl(folder, id)),
  ];
  return [...others.map((address) => ({ address, changed: moved.get(address) })), ...days];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The sitemap of a published site (https://www.sitemaps.org/protocol.html). */
export const toSitemap = (rows: readonly SitemapRow[], siteUrl: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...rows.map(({ address, changed }) => {
      const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
      return `<url><loc>${escaped(urls.withHost(address, siteUrl))}</loc>${day}</url>`;
    }),
    '</urlset>',
    '',
  ].join('\n');

/** Everybody may read everything; the sitemap is named where the site has an address. */
export const toRobotsTxt = (siteUrl: string | undefined): string =>
  ['User-agent: *', 'Allow: /', ...(siteUrl ? [`Sitemap: ${urls.withHost(urls.fileUrl('sitemap'), siteUrl)}`] : []), ''].join('\n');
