/** What lookups mean for a source: which notices nobody has dealt with, where a registry says otherwise. Sentences are made by those who print them. */
import { noticeClass, type LookupOf, type NoticeClass } from '../schema/lookup.ts';
import type { Library } from '../library/library.ts';

export type LookedUpNotice = LookupOf<'notices'>['notices'][number];

/** What is needed of a source; of a draft not all of it may be there. */
export interface LookedUp {
  readonly retracted?: unknown;
  readonly withdrawn?: unknown;
  readonly concern?: unknown;
  readonly supersededBy?: unknown;
  readonly pending?: { readonly registry?: string | undefined; readonly completion?: string | undefined } | undefined;
}

/** Whether a DOI stands in a text as a whole: `10.5555/w.2` does not stand in `10.5555/w.2020`. */
const names = (text: string, doi: string): boolean =>
  new RegExp(`${doi.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w/-]|\\.\\w)`, 'i').test(text);

/** What a notice does to the work, whichever is graver: the class it was given, or what its own word says, e.g. `withdrawal`. */
export function gravestClass({ is, type }: LookedUpNotice): NoticeClass {
  const said = noticeClass(type);
  return (['retraction', 'concern'] as const).find((grave) => grave === is || grave === said) ?? is;
}

/** Whether a notice has been dealt with: its DOI stands in the digest, and a retraction or a concern also in its field. */
export function isRecorded(source: LookedUp, text: string, notice: LookedUpNotice): boolean {
  const { work } = notice;
  const is = gravestClass(notice);
  const gone = source.retracted !== undefined || source.withdrawn !== undefined;
  // Whoever retracts a work has answered the concern about it.
  if (is === 'retraction' || (is === 'concern' && gone)) return gone;
  if (is === 'concern') return source.concern !== undefined && names(text, work);
  return (is === 'newer-version' && source.supersededBy !== undefined) || names(text, work);
}

/** Statuses of ClinicalTrials.gov in which a trial is still to bring its results (data dictionary, overall recruitment status). */
const running = new Set(['NOT_YET_RECRUITING', 'RECRUITING', 'ENROLLING_BY_INVITATION', 'ACTIVE_NOT_RECRUITING', 'UNKNOWN']);

export type RegistryNews = 'ended' | 'results' | 'other-completion';

/** What a registry says otherwise than we do of a trial that we hold as running, e.g. `['ended', 'results']`. */
export function registryNews({ pending }: LookedUp, row: LookupOf<'registration'>): RegistryNews[] {
  if (!pending || pending.registry !== row.registry) return [];
  return [
    ...(running.has(row.status) ? [] : (['ended'] as const)),
    ...(row.results ? (['results'] as const) : []),
    ...(row.completion !== undefined && row.completion !== pending.completion ? (['other-completion'] as const) : []),
  ];
}

/** The row that a job wrote about a source, or undefined where it found nothing. */
export const lookupOf = <Job extends 'notices' | 'registration' | 'link'>(
  library: Pick<Library, 'lookups'>,
  job: Job,
  source: string,
): LookupOf<Job> | undefined => library.lookups.find((row): row is LookupOf<Job> => row.job === job && row.source === source);
