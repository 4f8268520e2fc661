/** The evidence that routes print, as of the day of the build. */
import { site } from '../config.ts';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { loadLibrary } from '../library/load.ts';

/** The graph of what readers get; the same one for every route of a build. */
export const loadEvidence = async (): Promise<EvidenceGraph> => buildEvidenceGraph(await loadLibrary(), site.asOf);
