import type { APIRoute } from 'astro';
import { buildEvidenceGraph } from '../graph/build-evidence-graph.ts';
import { loadLibrary } from '../library/from-astro.ts';
import { site } from '../site.ts';
import { knownAddresses } from '../views/addresses.ts';

export const GET: APIRoute = async () => new Response(JSON.stringify(knownAddresses(buildEvidenceGraph(await loadLibrary(), site.asOf))));
