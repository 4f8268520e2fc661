import type { APIRoute, GetStaticPaths } from 'astro';
import { citationFiles, type CitationFile } from '../../../exports/citation-file.ts';
import { entriesOf } from '../../../library/library.ts';
import { loadLibrary, loadSite } from '../../../library/load.ts';
import { approvedCollections, pageFolders } from '../../../schema/collections.ts';

export const getStaticPaths = (async () => {
  const library = await loadLibrary();
  const site = await loadSite();
  return approvedCollections.flatMap((collection) =>
    entriesOf(library, collection).flatMap((entry) =>
      citationFiles(collection, entry, site).map((file) => ({
        params: { folder: pageFolders[collection].slice(1, -1), id: entry.id, ending: file.ending },
        props: { file },
      })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: CitationFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': `${props.file.mediaType};charset=utf-8` } });
