/** Every file of the site that is made from the evidence and is no page: one list, from which one route writes them. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { dataFiles } from '../exports/data-files.ts';
import { feedFiles } from '../exports/evidence-feed.ts';
import { toHumansTxt, toLlmsFullTxt, toLlmsTxt } from '../exports/llms-txt.ts';
import { ofEveryPage, type SiteFacts } from '../exports/page-facts.ts';
import { toPageMarkdown } from '../exports/page-markdown.ts';
import { schemaFilesOf, toPageTwin } from '../exports/page-twin.ts';
import { jsonFile, type SiteFile } from '../exports/site-file.ts';
import { entryPath } from '../schema/addresses.ts';
import { sitemapRows, toRobotsTxt, toSitemap } from './sitemap.ts';

/** A page as data and as Markdown, beside it: `topics/phlegmasia/index.json`. */
const twins = (graph: EvidenceGraph, site: SiteFacts): SiteFile[] =>
  ofEveryPage(graph, (collection, entry) => {
    const path = `${entryPath(collection, entry.id).slice(1)}index`;
    return [
      jsonFile(`${path}.json`, toPageTwin(graph, collection, entry, site)),
      { path: `${path}.md`, mediaType: 'text/markdown', text: toPageMarkdown(graph, collection, entry, site) },
    ];
  }).flat();

const plain = (path: string, text: string): SiteFile => ({ path, mediaType: 'text/plain', text });

/** In order of address within each kind, e.g. the first is `robots.txt`; a site without an address has no sitemap. */
export function siteFilesOf(graph: EvidenceGraph, site: SiteFacts): SiteFile[] {
  return [
    plain('robots.txt', toRobotsTxt(site.url)),
    plain('humans.txt', toHumansTxt(graph, site)),
    plain('llms.txt', toLlmsTxt(graph, site)),
    plain('llms-full.txt', toLlmsFullTxt(graph, site)),
    ...twins(graph, site),
    ...schemaFilesOf(graph.library.vocabulary),
    ...dataFiles(graph, site),
    ...feedFiles(graph, site),
    ...(site.url ? [{ path: 'sitemap.xml', mediaType: 'application/xml', text: toSitemap(sitemapRows(graph), site.url) }] : []),
  ];
}
