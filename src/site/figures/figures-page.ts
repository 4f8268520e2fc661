/** The list of the figures, and the page of each: what each shows in one sentence, how far it may be relied on, and the works behind it. */
import type { TimelineView } from '../../figures/timeline.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { riskMethods } from '../../evidence/effect/risk.ts';
import type { FigureEntry } from '../../library/library.ts';
import type { SourceId } from '../../schema/id.ts';
import { statuses, type Outcome } from '../../schema/vocabulary.ts';
import { formatDate } from '../../parts/format.ts';
import { toForestPlot, toForestPlots, type ForestPlotView } from '../../parts/figures/forest-plot.ts';
import { toReferenceList, type Reference } from '../../parts/source-line.ts';
import { listShell, shellBelow, type Link, type Shell } from '../../parts/shell.ts';
import { toTimeline } from '../../parts/figures/timeline.ts';
import { figuresUrl, figureUrl, forestUrl, methodUrl, timelineUrl } from '../../parts/urls.ts';
import { toMap, type MapView } from '../../parts/figures/map.ts';
import { formatCount, formatList } from '../../words/phrase.ts';

/** What every figure page has around its figure. */
export interface FigurePage {
  readonly shell: Shell;
  /** What the figure shows, in one sentence. */
  readonly shows: string;
  /** Who drew it, and whether anyone approved what it was drawn from. */
  readonly origin: string;
  readonly notes: readonly string[];
  readonly methods: typeof riskMethods;
  readonly methodHref: string;
  /** Empty where the figure itself lists its works. */
  readonly references: readonly Reference[];
  /** True when the references are too many to stand open. */
  readonly folded: boolean;
  readonly count: string;
}

interface Facts {
  readonly title: string;
  readonly path: string;
  readonly shows: string;
  readonly notes: readonly string[];
  readonly sources: readonly SourceId[];
  readonly ours?: boolean;
  /** True when the figure itself lists its works. */
  readonly listed?: boolean;
  /** What a reader may call it. */
  readonly names?: readonly string[];
}

