import type { APIRoute, GetStaticPaths } from 'astro';
import { questionFiles, type CitationFile } from '../../../exports/citation-file.ts';
import { loadLibrary, loadSite } from '../../../library/from-astro.ts';

export const getStaticPaths = (async () => {
  const { questions } = await loadLibrary();
  const site = await loadSite();
  return [...questions.values()].flatMap((entry) =>
    questionFiles(entry, site).map((file) => ({ params: { id: entry.id, ending: file.ending }, props: { file } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': `${props.file.mediaType};charset=utf-8` } });
