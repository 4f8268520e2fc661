/** The pages of the figures: what each shows in one sentence, how far it may be relied on, and the works behind it. */
import type { TimelineView } from '../../figures/timeline.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { riskMethods } from '../../evidence/risk.ts';
import type { FigureEntry } from '../../library/library.ts';
import type { SourceId } from '../../schema/id.ts';
import { statuses, type Outcome } from '../../schema/vocabulary.ts';
import { formatDate } from '../../parts/format.ts';
import { toForestPlot, toForestPlots, type ForestPlotView } from '../../parts/figures/forest-plot.ts';
import { toReferenceList, type Reference } from '../../parts/reference-list.ts';
import { toShell, type Shell } from '../../parts/shell.ts';
import { toTimeline } from '../../parts/figures/timeline.ts';
import { figuresUrl, homeUrl, methodUrl, timelineUrl } from '../../parts/urls.ts';
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

export interface ForestPage extends FigurePage {
  readonly plot: ForestPlotView;
}
export interface TimelinePage extends FigurePage {
  readonly timeline: TimelineView;
}
export interface MapPage extends FigurePage {
  readonly map: MapView;
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
  const states = ids.flatMap((id) => graph.library.sources.get(id)?.status ?? []);
  const counted = (Object.keys(statuses) as (keyof typeof statuses)[])
    .map((status) => ({ label: statuses[status].label.toLowerCase(), count: states.filter((one) => one === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`);
  const approval = states.includes('approved') ? '' : ' No clinician has approved any of them yet.';
  return `Drawn by us from the cited numbers and words. Behind it: ${formatCount(states.length, 'digest')}, ${formatList(counted)}.${approval}`;
}

function toPage(graph: EvidenceGraph, { title, path, shows, notes, sources, ours = false, listed = false, names = [] }: Facts): FigurePage {
  return {
    shell: toShell({
      title,
      description: shows,
      path,
      menu: figuresUrl,
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: figuresUrl, text: 'Figures' },
      ],
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

export const forestTitle = ({ title }: Pick<ForestPlotView, 'title'>): string => `Forest plot: ${title.toLowerCase()}`;

/** The page of one forest plot, e.g. `forestPage(graph, 'pts-any')`. */
export function forestPage(graph: EvidenceGraph, outcome: Outcome): ForestPage {
  const plot = toForestPlot(graph, outcome);
  const rows = plot.panels.reduce((sum, panel) => sum + panel.rows.length, 0);
  const more = plot.undrawn.length ? `, ${plot.undrawn.length} more listed with the reason why not` : '';
  const shows = rows
    ? `What studies print on ${plot.title.toLowerCase()}: ${formatCount(rows, 'result')} drawn on ${formatCount(plot.panels.length, 'axis', 'axes')}${more}.`
    : `What studies print on ${plot.title.toLowerCase()}: nothing that can be drawn, ${formatCount(plot.undrawn.length, 'result')} listed with the reason why not.`;
  const notes = rows ? (plot.ours ? [...forestNotes.slice(0, 1), oursNote, ...forestNotes.slice(1)] : forestNotes) : [];
  return { ...toPage(graph, { title: forestTitle(plot), path: plot.href, shows, notes, sources: plot.sources, ours: plot.ours }), plot };
}

export function timelinePage(graph: EvidenceGraph): TimelinePage {
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
export function mapPage(graph: EvidenceGraph, figure: FigureEntry): MapPage {
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
