/** The wishes of a site for programs, read once for each site from its robots.txt (RFC 9309). */
import robotsParser from 'robots-parser';
import type { FetchRefusal, Fetched } from './client.ts';
import type { Pacing } from './pacing.ts';
import { isRefusal } from '../outcome.ts';

/** RFC 9309 asks for at least 500 kibibytes. */
const MOST_BYTES = 512 * 1024;
const LONGEST_DELAY = 30_000;

type Rules = ReturnType<typeof robotsParser>;

/**
 * A function that says why a page may not be fetched, or undefined. A site without robots.txt allows all; one whose
 * robots.txt cannot be asked for allows nothing, as the standard wants it. `product` is the name that rules go by.
 */
export function buildRobots(
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
