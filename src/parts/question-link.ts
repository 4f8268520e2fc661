/** A question as a link with where its sources stand, for lists. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { toVerdictView, type VerdictView } from './finding-row.ts';
import type { Link } from './shell.ts';
import { questionUrl } from './urls.ts';

export interface QuestionLink extends Link {
  readonly verdict: VerdictView;
  readonly sources: number;
}

export function toQuestionLinks(graph: EvidenceGraph, ids: readonly (keyof never | string)[]): QuestionLink[] {
  return ids.flatMap((id) => {
    const question = graph.library.questions.get(id as never);
    const verdict = graph.verdicts.get(id as never);
    if (!question || !verdict) return [];
    const sources = new Set((graph.findings.get(question.id) ?? []).map(({ source }) => source.id)).size;
    return [{ href: questionUrl(question.id), text: question.question, verdict: toVerdictView(verdict), sources }];
  });
}
