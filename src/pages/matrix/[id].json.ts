/** What one source says on every question; fetched when a reader puts it beside another. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toPairSource, type PairSource } from '../../site/compare/pair-data.ts';
import { loadEvidence } from '../../site/load-evidence.ts';

export const getStaticPaths = (async () => {
  const graph = await loadEvidence();
  const spoken = new Map([...graph.findings.values()].flat().map(({ source }) => [source.id, source]));
  return [...spoken].map(([id, source]) => ({ params: { id }, props: { said: toPairSource(graph, source) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ said: PairSource }> = ({ props }) => Response.json(props.said);
