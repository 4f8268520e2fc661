/** Records as JSON through the polite client: for registries and other interfaces that invite machines. */
import { isRefusal } from '../outcome.ts';
import type { Client, Fetched, FetchRefusal } from './client.ts';

export interface FetchedJson extends Fetched {
  readonly value: unknown;
}

/** The record at an address, e.g. `await fetchJson(client, 'https://api.example.org/works/1')` gives `{ value, bytes, … }`, or why there is none. */
export async function fetchJson(client: Client, address: string, accept = 'application/json'): Promise<FetchedJson | FetchRefusal> {
  const got = await client.fetchBytes(address, { as: 'record', accept });
  if (isRefusal(got)) return got;
  try {
    return { ...got, value: JSON.parse(new TextDecoder().decode(got.bytes)) as unknown };
  } catch {
    return {
      why: 'unreachable',
      reason: `${new URL(got.address).host} answered with something that is not JSON.`,
      hint: 'Try again later: this is what services send while they are out of order.',
    };
  }
}
