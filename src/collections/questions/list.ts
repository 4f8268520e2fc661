/** The page of all questions by verdict, those on which sources differ first. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { verdicts } from '../../evidence/verdict.ts';
import { toVerdictView, type VerdictView } from '../../parts/finding-row.ts';
import { toQuestionLinks, type QuestionLink } from '../../parts/question-link.ts';
import { capitalise } from '../../words/phrase.ts';

/** All questions, those on which sources differ first. */
export function questionList(graph: EvidenceGraph): { verdict: VerdictView; says: string; questions: QuestionLink[] }[] {
  const order = ['disagree', 'qualify', 'agree', 'single-source', 'count', 'silent'] as const;
  return order.flatMap((name) => {
    const ids = [...graph.verdicts].filter(([, verdict]) => verdict.name === name).map(([id]) => id);
    const [first] = ids;
    const verdict = first && graph.verdicts.get(first);
    return verdict
      ? [
          {
            verdict: { ...toVerdictView(verdict), label: verdicts[name].label },
            says: `${capitalise(verdicts[name].says)}.`,
            questions: toQuestionLinks(graph, ids),
          },
        ]
      : [];
  });
}
