/** Addresses of works made comparable: two addresses of one page become equal text. */

const TRACKING = /^(?:utm_|mc_|_hs)|^(?:fbclid|gclid|dclid|msclkid|igshid|yclid|_ga|cmpid|ocid)$/i;

/**
 * Without scheme, `www.`, tracking, fragment and closing slash, e.g.
 * `workAddress('https://www.example.org/a/?utm_source=x#b') === 'example.org/a'`. Text that is no address stays as it is.
 */
export function workAddress(text: string): string {
  const url = URL.parse(text);
  if (!url) return text;
  const kept = [...url.searchParams].filter(([key]) => !TRACKING.test(key)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query ? `?${query}` : ''}`;
}
