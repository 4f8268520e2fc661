/** Findings and results that a source page does not list any more: old links to them get an answer. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { goneItems, type ItemListName } from '../../evidence/former-items.ts';
import type { SourceEntry } from '../../library/library.ts';
import { formatDate } from '../../parts/format.ts';
import type { Link } from '../../parts/shell.ts';
import { findingUrl, questionUrl, resultUrl } from '../../parts/urls.ts';
import { labelOf } from '../../schema/word-list.ts';

export interface GoneRow {
  /** Fragments of old links. */
  readonly ids: readonly string[];
  /** E.g. `Finding removed on 26 November 2026`. */
  readonly says: string;
  /** The question that it was on. */
  readonly question: Link | undefined;
  /** What stands in its place, or what is said now on its question. */
  readonly now: readonly Link[];
}

const words = { findings: 'Finding', results: 'Number' } as const;

/** In the order of the history, e.g. `toGoneRows(graph, source, 'findings')[0].says`. */
export const toGoneRows = ({ library }: EvidenceGraph, source: SourceEntry, list: ItemListName): GoneRow[] =>
  goneItems(library, source, list).map(({ fragments, on, question, now }) => {
    const asked = question && library.questions.get(question);
    return {
      ids: fragments,
      says: `${words[list]} removed${on ? ` on ${formatDate(on)}` : ''}`,
      question: asked && { href: questionUrl(asked.id), text: asked.short ?? asked.question },
      now: now.map((item) =>
        'question' in item
          ? { href: findingUrl(source.id, item), text: `finding ${source.findings.indexOf(item) + 1}` }
          : { href: resultUrl(source.id, item), text: `${labelOf(library.vocabulary.outcomes, item.outcome)}, ${item.at}` },
      ),
    };
  });
