/** The evidence in order of time: lanes by kind of work, each mark with its year, name and address. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { stageOf } from '../../evidence/pending.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { Library, SourceEntry } from '../../library/library.ts';
import { kindRow, type SourceKind } from '../../schema/kinds.ts';
import type { TimelineMark, TimelineView } from '../../figures/timeline.ts';
import { formatDate } from '../format.ts';
import { shortName } from '../format.ts';
import { sourceUrl, timelineUrl } from '../urls.ts';

type LaneId = 'trials' | 'follow-ups' | 'observed' | 'reviews' | 'guidelines' | 'instruments' | 'notices' | 'pending';

const lanes: Readonly<Record<LaneId, { label: string; says: string }>> = {
  trials: { label: 'Randomised trials', says: 'first reports' },
  'follow-ups': { label: 'Follow-ups and strata', says: 'later looks at the people of a trial or registry' },
  observed: { label: 'Registries, cohorts, series', says: 'people observed, not randomised' },
  reviews: { label: 'Reviews', says: 'systematic and narrative' },
  guidelines: { label: 'Guidelines and positions', says: 'what bodies advise' },
  instruments: { label: 'Scores and definitions', says: 'how outcomes are measured' },
  notices: { label: 'Safety notices', says: 'recalls and warnings' },
  pending: { label: 'Pending', says: 'trials whose results we have not read, at their expected end' },
};

/** Kinds that are no evidence (`undefined`) stand on no lane. */
const laneOfKind: Readonly<Record<SourceKind, LaneId | undefined>> = {
  trial: 'trials',
  'subgroup-analysis': 'follow-ups',
  registry: 'observed',
  cohort: 'observed',
  'case-series': 'observed',
  'systematic-review': 'reviews',
  'narrative-review': 'reviews',
  guideline: 'guidelines',
  'guidance-public': 'guidelines',
  'position-statement': 'guidelines',
  instrument: 'instruments',
  'safety-notice': 'notices',
  'trial-protocol': 'pending',
  vendor: undefined,
  news: undefined,
  'machine-summary': undefined,
};

/** A trial report that rests on another report of a trial is a follow-up of it. */
export function laneOf(source: SourceEntry, library: Library): LaneId | undefined {
  const parents = source.restsOn.flatMap((support) => (support.source ? (library.sources.get(support.source) ?? []) : []));
  return source.kind === 'trial' && parents.some(({ kind }) => kind === 'trial') ? 'follow-ups' : laneOfKind[source.kind];
}

/** A date as a number of years, e.g. `toYears('2017-07') === 2017.5`; undefined for a work without a date. */
export function toYears(date: string): number | undefined {
  if (date === 'undated') return undefined;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12;
}

/** The end of a trial whose result we have not read, in a few words. */
function pendingDate(pending: NonNullable<SourceEntry['pending']>, asOf: string): string {
  const stage = stageOf(pending, asOf);
  if (stage === 'announced') return `published ${formatDate(pending.announced?.on ?? '')}, result not read`;
  if (pending.completion === 'undated') return 'end not told';
  return stage === 'due' ? `due ${formatDate(pending.completion)}, result not read` : `expected to end ${formatDate(pending.completion)}`;
}

function toMark(source: SourceEntry, asOf: string): TimelineMark {
  const pending = source.kind === 'trial-protocol' && source.pending !== undefined;
  const date = pending ? (source.pending?.completion ?? 'undated') : source.issued;
  return {
    id: source.id,
    href: sourceUrl(source.id),
    name: citationName(source),
    short: shortName(source),
    year: date === 'undated' ? '' : date.slice(0, 4),
    when: toYears(date),
    date: pending && source.pending ? pendingDate(source.pending, asOf) : formatDate(date),
    kind: kindRow(source.kind).label,
    pending,
  };
}

const byTime = (a: TimelineMark, b: TimelineMark): number => (a.when ?? Infinity) - (b.when ?? Infinity) || (a.id < b.id ? -1 : 1);

/** The whole timeline. Lanes without a work are left out. */
export function toTimeline(graph: EvidenceGraph): TimelineView {
  const { library } = graph;
  const placed = [...library.sources.values()].map((source) => ({
    source,
    lane: laneOf(source, library),
    mark: toMark(source, graph.asOf),
  }));
  const shown = placed.filter(({ lane }) => lane !== undefined);
  const years = shown.flatMap(({ mark }) => mark.when ?? []);
  return {
    id: 'timeline',
    href: timelineUrl,
    title: 'The evidence in order of time',
    lanes: (Object.keys(lanes) as LaneId[])
      .map((id) => ({
        id,
        ...lanes[id],
        marks: shown
          .filter(({ lane }) => lane === id)
          .map(({ mark }) => mark)
          .sort(byTime),
      }))
      .filter(({ marks }) => marks.length > 0),
    from: Math.floor(Math.min(...years)),
    to: Math.floor(Math.max(...years)) + 1,
    dated: years.length,
    undated: shown.length - years.length,
    left: placed.length - shown.length,
    sources: shown.map(({ source }) => source.id),
  };
}
