/** What people ask next: at the end of a topic, questions in the words in which they are asked, each with one sentence. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import type { QuestionEntry, TopicEntry } from '../../library/library.ts';
import type { QuestionId } from '../../schema/id.ts';
import { wordingsOf } from '../../parts/plain-text.ts';
import { questionUrl } from '../../parts/urls.ts';

export interface FaqRow {
  /** As people ask it. */
  readonly asked: string;
  /** One sentence: the gist of the question, or the first of its public answer. */
  readonly answer: string;
  readonly href: string;
  /** The question that answers it, as its page is called. */
  readonly question: string;
}

const most = 6;
const least = 3;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of a text, e.g. `That is not settled.`; empty for none. */
export const firstSentence = (text: string): string => [...sentences.segment(text)][0]?.segment.trim() ?? '';

/** One sentence that answers a question, e.g. its gist; empty for a question without an answer. */
export const shortAnswer = ({ gist, body }: Pick<QuestionEntry, 'gist' | 'body'>): string => gist ?? firstSentence(wordingsOf(body).public);

/** The questions of a topic; where they are too few, also those of topics that share one of them, and those of its section. Each once. */
function candidates({ library, questionsOfTopic }: EvidenceGraph, topic: TopicEntry): QuestionEntry[] {
  const entries = (ids: readonly QuestionId[]): QuestionEntry[] => ids.flatMap((id) => library.questions.get(id) ?? []);
  const own = questionsOfTopic.get(topic.id) ?? [];
  if (own.length >= least) return entries(own);
  const neighbours = entries(own).flatMap(({ topics }) => topics);
  const shelf = [...library.topics.values()].filter(({ section }) => section === topic.section).map(({ id }) => id);
  return entries([...new Set([...own, ...[...neighbours, ...shelf].flatMap((id) => questionsOfTopic.get(id) ?? [])])]);
}

/**
 * The rows of a topic, the same for the same content: each of its questions in the first way in which people ask it, six at most;
 * where fewer than three are its own, the nearest others make up three. A question without an answer in a sentence is left out.
 */
export function faqOf(graph: EvidenceGraph, topic: TopicEntry): readonly FaqRow[] {
  const own = graph.questionsOfTopic.get(topic.id) ?? [];
  const rows = candidates(graph, topic).flatMap((question) => {
    const [asked] = question.asked;
    const answer = shortAnswer(question);
    return asked && answer
      ? [{ asked, answer, href: questionUrl(question.id), question: question.question, own: own.includes(question.id) }]
      : [];
  });
  const ours = rows.filter((row) => row.own);
  const others = rows.filter((row) => !row.own).slice(0, Math.max(0, least - ours.length));
  return [...ours, ...others].slice(0, most).map(({ asked, answer, href, question }) => ({ asked, answer, href, question }));
}