/** The review states of the digests behind a figure, as a sentence. */
function originOf(graph: EvidenceGraph, ids: readonly SourceId[]): string {
  const states = ids.flatMap((id) => graph.freshness.sources.get(id)?.page ?? []);
  const counted = (Object.keys(statuses) as (keyof typeof statuses)[])
    .map((status) => ({ label: statuses[status].label.toLowerCase(), count: states.filter((one) => one === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`);
  const approval = states.includes('approved') ? '' : ' No clinician has approved any of them yet.';
  return `Drawn by us from the cited numbers and words. Behind it: ${formatCount(states.length, 'digest')}, ${formatList(counted)}.${approval}`;
}

function toPage(graph: EvidenceGraph, { title, path, shows, notes, sources, ours = false, listed = false, names = [] }: Facts): FigurePage {
  return {
    shell: shellBelow('figures', {
      title,
      description: shows,
      path,
      search: {
        page: 'Figure',
        kind: 'Figure',
        date: formatDate(graph.asOf),
        summary: shows,
        aliases: ['figure', 'plot'],
        names,
        filters: [],
      },
    }),
    shows,
    origin: originOf(graph, sources),
    notes,
    methods: ours ? riskMethods : [],
    methodHref: methodUrl,
    references: listed ? [] : toReferenceList(graph, sources, ''),
    folded: sources.length > 15,
    count: formatCount(sources.length, 'work'),
  };
}

const forestNotes = [
  'Every mark is one printed result with its 95 % interval. Nothing is added up, so there is no diamond and no overall line.',
  'Results by different definitions, of different comparisons or in different measures stand apart, each on its own axis.',
  'Parts of one trial share its patients: they are not separate evidence.',
  'The size of a square says nothing.',
];
const oursNote =
  'A hollow square is ours: the study prints the counts of both groups and no interval, so we worked out the difference from the counts, by the formulas below.';

const rowsDrawn = ({ panels }: ForestPlotView): number => panels.reduce((sum, { rows }) => sum + rows.length, 0);

/** The page of one forest plot, e.g. `forestPage(graph, 'pts-any')`. */
export function forestPage(graph: EvidenceGraph, outcome: Outcome): FigurePage & { readonly plot: ForestPlotView } {
  const plot = toForestPlot(graph, outcome);
  const rows = rowsDrawn(plot);
  const more = plot.undrawn.length ? `, ${plot.undrawn.length} more listed with the reason why not` : '';
  const shows = rows
    ? `What studies print on ${plot.title.toLowerCase()}: ${formatCount(rows, 'result')} drawn on ${formatCount(plot.panels.length, 'axis', 'axes')}${more}.`
    : `What studies print on ${plot.title.toLowerCase()}: nothing that can be drawn, ${formatCount(plot.undrawn.length, 'result')} listed with the reason why not.`;
  const notes = rows ? (plot.ours ? [...forestNotes.slice(0, 1), oursNote, ...forestNotes.slice(1)] : forestNotes) : [];
  const title = `Forest plot: ${plot.title.toLowerCase()}`;
  return { ...toPage(graph, { title, path: plot.href, shows, notes, sources: plot.sources, ours: plot.ours }), plot };
}

export function timelinePage(graph: EvidenceGraph): FigurePage & { readonly timeline: TimelineView } {
  const timeline = toTimeline(graph);
  const shows = `When the works here appeared, from ${timeline.from} to the trials whose results we have not read: ${timeline.dated} with a date on the axis, ${timeline.undated} without one in the list.`;
  const notes = [
    'A work stands where it was published; a trial whose result we have not read, with an open ring, at the end its registry expects.',
    'A date that we did not see is not guessed: such works stand at the end of their list.',
    `${formatCount(timeline.left, 'manufacturer’s page, news item or AI-generated summary is', 'manufacturers’ pages, news items and AI-generated summaries are')} no evidence and left out.`,
  ];
  return {
    ...toPage(graph, {
      title: timeline.title,
      path: timelineUrl,
      shows,
      notes,
      sources: timeline.sources,
      listed: true,
      names: ['timeline', 'chronology'],
    }),
    timeline,
  };
}

/** The page of a figure that content draws. */
export function mapPage(graph: EvidenceGraph, figure: FigureEntry): FigurePage & { readonly map: MapView } {
  const map = toMap(graph, figure);
  const { title, shows, names } = figure;
  const notes = [
    'A finding is counted on a segment when it names it, or uses a word that its source says takes it in; one finding may cover several segments.',
    ...(map.general ? [map.general] : []),
    ...figure.notes,
  ];
  return { ...toPage(graph, { title, path: map.href, shows, notes, sources: map.sources, names }), map };
}

/** Outcomes that have a page of their own. */
export const forestOutcomes = (graph: EvidenceGraph): Outcome[] => toForestPlots(graph).map(({ outcome }) => outcome);

interface FigureIndex {
  readonly shell: Shell;
  readonly figures: readonly {
    readonly name: string;
    readonly says: string;
    readonly links: readonly (Link & { readonly says: string })[];
  }[];
}

/** The page that lists all figures, each with what it holds. */
export function figureIndex(graph: EvidenceGraph): FigureIndex {
  const plots = toForestPlots(graph);
  const drawn = (plot: ForestPlotView): string => {
    const rows = rowsDrawn(plot);
    return `${rows ? `${formatCount(rows, 'result')} drawn` : 'nothing that can be drawn'}${plot.undrawn.length ? `, ${plot.undrawn.length} listed` : ''}`;
  };
  const description =
    'The evidence as pictures, drawn when the site is built from the cited numbers, each with a table of the same numbers.';
  return {
    shell: listShell('Figures', figuresUrl, description),
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
