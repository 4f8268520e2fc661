import type { APIRoute } from 'astro';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import { loadLibrary } from '../library/from-astro.ts';
import { site } from '../config.ts';
import { knownAddresses } from '../site/addresses.ts';

export const GET: APIRoute = async () => new Response(JSON.stringify(knownAddresses(buildEvidenceGraph(await loadLibrary(), site.asOf))));
