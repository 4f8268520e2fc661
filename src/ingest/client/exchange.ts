/** One address asked, with patience: pauses, second tries, a limit on size and time, and what was kept from last time. Follows no redirect. */
import { limits as usual, type Ask, type ClientResponse, type FetchRefusal, type Kept, type ClientLimits, type World } from './client.ts';
import type { Pacing } from './pacing.ts';
import { laterRefusal, sizeRefusal, statusRefusal, stoppedRefusal, toFailure, type Failure } from './refusals.ts';

/** What one address answered: bytes, or where they are now. */
export type Reply = { readonly bytes: Uint8Array; readonly mediaType?: string } | { readonly location: string };

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

interface Retry extends Failure {
  readonly wait?: number;
}
const isRetry = (value: Reply | FetchRefusal | Retry): value is Retry => 'again' in value;

/** A function that asks one address, e.g. `await exchange(url, { as: 'page' })`; never throws. */
export function buildExchange(world: World, pacing: Pacing): (url: URL, ask: Ask) => Promise<Reply | FetchRefusal> {
  const limits: ClientLimits = { ...usual, ...world.limits };

  async function once(url: URL, accept: string, kept: Kept | undefined): Promise<Reply | FetchRefusal | Retry> {
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
      const result = await once(url, accept, kept).catch((error: unknown): Retry => {
        return toFailure(error, url, Math.ceil(limits.milliseconds / 1000));
      });
      if (world.signal?.aborted) return stoppedRefusal;
      if (!isRetry(result)) return result;
      const wait = result.wait ?? limits.pause * 2 ** tries;
      if (wait > limits.longestPause) return laterRefusal(url, Math.ceil(wait / 1000));
      if (!result.again || tries >= limits.retries) return result.refusal;
      await world.sleep(wait);
    }
  };
}
