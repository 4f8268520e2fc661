/** Asks the trial registry how a trial stands. Decides nothing about the source. */
import type { LookupOf } from '../../schema/lookup.ts';
import type { Client, FetchRefusal } from '../client/client.ts';
import { fetchJson } from '../client/fetch-json.ts';
import { isRefusal } from '../outcome.ts';
import { textAt, valueAt } from '../record/json-value.ts';
import { fromIso } from '../dates.ts';
import type { Services } from '../remote/services.ts';

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
