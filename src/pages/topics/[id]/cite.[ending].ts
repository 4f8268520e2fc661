import type { APIRoute, GetStaticPaths } from 'astro';
import { topicFiles, type CitationFile } from '../../../exports/citation-file.ts';
import { loadLibrary, loadSite } from '../../../library/from-astro.ts';

export const getStaticPaths = (async () => {
  const { topics } = await loadLibrary();
  const site = await loadSite();
  return [...topics.values()].flatMap((entry) =>
    topicFiles(entry, site).map((file) => ({ params: { id: entry.id, ending: file.ending }, props: { file } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': `${props.file.mediaType};charset=utf-8` } });
