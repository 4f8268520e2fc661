import type { APIRoute, GetStaticPaths } from 'astro';
import { buildEvidenceGraph } from '../../../evidence/build-evidence.ts';
import { loadLibrary } from '../../../library/from-astro.ts';
import { site } from '../../../config.ts';
import { buildPreviews, type Preview } from '../../../site/preview.ts';

export const getStaticPaths = (async () => {
  const graph = buildEvidenceGraph(await loadLibrary(), site.asOf);
  return [...buildPreviews(graph)].map(([path, preview]) => {
    const [shelf, id] = path.split('/').filter(Boolean);
    return { params: { shelf, id }, props: { preview } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ preview: Preview }> = ({ props }) => new Response(JSON.stringify(props.preview));
