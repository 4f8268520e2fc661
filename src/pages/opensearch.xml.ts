/** The description of the search for browsers; Head.astro names it. */
import type { APIRoute } from 'astro';
import { toOpenSearch } from '../search/page.ts';
import { loadSite } from '../library/load.ts';

export const GET: APIRoute = async () =>
  new Response(toOpenSearch(await loadSite()), { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } });
