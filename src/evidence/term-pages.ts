/** Pages by term: those that declare it, and those that use its name, a synonym or an abbreviation. */
import type { TermId } from '../schema/id.ts';
import { entriesOf, titleOf, type Library } from '../library/library.ts';
import type { PageRef } from './evidence-graph.ts';
import { buildPhraseBook, mentionsIn } from './mentions.ts';

/** Topics first, then questions, each in order of id. Every term has a row. */
export function buildPagesOfTerm(library: Library): Map<TermId, readonly PageRef[]> {
  const rows = new Map<TermId, PageRef[]>([...library.terms.keys()].map((id) => [id, []]));
  const book = buildPhraseBook(library.terms.values());
  for (const collection of ['topic', 'question'] as const)
    for (const entry of entriesOf(library, collection)) {
      const prose = [titleOf(entry), ...('summary' in entry ? [entry.summary] : []), entry.body].join('\n\n');
      for (const term of new Set([...entry.terms, ...mentionsIn(prose, book)]))
        rows.get(term)?.push({ collection, id: entry.id } as PageRef);
    }
  return rows;
}
