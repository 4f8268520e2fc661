/** Library -> evidence graph: the one way in. Pure, and every page is read once. */
import type { Library } from '../library/library.ts';
import { judgeApprovals } from './approval/judge.ts';
import { buildChains } from './chain.ts';
import { buildCitations, buildQuestionsOfTopic, buildUsedIn } from './citations.ts';
import type { EvidenceGraph } from './evidence-graph.ts';
import { buildFreshness } from './freshness.ts';
import { findTies } from './interests.ts';
import { placeFindings } from './matrix.ts';
import { buildPagesOfTerm } from './term-pages.ts';
import { toVerdict } from './verdict.ts';

// Every route of a build asks for the graph of the same library: it is worked out once, and forgotten with the library.
const known = new WeakMap<Library, Map<string, EvidenceGraph>>();

/** The graph as of a day, e.g. `buildEvidenceGraph(library, '2026-11-20')`. Throws nothing: content is checked before. */
export function buildEvidenceGraph(library: Library, asOf: string): EvidenceGraph {
  const byDay = known.get(library) ?? new Map<string, EvidenceGraph>();
  const graph = byDay.get(asOf) ?? assembleGraph(library, asOf);
  known.set(library, byDay.set(asOf, graph));
  return graph;
}

function assembleGraph(library: Library, asOf: string): EvidenceGraph {
  const findings = placeFindings(library);
  const chains = buildChains(library);
  const citations = buildCitations(library);
  const questionsOfTopic = buildQuestionsOfTopic(library);
  const verdicts = new Map(
    [...library.questions.values()].map((question) => [
      question.id,
      toVerdict(findings.get(question.id) ?? [], question, library.vocabulary),
    ]),
  );
  const approvals = judgeApprovals({ library, findings, verdicts, questionsOfTopic, ...citations }, asOf);
  return {
    library,
    asOf,
    findings,
    verdicts,
    ...citations,
    usedIn: buildUsedIn(library, citations),
    questionsOfTopic,
    pagesOfTerm: buildPagesOfTerm(library),
    chains,
    ties: findTies(library),
    approvals,
    freshness: buildFreshness({ library, asOf, findings, questionsOfTopic, approvals, ...citations }),
  };
}
