/**
 * The polite client: pauses between requests to one host, second tries, a limit on size and time, and what was kept from last time; it follows
 * redirects by hand, checks each address on the way, and keeps for pages to the wishes of a site in its robots.txt (RFC 9309).
 */
import robotsParser from 'robots-parser';
import { isRefusal } from '../raw-article.ts';
import { guardAddress } from './address-guard.ts';
import {
  limits as usual,
  type Ask,
  type Client,
  type Fetched,
  type FetchRefusal,
  type World,
  type ClientResponse,
  type Kept,
  type ClientLimits,
} from './client.ts';
import { redirectRefusal, laterRefusal, sizeRefusal, statusRefusal, stoppedRefusal, toFailure, type Failure } from './refusals.ts';

/** Keeps requests to one host apart. Hosts do not wait for each other. */
interface Pacing {
  /** Resolves when it is this request's turn; `gap` is the least distance to the request before it. */
  readonly turn: (host: string, gap: number) => Promise<void>;
  /** The gap that a site asks for in its robots.txt; longer than `gap` it is kept instead. */
  readonly slow: (host: string, gap: number) => void;
}

/** Example: two turns for one host with a gap of 1000 leave at least a second between them; the first does not wait. */
function buildPacing({ now, sleep }: Pick<World, 'now' | 'sleep'>): Pacing {
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
type Reply = { readonly bytes: Uint8Array; readonly mediaType?: string } | { readonly location: string };

/** What may be tried again, and after how many milliseconds, where the server says so. */
type Attempt = Reply | FetchRefusal | (Failure & { readonly wait?: number | undefined });

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);

/** `Retry-After` in milliseconds: seconds or a date, e.g. `toWait('3', now) === 3000`; undefined when it is neither. */
function toWait(header: string | null, now: number): number | undefined {
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

/** A function that asks one address and follows no redirect; never throws. */
function buildExchange(world: World, pacing: Pacing): (url: URL, ask: Ask) => Promise<Reply | FetchRefusal> {
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

const PAGE = 'text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml;q=0.9,*/*;q=0.5';

/** RFC 9309 asks for at least 500 kibibytes. */
const MOST_BYTES = 512 * 1024;
const LONGEST_DELAY = 30_000;

type Rules = ReturnType<typeof robotsParser>;

/**
 * A function that says why a page may not be fetched, or undefined. A site without robots.txt allows all; one whose
 * robots.txt cannot be asked for allows nothing, as the standard wants it. `product` is the name that rules go by.
 */
function buildRobots(
  fetchFile: (url: URL) => Promise<Fetched | FetchRefusal>,
  pacing: Pacing,
  product: string,
): (url: URL) => Promise<FetchRefusal | undefined> {
  const sites = new Map<string, Promise<Rules | FetchRefusal>>();

  async function readRules({ origin, host }: URL): Promise<Rules | FetchRefusal> {
    const address = `${origin}/robots.txt`;
    const file = await fetchFile(new URL(address));
    if (isRefusal(file) && file.why !== 'absent' && file.why !== 'denied') return file;
    const text = isRefusal(file) ? '' : new TextDecoder().decode(file.bytes.subarray(0, MOST_BYTES));
    const rules = robotsParser(address, text);
    const delay = rules.getCrawlDelay(product);
    if (delay) pacing.slow(host, Math.min(delay * 1000, LONGEST_DELAY));
    return rules;
  }

  return async (url) => {
    const known = sites.get(url.origin) ?? readRules(url);
    sites.set(url.origin, known);
    const rules = await known;
    if (isRefusal(rules)) {
      return { ...rules, reason: `The robots.txt of ${url.host}, which says what programs may read, could not be read: ${rules.reason}` };
    }
    if (rules.isAllowed(url.href, product) !== false) return undefined;
    return {
      why: 'robots',
      reason: `The robots.txt of ${url.host} asks programs to leave this page alone.`,
      hint: 'Open it in a browser, save the page or the PDF, and give the file.',
    };
  };
}

/**
 * A client for one run, e.g. `buildClient({ fetch, sleep, now, userAgent })`. Private addresses are refused by their text
 * here; names that lead there are refused by the lookup of the `fetch` that is handed in, see `address-guard.ts`.
 */
export function buildClient(world: World): Client {
  const most = world.limits?.redirects ?? usual.redirects;
  const pacing = buildPacing(world);
  const exchange = buildExchange(world, pacing);

  async function follow(
    text: string,
    ask: Ask,
    mayRead?: (url: URL) => Promise<FetchRefusal | undefined>,
  ): Promise<Fetched | FetchRefusal> {
    let url = guardAddress(text, world.allowPrivate);
    for (let hops = 0; !isRefusal(url); hops++) {
      const refused = await mayRead?.(url);
      if (refused) return refused;
      const reply = await exchange(url, ask);
      if (isRefusal(reply)) return reply;
      if ('bytes' in reply) return { address: url.href, bytes: reply.bytes, mediaType: reply.mediaType };
      if (hops >= most) return redirectRefusal(url, most);
      const from: URL = url;
      const next = URL.parse(reply.location, from.href)?.href ?? reply.location;
      const guarded = guardAddress(next, world.allowPrivate);
      url = isRefusal(guarded) ? { ...guarded, reason: `${from.host} passes the request on. ${guarded.reason}` } : guarded;
    }
    return url;
  }

  const product = world.userAgent.split('/')[0] ?? world.userAgent;
  const robots = buildRobots((url) => follow(url.href, { as: 'page', accept: 'text/plain,*/*;q=0.5' }), pacing, product);
  return {
    fetchBytes: (address, ask) => (ask.as === 'page' ? follow(address, { accept: PAGE, ...ask }, robots) : follow(address, ask)),
  };
}
