/** All pathways, each with whose logic it is and how far that carries. */
import { type Link, type Shell, listShell } from '../../parts/shell.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { lint } from '../../evidence/pathway/lint.ts';
import { statuses } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { cautionOf, sourceOf } from './page.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { comparePathwaysUrl, pathwaysUrl, pathwayUrl } from '../../parts/urls.ts';
import { formatCount } from '../../words/phrase.ts';

export interface PathwayRow {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly decides: string;
  readonly size: string;
  readonly flaws: string;
  readonly caution: string;
  readonly status: string;
  readonly source: SourceLine;
}

/** Pathways in order of id. */
const pathwayRows = (graph: EvidenceGraph): PathwayRow[] =>
  [...graph.library.pathways.values()].map((pathway) => {
    const source = sourceOf(graph, pathway);
    const silent = lint(pathway).filter((hit) => hit.lint === 'gap').length;
    const against = lint(pathway).length - silent;
    return {
      href: pathwayUrl(pathway.id),
      title: pathway.title,
      summary: pathway.summary,
      decides: labelOf(graph.library.vocabulary.interventions, pathway.intervention),
      size: `${formatCount(pathway.inputs.length, 'input')}, ${formatCount(pathway.rules.length, 'rule')}`,
      flaws: [silent ? formatCount(silent, 'gap') : '', against ? formatCount(against, 'contradiction') : ''].filter(Boolean).join(', '),
      caution: cautionOf(source),
      status: statuses[pathway.status].label,
      source: toSourceLine(source, graph.freshness.sources.get(source.id)),
    };
  });

export interface PathwayListPage {
  readonly shell: Shell;
  readonly rows: readonly PathwayRow[];
  readonly compare: Link;
}

export const pathwayListPage = (graph: EvidenceGraph): PathwayListPage => ({
  shell: listShell(
    'Pathways',
    pathwaysUrl,
    'Published algorithms, each as its source has it: to be walked through, and read against itself. None of them is advice.',
  ),
  rows: pathwayRows(graph),
  compare: { href: comparePathwaysUrl, text: 'Compare all algorithms' },
});
