/** The file `_headers`, by which Netlify and Cloudflare Pages learn what to send. Both add up what several rules say, so no header stands in two. */
import { sharedPolicy } from './policy.ts';
import { caching, commonHeaders, lasting, strictTransport, type ServedFolder } from './responses.ts';

const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * The file as text, e.g. with `/_astro/*` and below it `Cache-Control: public, max-age=31536000, immutable`.
 * What is not named there both hosts have asked for again by themselves.
 */
export function toHeadersFile({ policy, form }: ServedFolder): string {
  const everywhere = {
    'Content-Security-Policy': form === undefined ? policy : sharedPolicy,
    ...commonHeaders,
    [strictTransport.name]: strictTransport.value,
  };
  const kept = lasting.folders.map((folder) => rule(`${folder}*`, { 'Cache-Control': caching.lasting }));
  return `${[rule('/*', everywhere), ...kept].join('\n')}\n`;
}
