import type { APIRoute } from 'astro';
import { toFlawsJson } from '../../editor/flaws-file.ts';
import { loadDrafts } from '../../library/load.ts';
import { site } from '../../config.ts';
import { editorialPage } from '../../editor/dashboard-page.ts';
import { loadEvidence } from '../../site/load-evidence.ts';

export const GET: APIRoute = async () => {
  const desk = { graph: await loadEvidence(), drafts: await loadDrafts() };
  return new Response(toFlawsJson(editorialPage(desk), site));
};
