/** What happened in the evidence and when: published, updated, withdrawn, replaced, read by us, reviewed. All of it follows from dates. */
import type { Library, SourceEntry } from '../library/library.ts';

/** Things that can happen to a source, in the order in which one day lists them. */
export const happenings = [
  'retracted',
  'withdrawn',
  'concern',
  'superseded',
  'corrected',
  'updated',
  'published',
  'read',
  'approved',
] as const;
export type Happening = (typeof happenings)[number];

export interface Update {
  /** As precise as known: `2024`, `2024-03` or `2024-03-27`. */
  readonly on: string;
  readonly what: Happening;
  readonly source: SourceEntry;
  /** The work that took its place. */
  readonly by?: SourceEntry;
}

function updatesOf(source: SourceEntry, library: Library): Update[] {
  const successor = source.supersededBy && library.sources.get(source.supersededBy);
  const dated: (Update | undefined)[] = [
    { on: source.issued, what: 'published', source },
    source.updated && source.updated !== source.issued ? { on: source.updated, what: 'updated', source } : undefined,
    source.corrected && { on: source.corrected.on, what: 'corrected', source },
    source.retracted && { on: source.retracted.on, what: 'retracted', source },
    source.withdrawn && { on: source.withdrawn.on, what: 'withdrawn', source },
    source.concern && { on: source.concern.on, what: 'concern', source },
    successor ? { on: successor.issued, what: 'superseded', source, by: successor } : undefined,
    { on: source.retrieved, what: 'read', source },
    source.status === 'approved' && source.review?.on ? { on: source.review.on, what: 'approved', source } : undefined,
  ];
  return dated.filter((one): one is Update => one !== undefined && one.on !== 'undated');
}

/** Newest first; what is known to the year alone comes after the months of that year, and one day goes by gravity, then by id. */
export function buildUpdates(library: Library): Update[] {
  return [...library.sources.values()]
    .flatMap((source) => updatesOf(source, library))
    .sort((a, b) => {
      if (a.on !== b.on) return a.on < b.on ? 1 : -1;
      return happenings.indexOf(a.what) - happenings.indexOf(b.what) || (a.source.id < b.source.id ? -1 : 1);
    });
}

/** Trials whose results we have not read, running, ended or only planned, in order of expected end; those that name none come last. */
export const pendingTrials = (library: Library): SourceEntry[] =>
  [...library.sources.values()]
    .filter(({ kind, pending }) => pending !== undefined || kind === 'trial-protocol')
    .sort((a, b) => {
      const end = ({ pending }: SourceEntry): string => pending?.completion ?? 'undated';
      return end(a) === end(b) ? (a.id < b.id ? -1 : 1) : end(a) < end(b) ? -1 : 1;
    });
