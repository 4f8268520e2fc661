import type { APIRoute, GetStaticPaths } from 'astro';
import { buildPreviews, type Preview } from '../../../site/preview.ts';
import { loadEvidence } from '../../../site/load-evidence.ts';

export const getStaticPaths = (async () => {
  const graph = await loadEvidence();
  return [...buildPreviews(graph)].map(([path, preview]) => {
    const [folder, id] = path.split('/').filter(Boolean);
    return { params: { folder, id }, props: { preview } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ preview: Preview }> = ({ props }) => new Response(JSON.stringify(props.preview));
