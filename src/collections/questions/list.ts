/** The page of all questions by what they ask. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { toQuestionLinks, type QuestionLink } from '../../parts/question-link.ts';
import type { Asks } from '../../schema/question.ts';

const groups: Readonly<Record<Asks, readonly [label: string, says: string]>> = {
  recommendation: ['Should it be done?', 'Recommendations are counted by direction and strength.'],
  effect: ['What happens?', 'Studies are counted, and their results are read with their numbers.'],
  description: ['How is it done, or what is meant?', 'Descriptions are counted.'],
};

interface QuestionGroup {
  readonly name: Asks;
  readonly label: string;
  readonly says: string;
  readonly questions: QuestionLink[];
}

/** All questions, by what they ask and within that in the order of their names. */
export const questionList = (graph: EvidenceGraph): QuestionGroup[] =>
  (Object.keys(groups) as Asks[]).flatMap((name) => {
    const [label, says] = groups[name];
    const ids = [...graph.library.questions.values()].filter(({ asks }) => asks === name).map(({ id }) => id);
    return ids.length ? [{ name, label, says, questions: toQuestionLinks(graph, ids) }] : [];
  });
