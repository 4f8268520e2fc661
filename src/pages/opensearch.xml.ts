/** The description of the search for browsers; Head.astro names it. */
import type { APIRoute } from 'astro';
import { toOpenSearch } from '../search/opensearch.ts';
import { site } from '../config.ts';

export const GET: APIRoute = () =>
  new Response(toOpenSearch(site), { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } });
