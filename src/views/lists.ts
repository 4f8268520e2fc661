/** The pages that list: topics on their shelves, questions with verdicts, references with the pages that cite them. */
import type { EvidenceGraph } from '../graph/evidence-graph.ts';
import { tiers, type Tier } from '../schema/kinds.ts';
import { topicKinds } from '../schema/topic.ts';
import { verdicts } from '../graph/verdict.ts';
import { toVerdictView, type VerdictView } from './finding-row.ts';
import { toQuestionLinks, topicsOnShelf, type QuestionLink } from './topic-page.ts';
import { toShell, type Link, type Shell } from './shell.ts';
import { toSourceLine, type SourceLine } from './source-line.ts';
import { pageLink } from './term-page.ts';
import { homeUrl, topicUrl } from './urls.ts';
import { capitalise } from '../words/phrase.ts';

/** The shell of a page that lists. */
export const listShell = (title: string, path: string, description: string): Shell =>
  toShell({ title, description, path, menu: path, breadcrumbs: [{ href: homeUrl, text: 'Home' }] });

/** The shell of a page that is found by no search: the search itself, and the page for wrong addresses. */
export const hiddenShell = (title: string, path: string, description: string): Shell =>
  toShell({ title, description, path, breadcrumbs: [], hidden: true });

export interface Shelf {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly topics: readonly (Link & { readonly kind: string; readonly summary: string; readonly emergency: boolean })[];
}

/** Shelves in order, empty ones left out. */
export const shelves = (graph: EvidenceGraph): Shelf[] =>
  [...graph.library.sections.values()]
    .map(({ id, title, says }) => ({
      id,
      title,
      says,
      topics: topicsOnShelf(graph, id).map((topic) => ({
        href: topicUrl(topic.id),
        text: topic.title,
        kind: topicKinds[topic.kind],
        summary: topic.summary,
        emergency: topic.emergency,
      })),
    }))
    .filter(({ topics }) => topics.length > 0);

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

export interface ReferenceRow extends SourceLine {
  readonly pages: readonly Link[];
  readonly findings: number;
}

/** Every source by tier, the strongest tier first, with the pages that use it. */
export function referenceRows(graph: EvidenceGraph): { tier: Tier; label: string; says: string; rows: ReferenceRow[] }[] {
  const rows = [...graph.library.sources.values()].map((source) => ({
    ...toSourceLine(source, graph.freshness.sources.get(source.id)),
    pages: (graph.usedIn.get(source.id) ?? []).filter(({ collection }) => collection !== 'term').map((ref) => pageLink(graph, ref)),
    findings: source.findings.length,
  }));
  return (['primary', 'secondary', 'tertiary', 'none'] as const)
    .map((tier) => ({ tier, label: tiers[tier].label, says: capitalise(tiers[tier].says), rows: rows.filter((row) => row.tier === tier) }))
    .filter(({ rows: own }) => own.length > 0);
}
