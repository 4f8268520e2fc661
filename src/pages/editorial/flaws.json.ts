import type { APIRoute } from 'astro';
import { toFlawsJson } from '../../editor/flaws-file.ts';
import { buildEvidenceGraph } from '../../evidence/build-evidence.ts';
import { loadDrafts, loadLibrary } from '../../library/from-astro.ts';
import { site } from '../../config.ts';
import { editorialPage } from '../../editor/dashboard-page.ts';

export const GET: APIRoute = async () => {
  const desk = { graph: buildEvidenceGraph(await loadLibrary(), site.asOf), drafts: await loadDrafts() };
  return new Response(toFlawsJson(editorialPage(desk), site));
};
