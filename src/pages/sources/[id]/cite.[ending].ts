import type { APIRoute, GetStaticPaths } from 'astro';
import { sourceFiles, type CitationFile } from '../../../exports/citation-file.ts';
import { loadLibrary } from '../../../library/from-astro.ts';

export const getStaticPaths = (async () => {
  const { sources } = await loadLibrary();
  return [...sources.values()].flatMap((entry) =>
    sourceFiles(entry).map((file) => ({ params: { id: entry.id, ending: file.ending }, props: { file } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': `${props.file.mediaType};charset=utf-8` } });
