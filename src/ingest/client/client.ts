/** What the polite client is: the one way to the network, and all of the world that it is handed. */
import { isRefusal, type IngestRefusal } from '../raw-article.ts';

export interface Fetched {
  /** Address after redirects. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** Content-Type as served. */
  readonly mediaType?: string;
}

/**
 * Why nothing came. `absent`: the server says that there is no such thing. `denied`: it is there and not for us. `unreachable`:
 * could not be asked, perhaps another time. `busy`: told to come later. The rest is refused by ourselves.
 */
export type Why = 'absent' | 'denied' | 'unreachable' | 'busy' | 'unsafe' | 'robots' | 'too-large' | 'stopped';

export interface FetchRefusal extends IngestRefusal {
  readonly why: Why;
}

export interface Ask {
  /** A page keeps to the robots.txt of its site; a record comes from an interface that invites machines. */
  readonly as: 'page' | 'record';
  /** What is wanted, as the header `Accept`. */
  readonly accept?: string;
}

export interface Client {
  /** What stands at an address, e.g. `fetchBytes('https://example.org/a', { as: 'page' })`. Never throws. */
  readonly fetchBytes: (address: string, ask: Ask) => Promise<Fetched | FetchRefusal>;
}

/** The record at an address, e.g. `await fetchJson(client, 'https://api.example.org/works/1')` gives `{ value, bytes, … }`, or why there is none. */
export async function fetchJson(
  client: Client,
  address: string,
  accept = 'application/json',
): Promise<(Fetched & { readonly value: unknown }) | FetchRefusal> {
  const got = await client.fetchBytes(address, { as: 'record', accept });
  if (isRefusal(got)) return got;
  try {
    return { ...got, value: JSON.parse(new TextDecoder().decode(got.bytes)) as unknown };
  } catch {
    return {
      why: 'unreachable',
      reason: `${new URL(got.address).host} answered with something that is no record.`,
      hint: 'Try again later: this is what services send while they are out of order.',
    };
  }
}

/** The part of a response that is read. */
export interface ClientResponse {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** The part of `fetch` that is used; redirects are followed by hand. */
type Fetch = (
  address: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly redirect: 'manual'; readonly signal: AbortSignal },
) => Promise<ClientResponse>;

/** An answer kept for the next time, with the marks by which the server tells whether it still holds. */
export interface Kept {
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface WebCache {
  readonly read: (address: string, accept: string) => Promise<Kept | undefined>;
  readonly write: (accept: string, kept: Kept) => Promise<void>;
}

export interface ClientLimits {
  /** Most bytes of one answer, counted as they come and after decompression. */
  readonly bytes: number;
  /** Most milliseconds for one request, its body included. */
  readonly milliseconds: number;
  readonly redirects: number;
  /** Times that a request is made again when the network or the server fails. */
  readonly retries: number;
  /** First pause before a second try; it doubles each time. */
  readonly pause: number;
  /** Longest wait that a server may ask for. */
  readonly longestPause: number;
  /** Least milliseconds between two requests to one host. */
  readonly spacing: Readonly<Record<Ask['as'], number>>;
}

export const limits: ClientLimits = {
  bytes: 32 * 1024 * 1024,
  milliseconds: 30_000,
  redirects: 5,
  retries: 3,
  pause: 1000,
  longestPause: 120_000,
  // NCBI asks for at most three requests a second, the strictest of the registries.
  spacing: { page: 1000, record: 350 },
};

/** The world as the client sees it. Only a script can make one. */
export interface World {
  readonly fetch: Fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Who asks and where to complain, e.g. `Patency/0.1 (+https://example.org; mailto:editors@example.org)`. */
  readonly userAgent: string;
  readonly cache?: WebCache;
  /** For tests only: lets private and loopback addresses through. */
  readonly allowPrivate?: boolean;
  /** Ends all requests, e.g. on Ctrl-C. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ClientLimits>;
}
