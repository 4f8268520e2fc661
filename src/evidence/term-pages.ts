/** Pages by term: those that declare it, and those that use its name, a synonym or an abbreviation. */
import type { TermId } from '../schema/id.ts';
import type { Library } from '../library/library.ts';
import type { PageRef } from './evidence-graph.ts';
import { buildPhraseBook, mentionsIn } from './mentions.ts';

/** Topics first, then questions, each in order of id. Every term has a row. */
export function buildPagesOfTerm(library: Library): Map<TermId, readonly PageRef[]> {
  const rows = new Map<TermId, PageRef[]>([...library.terms.keys()].map((id) => [id, []]));
  const book = buildPhraseBook(library.terms.values());
  const list = (page: PageRef, declared: readonly TermId[], prose: string): void => {
    for (const term of new Set([...declared, ...mentionsIn(prose, book)])) rows.get(term)?.push(page);
  };
  for (const { id, terms, title, summary, body } of library.topics.values())
    list({ collection: 'topic', id }, terms, `${title}\n\n${summary}\n\n${body}`);
  for (const { id, terms, question, body } of library.questions.values())
    list({ collection: 'question', id }, terms, `${question}\n\n${body}`);
  return rows;
}
