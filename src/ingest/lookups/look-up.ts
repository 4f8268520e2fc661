/** One source and one job -> what to write down. Silence leaves no row, and what is as it was keeps its day. */
import type { Lookup, LookupJob } from '../../schema/lookup.ts';
import type { SourceEntry } from '../../library/library.ts';
import type { Client, FetchRefusal } from '../client/client.ts';
import { isRefusal } from '../outcome.ts';
import type { Services } from '../remote/services.ts';
import { fetchLink } from './link.ts';
import { fetchNotices, fetchRegistration } from './registries.ts';

export interface Asking {
  readonly client: Client;
  readonly services: Services;
  /** The day of the run, e.g. `2026-11-21`. */
  readonly on: string;
}

/** A job: which sources it asks about, and what comes of one. `undefined` means that there is nothing to write down. */
export interface Job {
  readonly name: LookupJob;
  /** Completes "Asking …". */
  readonly asks: string;
  readonly concerns: (source: SourceEntry) => boolean;
  readonly ask: (source: SourceEntry, asking: Asking) => Promise<Lookup | FetchRefusal | undefined>;
}

export const jobs: readonly Job[] = [
  {
    name: 'notices',
    asks: 'Crossref for retractions, concerns, corrections and newer versions',
    concerns: ({ doi }) => doi !== undefined,
    async ask({ id, doi = '' }, { client, services, on }) {
      const notices = await fetchNotices(client, services, doi);
      if (isRefusal(notices)) return notices;
      return notices.length > 0 ? { job: 'notices', source: id, on, notices } : undefined;
    },
  },
  {
    name: 'registration',
    asks: 'the registry how trials stand that are recorded as still running',
    concerns: ({ pending }) => pending !== undefined && /^NCT\d{8}$/.test(pending.registry),
    async ask({ id, pending }, { client, services, on }) {
      if (!pending) return undefined;
      const found = await fetchRegistration(client, services, pending.registry);
      return isRefusal(found) ? found : { job: 'registration', source: id, on, registry: pending.registry, ...found };
    },
  },
  {
    name: 'link',
    asks: 'whether addresses and the passages on their pages are still there',
    concerns: ({ url }) => url !== undefined,
    async ask({ id, url = '', findings }, { client, on }) {
      const passages = findings.flatMap(({ anchor }, index) => (anchor ? [{ number: index + 1, anchor }] : []));
      const found = await fetchLink(client, url, passages);
      if (isRefusal(found)) return found;
      return found.state === 'there' && found.lost.length === 0 ? undefined : { job: 'link', source: id, on, address: url, ...found };
    },
  },
];

const withoutDay = ({ on: _on, ...rest }: Lookup): string => JSON.stringify(rest);

export const keyOf = ({ job, source }: { readonly job: LookupJob; readonly source: string }): string => `${job} ${source}`;

/** What a run came to. */
export interface Run {
  readonly jobs: ReadonlySet<LookupJob>;
  readonly found: readonly Lookup[];
  /** Keys of sources that could not be asked about: what was known of them stays. */
  readonly unanswered: ReadonlySet<string>;
}

/** The rows of the file after a run, in order of job and source; what says the same as before keeps the day on which it was first found. */
export function mergeLookups(before: readonly Lookup[], { jobs, found, unanswered }: Run): Lookup[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const kept = before.filter((row) => !jobs.has(row.job) || unanswered.has(keyOf(row)));
  const fresh = found.map((row) => {
    const old = known.get(keyOf(row));
    return old && withoutDay(old) === withoutDay(row) ? old : row;
  });
  return [...kept, ...fresh].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
