import type { APIRoute } from 'astro';
import { toFlawsJson, editorialPage } from '../../editor/dashboard-page.ts';
import { loadDrafts } from '../../library/load.ts';
import { site } from '../../config.ts';
import { loadEvidence } from '../../site/load-evidence.ts';

export const GET: APIRoute = async () => {
  const desk = { graph: await loadEvidence(), drafts: await loadDrafts() };
  return new Response(toFlawsJson(editorialPage(desk), site));
};
