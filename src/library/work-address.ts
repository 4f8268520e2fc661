/** Addresses of works made comparable: two addresses of one page become equal text. Nothing is fetched. */

/** Query parameters that count readers and do not name pages. */
const TRACKING = /^(?:utm_|mc_|_hs)|^(?:fbclid|gclid|dclid|msclkid|igshid|yclid|_ga|cmpid|ocid|mkt_tok)$/i;

/** True for a query parameter that names no page, e.g. `isTracking('utm_source')`. */
export const isTracking = (key: string): boolean => TRACKING.test(key);

/**
 * Without scheme, `www.`, tracking, fragment and closing slash, e.g.
 * `workAddress('https://www.example.org/a/?utm_source=x#b') === 'example.org/a'`. Text that is no web address stays as it is.
 */
export function workAddress(text: string): string {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return text;
  const kept = [...url.searchParams].filter(([key]) => !isTracking(key)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`;
}
