/** The polite client: follows redirects by hand, checks each address on the way, and keeps to robots.txt for pages. */
import { isRefusal } from '../outcome.ts';
import { guardAddress } from './address-guard.ts';
import { limits as usual, type Ask, type Client, type Fetched, type FetchRefusal, type World } from './client.ts';
import { buildExchange } from './exchange.ts';
import { buildPacing } from './pacing.ts';
import { redirectRefusal } from './refusals.ts';
import { buildRobots } from './robots.ts';

const PAGE = 'text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml;q=0.9,*/*;q=0.5';

/**
 * A client for one run, e.g. `buildClient({ fetch, sleep, now, userAgent })`. Private addresses are refused by their text
 * here; names that lead there are refused by the lookup of the `fetch` that is handed in, see `guarded-lookup.ts`.
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
