/** The polite client: follows redirects by hand, checks each address on the way, and keeps for pages to the wishes of a site in its robots.txt (RFC 9309). */
import robotsParser from 'robots-parser';
import { isRefusal } from '../raw-article.ts';
import { guardAddress } from './address-guard.ts';
import { limits as usual, type Ask, type Client, type Fetched, type FetchRefusal, type World } from './client.ts';
import { buildExchange, buildPacing, type Pacing } from './exchange.ts';
import { redirectRefusal } from './refusals.ts';

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
