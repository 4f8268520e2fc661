/** The evidence that routes print, as of the day of the build, and what the route of an entry hands to its page. */
import { site } from '../config.ts';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationFiles } from '../exports/citation-file.ts';
import { entriesOf, type EntryOf } from '../library/library.ts';
import { loadLibrary, loadSite } from '../library/load.ts';
import { buildBacklinks } from '../parts/backlink.ts';
import { buildRelated } from '../parts/related.ts';
import { entryUrl } from '../parts/urls.ts';
import type { ApprovedCollection } from '../schema/collections.ts';

/** The graph of what readers get; the same one for every route of a build. */
export const loadEvidence = async (): Promise<EvidenceGraph> => buildEvidenceGraph(await loadLibrary(), site.asOf);

/** A path for every entry of a collection: its page, its JSON-LD, how to cite it, and where to read on. */
export async function entryPaths<C extends ApprovedCollection, Page>(
  collection: C,
  toPage: (graph: EvidenceGraph, entry: EntryOf<C>) => Page,
  toJsonLd: (graph: EvidenceGraph, entry: EntryOf<C>, site: Awaited<ReturnType<typeof loadSite>>) => string,
) {
  const [graph, here] = [await loadEvidence(), await loadSite()];
  const [backlinks, related] = [buildBacklinks(graph), buildRelated(graph)];
  return entriesOf(graph.library, collection).map((entry) => ({
    params: { id: entry.id },
    props: {
      page: toPage(graph, entry),
      jsonLd: toJsonLd(graph, entry, here),
      citations: citationFiles(collection, entry, here),
      backlinks: backlinks.get(entryUrl(collection, entry.id)) ?? [],
      related: related.get(entryUrl(collection, entry.id)) ?? [],
    },
  }));
}
