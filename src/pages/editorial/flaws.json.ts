import type { APIRoute } from 'astro';
import { toFlawsJson } from '../../exports/flaws.ts';
import { buildEvidenceGraph } from '../../graph/build-evidence-graph.ts';
import { loadDrafts, loadLibrary } from '../../library/from-astro.ts';
import { site } from '../../site.ts';
import { editorialPage } from '../../views/editorial-page.ts';

export const GET: APIRoute = async () => {
  const desk = { graph: buildEvidenceGraph(await loadLibrary(), site.asOf), drafts: await loadDrafts() };
  return new Response(toFlawsJson(editorialPage(desk), site));
};
