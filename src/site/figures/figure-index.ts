/** The page that lists all figures, each with what it holds. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { toForestPlots, type ForestPlotView } from '../../parts/figures/forest-plot.ts';
import { toShell, type Link, type Shell } from '../../parts/shell.ts';
import { figuresUrl, forestUrl, homeUrl, timelineUrl, veinMapUrl } from '../../parts/urls.ts';
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
      {
        name: 'Where',
        says: 'The deep veins from calf to cava.',
        links: [{ href: veinMapUrl, text: 'Vein map', says: 'how much is known about each segment, and what it is called' }],
      },
      {
        name: 'When',
        says: 'Forty years of studies and advice.',
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
