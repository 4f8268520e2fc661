/** Asks registries: Crossref what was published about a work (retractions, concerns, corrections, newer versions), ClinicalTrials.gov how a trial stands. Decides nothing about the source. */
import { fetchJson, type Client, type FetchRefusal } from '../client/client.ts';
import { isRefusal } from '../outcome.ts';
import { fromIso } from '../dates.ts';
import { listAt, textAt, valueAt, type Json } from '../record/json-value.ts';
import { readUpdate } from '../record/notice.ts';
import type { Services } from '../remote/services.ts';
import { noticeClass, type LookupOf } from '../../schema/lookup.ts';

export type FoundNotice = LookupOf<'notices'>['notices'][number];

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
export async function fetchNotices(client: Client, { crossref }: Services, doi: string): Promise<FoundNotice[] | FetchRefusal> {
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

export type Registration = Pick<LookupOf<'registration'>, 'status' | 'completion' | 'results'>;

/** How a trial stands at ClinicalTrials.gov, e.g. `{ status: 'RECRUITING', completion: '2027-01', results: false }`. */
export async function fetchRegistration(
  client: Client,
  { clinicalTrials }: Services,
  registry: string,
): Promise<Registration | FetchRefusal> {
  const got = await fetchJson(client, `${clinicalTrials}/studies/${encodeURIComponent(registry)}`);
  if (isRefusal(got)) return got;
  const state = valueAt(got.value, 'protocolSection', 'statusModule');
  const completion = fromIso(textAt(state, 'completionDateStruct', 'date'));
  return {
    status: textAt(state, 'overallStatus') ?? 'UNKNOWN',
    ...(completion && { completion }),
    results: valueAt(got.value, 'hasResults') === true,
  };
}
