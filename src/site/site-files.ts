/** Every file of the site that is made from the evidence and is no page: one list, from which one route writes them. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { feedFiles } from '../exports/evidence-feed.ts';
import { toHumansTxt, toLlmsFullTxt, toLlmsTxt } from '../exports/llms-txt.ts';
import type { SiteFacts } from '../exports/page-facts.ts';
import type { SiteFile } from '../exports/site-file.ts';
import { sitemapRows, toRobotsTxt, toSitemap } from './sitemap.ts';

const plain = (path: string, text: string): SiteFile => ({ path, mediaType: 'text/plain', text });

/** In order of address within each kind, e.g. the first is `robots.txt`; a site without an address has no sitemap. */
export function siteFilesOf(graph: EvidenceGraph, site: SiteFacts): SiteFile[] {
  return [
    plain('robots.txt', toRobotsTxt(site.url)),
    plain('humans.txt', toHumansTxt(graph, site)),
    plain('llms.txt', toLlmsTxt(graph, site)),
    plain('llms-full.txt', toLlmsFullTxt(graph, site)),
    ...feedFiles(graph, site),
    ...(site.url ? [{ path: 'sitemap.xml', mediaType: 'application/xml', text: toSitemap(sitemapRows(graph), site.url) }] : []),
  ];
}
