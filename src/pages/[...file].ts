/** What programs read of the site: `robots.txt`, feeds, data, twins of pages. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../library/load.ts';
import type { SiteFile } from '../exports/site-file.ts';
import { loadEvidence } from '../site/load-evidence.ts';
import { siteFilesOf } from '../site/site-files.ts';

export const getStaticPaths = (async () =>
  siteFilesOf(await loadEvidence(), await loadSite()).map((file) => ({
    params: { file: file.path },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: SiteFile }> = ({ props }) =>
  new Response(props.file.text, { headers: { 'Content-Type': `${props.file.mediaType};charset=utf-8` } });
