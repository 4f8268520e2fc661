import type { APIRoute } from 'astro';
import { knownAddresses } from '../site/addresses.ts';
import { loadEvidence } from '../site/load-evidence.ts';

export const GET: APIRoute = async () => new Response(JSON.stringify(knownAddresses(await loadEvidence())));
