/**
 * Asks about one source: Crossref what was published about it, ClinicalTrials.gov how its trial stands, its own address whether the passages
 * of its anchors are still there. Says what to write down and decides nothing: silence leaves no row, and what is as it was keeps its day.
 */
import type { Anchor } from '../schema/finding.ts';
import { type LookupOf, noticeClass, type Lookup, type LookupJob } from '../schema/lookup.ts';
import { findPassage } from '../library/passage.ts';
import { type Client, type FetchRefusal, fetchJson } from './client/client.ts';
import { toDecoded } from './document.ts';
import { isRefusal } from './raw-article.ts';
import { toPlainText } from './plain-text.ts';
import { toDate } from './field-date.ts';
import { listAt, textAt, valueAt, type Json } from './record/values.ts';
import { readUpdate } from './record/record-article.ts';
import type { Services } from './fetch-document.ts';
import type { SourceEntry } from '../library/library.ts';

/** A finding by its number, with the ends of its passage. */
interface AnchoredFinding {
  readonly number: number;
  readonly anchor: Pick<Anchor, 'starts' | 'ends'>;
}

/** Case and the shape of quotation marks do not matter to a text fragment, so they do not here. */
const loosely = (text: string): string => text.toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, '-');

/** An address in the form in which a change of it would be news: no fragment, no `www.`, no slash at the end, any scheme. */
const plain = (address: string): string =>
  address
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

/** Numbers of the passages that a page does not show. A page that is no text, e.g. a PDF, shows nothing to a text fragment and is not looked at. */
function lostIn(bytes: Uint8Array, mediaType: string | undefined, passages: readonly AnchoredFinding[]): number[] {
  if (passages.length === 0 || (mediaType !== undefined && !/html|text\/plain/i.test(mediaType))) return [];
  const decoded = toDecoded(bytes, mediaType);
  if (isRefusal(decoded)) return [];
  const text = loosely(toPlainText(decoded.text.replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/gi, ' ')));
  return passages
    .filter(({ anchor }) => findPassage(text, { starts: loosely(anchor.starts), ends: loosely(anchor.ends) }) === undefined)
    .map(({ number }) => number);
}

/** What a refusal says about the address. The others say something about us, or about this hour. */
const states: Readonly<Partial<Record<FetchRefusal['why'], LookupOf<'link'>['state']>>> = {
  absent: 'gone',
  denied: 'denied',
  unreachable: 'unreachable',
};

/** What came of an address, e.g. `{ state: 'moved', to: 'https://…', lost: [] }`; a refusal only where we were stopped or would not ask. */
async function fetchLink(
  client: Client,
  address: string,
  passages: readonly AnchoredFinding[],
): Promise<Pick<LookupOf<'link'>, 'state' | 'to' | 'lost'> | FetchRefusal> {
  const got = await client.fetchBytes(address, { as: 'page' });
  if (isRefusal(got)) {
    const state = states[got.why];
    return state ? { state, lost: [] } : got;
  }
  const moved = plain(got.address) !== plain(address);
  return { state: moved ? 'moved' : 'there', ...(moved && { to: got.address }), lost: lostIn(got.bytes, got.mediaType, passages) };
}

type FoundNotice = LookupOf<'notices'>['notices'][number];

function toNotice(update: Json, work: string | undefined): FoundNotice[] {
  const { type, on, by } = readUpdate(update);
  if (!type || !work) return [];
  return [{ is: noticeClass(type), type, work: work.toLowerCase(), ...(on && { on }), ...(by && { by }) }];
}

/** A notice may come from both sides and from two reporters: one row for each notice, the publisher’s word first. */
function eachOnce(notices: readonly FoundNotice[]): FoundNotice[] {
  const rows = new Map<string, FoundNotice>();
  for (const notice of notices) {
    const key = `${notice.is} ${notice.work}`;
    const known = rows.get(key);
    if (!known || (known.by && !notice.by)) rows.set(key, notice);
  }
  return [...rows.values()].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || (a.work < b.work ? -1 : 1));
}

/**
 * What Crossref lists about a DOI, in both directions: what the work’s own record says was published about it (`updated-by`),
 * and the works that say of themselves that they update it (`update-to`). An empty list means that it lists nothing.
 */
async function fetchNotices(client: Client, { crossref }: Services, doi: string): Promise<FoundNotice[] | FetchRefusal> {
  const own = await fetchJson(client, `${crossref}/works/${encodeURIComponent(doi)}`);
  if (isRefusal(own)) return own;
  const others = await fetchJson(client, `${crossref}/works?filter=updates:${encodeURIComponent(doi)}&rows=100`);
  if (isRefusal(others)) return others;
  const same = (text: string | undefined): boolean => text?.toLowerCase() === doi.toLowerCase();
  return eachOnce([
    ...listAt(own.value, 'message', 'updated-by').flatMap((update) => toNotice(update, textAt(update, 'DOI'))),
    ...listAt(others.value, 'message', 'items').flatMap((item) =>
      listAt(item, 'update-to')
        .filter((update) => same(textAt(update, 'DOI')))
        .flatMap((update) => toNotice(update, textAt(item, 'DOI'))),
    ),
  ]);
}

/** How a trial stands at ClinicalTrials.gov, e.g. `{ status: 'RECRUITING', completion: '2027-01', results: false }`. */
async function fetchRegistration(
  client: Client,
  { clinicalTrials }: Services,
  registry: string,
): Promise<Pick<LookupOf<'registration'>, 'status' | 'completion' | 'results'> | FetchRefusal> {
  const got = await fetchJson(client, `${clinicalTrials}/studies/${encodeURIComponent(registry)}`);
  if (isRefusal(got)) return got;
  const state = valueAt(got.value, 'protocolSection', 'statusModule');
  const completion = toDate(textAt(state, 'completionDateStruct', 'date'));
  return {
    status: textAt(state, 'overallStatus') ?? 'UNKNOWN',
    ...(completion && { completion }),
    results: valueAt(got.value, 'hasResults') === true,
  };
}

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
interface Run {
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
