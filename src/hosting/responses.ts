/** What a server says with each file of the site: headers, type, how long it keeps, and what it never hands out. One table for every server. */
import { sharedPolicy } from './policy.ts';

/** A folder as it is served. */
export interface ServedFolder {
  /** Content policy of every page. */
  readonly policy: string;
  /** Where the form for editors stands beside readers’ pages, e.g. `/admin/`; what it may load it says itself. */
  readonly form?: string | undefined;
}

/** Headers of every answer besides the content policy. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': [
    'camera',
    'display-capture',
    'geolocation',
    'hid',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Sent over HTTPS only, where alone it means something. Other names below the same domain are left to whoever runs them. */
export const strictTransport = { name: 'Strict-Transport-Security', value: 'max-age=31536000' } as const;

/** Types by ending. Anything else is bytes that a browser neither runs nor shows. */
export const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  xml: 'text/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
  apkg: 'application/vnd.anki',
};
export const otherType = 'application/octet-stream';

/** Endings of what is text, and is kept compressed beside itself. */
export const compressible: readonly string[] = Object.keys(types).filter((ending) => !['png', 'woff2', 'apkg'].includes(ending));

/** Files whose name changes with their content: kept for good. Hosts that match folders only send the one ending like any other file. */
export const lasting = {
  folders: ['/_astro/', '/pagefind/index/', '/pagefind/fragment/', '/pagefind/filter/'],
  ending: '.pf_meta',
} as const;
export const caching = { lasting: 'public, max-age=31536000, immutable', others: 'no-cache' } as const;

/** Never handed out: hidden files (but for what the Web keeps under `/.well-known/`), half-written ones, the compressed twins by themselves, settings. */
export const withheld = { pattern: '/\\.|\\.(?:part|br|gz)$|^/_headers$|\\x00', but: '/.well-known/' } as const;

/** True for what a server must not hand out, e.g. `/.git/config` and `/index.html.br`. The path is decoded and has no `..` in it. */
export const isWithheld = (path: string): boolean => new RegExp(withheld.pattern).test(path) && !path.startsWith(withheld.but);

/** Type of a file, e.g. `typeOf('/a/index.html')` is `text/html; charset=utf-8`. */
export const typeOf = (path: string): string => types[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? otherType;

/** Headers that go with a path, e.g. `headersFor('/topics/', served)['Cache-Control']` is `no-cache`. The path is decoded and has no `..` in it. */
export function headersFor(path: string, { policy, form }: ServedFolder): Readonly<Record<string, string>> {
  const keeps = lasting.folders.some((folder) => path.startsWith(folder)) || path.endsWith(lasting.ending);
  return {
    'Content-Security-Policy': form !== undefined && path.startsWith(form) ? sharedPolicy : policy,
    ...commonHeaders,
    'Cache-Control': keeps ? caching.lasting : caching.others,
  };
}

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
