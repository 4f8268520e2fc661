/** What a search must know of the site to read what was typed; fetched with the first search. */
import type { APIRoute } from 'astro';
import { loadLibrary } from '../../library/load.ts';
import { toSearchScope } from '../../search/page.ts';

export const GET: APIRoute = async () => Response.json(toSearchScope(await loadLibrary()));
