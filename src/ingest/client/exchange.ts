/** One address asked, with patience: pauses between requests to one host, second tries, a limit on size and time, and what was kept from last time. Follows no redirect. */
import { limits as usual, type Ask, type ClientResponse, type FetchRefusal, type Kept, type ClientLimits, type World } from './client.ts';
import { laterRefusal, sizeRefusal, statusRefusal, stoppedRefusal, toFailure, type Failure } from './refusals.ts';

/** Keeps requests to one host apart. Hosts do not wait for each other. */
export interface Pacing {
  /** Resolves when it is this request's turn; `gap` is the least distance to the request before it. */
  readonly turn: (host: string, gap: number) => Promise<void>;
  /** The gap that a site asks for in its robots.txt; longer than `gap` it is kept instead. */
  readonly slow: (host: string, gap: number) => void;
}

/** Example: two turns for one host with a gap of 1000 leave at least a second between them; the first does not wait. */
export function buildPacing({ now, sleep }: Pick<World, 'now' | 'sleep'>): Pacing {
  const last = new Map<string, number>();
  const queues = new Map<string, Promise<void>>();
  const asked = new Map<string, number>();
  const wait = async (host: string, gap: number): Promise<void> => {
    const before = last.get(host);
    const rest = before === undefined ? 0 : before + Math.max(gap, asked.get(host) ?? 0) - now();
    if (rest > 0) await sleep(rest);
    last.set(host, now());
  };
  return {
    turn: (host, gap) => {
      const next = (queues.get(host) ?? Promise.resolve()).then(() => wait(host, gap));
      queues.set(host, next);
      return next;
    },
    slow: (host, gap) => asked.set(host, gap),
  };
}

/** What one address answered: bytes, or where they are now. */
export type Reply = { readonly bytes: Uint8Array; readonly mediaType?: string } | { readonly location: string };

/** What may be tried again, and after how many milliseconds, where the server says so. */
type Attempt = Reply | FetchRefusal | (Failure & { readonly wait?: number | undefined });

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);

/** `Retry-After` in milliseconds: seconds or a date, e.g. `toWait('3', now) === 3000`; undefined when it is neither. */
export function toWait(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** Lets go of a body that nobody reads, so that the connection is free. */
async function discard({ body }: ClientResponse): Promise<void> {
  try {
    for await (const _ of body ?? []) break;
  } catch {
    // It failed while it was being thrown away.
  }
}

async function readBytes(answer: ClientResponse, most: number): Promise<Uint8Array | undefined> {
  if (Number(answer.headers.get('content-length') ?? 0) > most) {
    await discard(answer);
    return undefined;
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A function that asks one address, e.g. `await exchange(url, { as: 'page' })`; never throws. */
export function buildExchange(world: World, pacing: Pacing): (url: URL, ask: Ask) => Promise<Reply | FetchRefusal> {
  const limits: ClientLimits = { ...usual, ...world.limits };

  async function once(url: URL, accept: string, kept: Kept | undefined): Promise<Attempt> {
    const signal = AbortSignal.any([AbortSignal.timeout(limits.milliseconds), ...(world.signal ? [world.signal] : [])]);
    const headers = {
      'user-agent': world.userAgent,
      accept,
      ...(kept?.etag && { 'if-none-match': kept.etag }),
      ...(kept?.lastModified && { 'if-modified-since': kept.lastModified }),
    };
    const answer = await world.fetch(url.href, { headers, redirect: 'manual', signal });
    const header = (name: string): string | undefined => answer.headers.get(name) ?? undefined;
    if (answer.status === 200) {
      const bytes = await readBytes(answer, limits.bytes);
      if (!bytes) return sizeRefusal(url, limits.bytes);
      const fresh: Kept = {
        address: url.href,
        bytes,
        mediaType: header('content-type'),
        etag: header('etag'),
        lastModified: header('last-modified'),
      };
      const keeps = (fresh.etag ?? fresh.lastModified) && !/\bno-store\b/i.test(header('cache-control') ?? '');
      // What cannot be kept is asked for again next time, and nothing else is lost.
      if (keeps) await world.cache?.write(accept, fresh).catch(() => undefined);
      return { bytes, mediaType: fresh.mediaType };
    }
    await discard(answer);
    if (answer.status === 304 && kept) return { bytes: kept.bytes, mediaType: kept.mediaType };
    const location = REDIRECTS.has(answer.status) ? header('location') : undefined;
    if (location) return { location };
    const refusal = statusRefusal(answer.status, url);
    if (!TRANSIENT.has(answer.status)) return refusal;
    return { refusal, again: true, wait: toWait(answer.headers.get('retry-after'), world.now()) };
  }

  return async (url, { as, accept = '*/*' }) => {
    const kept = await world.cache?.read(url.href, accept).catch(() => undefined);
    for (let tries = 0; ; tries++) {
      await pacing.turn(url.host, limits.spacing[as]);
      if (world.signal?.aborted) return stoppedRefusal;
      const result = await once(url, accept, kept).catch((error: unknown): Attempt =>
        toFailure(error, url, Math.ceil(limits.milliseconds / 1000)),
      );
      if (world.signal?.aborted) return stoppedRefusal;
      if (!('again' in result)) return result;
      const { wait = limits.pause * 2 ** tries } = result;
      if (wait > limits.longestPause) return laterRefusal(url, Math.ceil(wait / 1000));
      if (!result.again || tries >= limits.retries) return result.refusal;
      await world.sleep(wait);
    }
  };
}
