import type { APIRoute, GetStaticPaths } from 'astro';
import { pathwayFiles, type CitationFile } from '../../../exports/citation-file.ts';
import { loadLibrary, loadSite } from '../../../library/from-astro.ts';

export const getStaticPaths = (async () => {
  const { pathways } = await loadLibrary();
  const site = await loadSite();
  return [...pathways.values()].flatMap((entry) =>
    pathwayFiles(entry, site).map((file) => ({ params: { id: entry.id, ending: file.ending }, props: { file } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': `${props.file.mediaType};charset=utf-8` } });
