/** The page that lists all figures, each with what it holds. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { toForestPlots, type ForestPlotView } from '../../parts/figures/forest-plot.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { figureUrl, figuresUrl, forestUrl, homeUrl, timelineUrl } from '../../parts/urls.ts';
import { formatCount } from '../../words/phrase.ts';

export interface FigureIndex {
  readonly shell: Shell;
  readonly figures: readonly {
    readonly name: string;
    readonly says: string;
    readonly links: readonly (Link & { readonly says: string })[];
  }[];
}

/** The page that lists all figures. */
export function figureIndex(graph: EvidenceGraph): FigureIndex {
  const plots = toForestPlots(graph);
  const drawn = (plot: ForestPlotView): string => {
    const rows = plot.panels.reduce((sum, panel) => sum + panel.rows.length, 0);
    return `${rows ? `${formatCount(rows, 'result')} drawn` : 'nothing that can be drawn'}${plot.undrawn.length ? `, ${plot.undrawn.length} listed` : ''}`;
  };
  const description =
    'The evidence as pictures, drawn when the site is built from the cited numbers, each with a table of the same numbers.';
  return {
    shell: toShell({ title: 'Figures', description, path: figuresUrl, menu: figuresUrl, breadcrumbs: [{ href: homeUrl, text: 'Home' }] }),
    figures: [
      ...graph.library.figures.values().map(({ id, heading, says, name, tells }) => ({
        name: heading,
        says,
        links: [{ href: figureUrl(id), text: name, says: tells }],
      })),
      {
        name: 'When',
        says: graph.library.site.timeline,
        links: [{ href: timelineUrl, text: 'Timeline', says: 'from the first trial to those whose results we have not read' }],
      },
      {
        name: 'How much',
        says: 'Forest plots, one for each outcome. Nothing is pooled.',
        links: plots.map((plot) => ({ href: forestUrl(plot.outcome), text: plot.title, says: drawn(plot) })),
      },
    ],
  };
}
