/** Every request that a server of the site must answer, and how: one table for nginx, Caddy and `npm run serve`. Where one may differ, it says why. */

export type ServerName = 'nginx' | 'caddy' | 'serve';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came, still in its coding. */
  readonly body: Buffer;
}

export interface Expected {
  readonly status: number;
  /** Headers by name in lower case; null for one that must not be there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** File of the build whose bytes come, decoded; with `part`, those from the first to the last of them. */
  readonly file?: string;
  readonly part?: readonly [number, number];
}

export interface RequestRow {
  readonly asks: string;
  readonly path: string;
  readonly method?: string;
  /** `ETag` and `Last-Modified` stand for those of the plain answer to the same path. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly expect: Expected;
  readonly but?: Partial<Record<ServerName, { readonly expect: Expected; readonly because: string }>>;
}

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Accept-Encoding' };
const page = { status: 200, headers: { ...html, 'accept-ranges': 'bytes' }, file: 'topics/index.html' };
const plain = { ...page, headers: { ...page.headers, 'content-encoding': null } };
const br = { ...page, headers: { ...html, 'content-encoding': 'br' } };
const gzip = { ...page, headers: { ...html, 'content-encoding': 'gzip' } };
const lost = { status: 404, headers: html, file: '404.html' };
const path = '/topics/';
const old = 'Thu, 01 Jan 1970 00:00:00 GMT';
const later = 'Thu, 01 Jan 2099 00:00:00 GMT';
const unmodified = { status: 304, headers: { vary: 'Accept-Encoding', 'content-encoding': null } };
const refusesUp = 'it refuses an address that leads out of its folder as malformed';

const coded: RequestRow[] = [
  ['br, gzip', br],
  ['gzip, deflate, br', br],
  ['gzip', gzip],
  ['GZIP;q=0.5', gzip],
  ['br;q=0, gzip', gzip],
  ['br;q=0.0, gzip;q=0', plain],
  ['identity', plain],
  ['brotli, x-gzip-not', plain],
].map(([accepted, expect]) => ({
  asks: `in the coding of “${accepted as string}”`,
  path,
  headers: { 'accept-encoding': accepted as string },
  expect: expect as Expected,
}));

const typed: RequestRow[] = [
  ['/theme.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/favicon.svg', 'image/svg+xml', 'no-cache'],
  ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
  ['/opensearch.xml', 'text/xml; charset=utf-8', 'no-cache'],
  ['/robots.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ['/addresses.json', 'application/json', 'no-cache'],
  ['/fonts/patency-serif.woff2', 'font/woff2', 'no-cache'],
  ['/icons/icon-192.png', 'image/png', 'no-cache'],
  ['/service-worker.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/pagefind/wasm.en-gb.pagefind', 'application/octet-stream', 'no-cache'],
  ['/topics/phlegmasia/cite.bib', 'application/x-bibtex; charset=utf-8', 'no-cache'],
  ['/topics/phlegmasia/cite.ris', 'application/x-research-info-systems; charset=utf-8', 'no-cache'],
  ['/_astro/*.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/_astro/*.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/pagefind/fragment/*.pf_fragment', 'application/octet-stream', 'public, max-age=31536000, immutable'],
  ['/pagefind/*.pf_meta', 'application/octet-stream', 'public, max-age=31536000, immutable'],
].map(([address = '', type = '', cache = '']) => ({
  asks: 'for a file of its own type and time to keep',
  path: address,
  expect: { status: 200, headers: { 'content-type': type, 'cache-control': cache }, file: address.slice(1) },
}));

const ranged: RequestRow[] = [
  ['bytes=0-4', 0, 4],
  ['bytes=5-', 5, -1],
  ['bytes=-5', -5, -1],
  ['bytes=-99999999', 0, -1],
  ['bytes=10-99999999', 10, -1],
].map(([range, first, last]) => ({
  asks: `for a part, ${range as string}`,
  path,
  headers: { range: range as string },
  expect: { status: 206, headers: html, file: 'topics/index.html', part: [first as number, last as number] },
}));

const conditional: RequestRow[] = [
  ['if-none-match', 'ETag', unmodified],
  ['if-none-match', 'W/ETag', unmodified],
  ['if-none-match', '"a", W/ETag, "b"', unmodified],
  ['if-none-match', '*', unmodified],
  ['if-none-match', '"a"', page],
  ['if-modified-since', 'Last-Modified', unmodified],
  ['if-modified-since', later, unmodified],
  ['if-modified-since', old, page],
  ['if-modified-since', 'yesterday', page],
  ['if-match', 'ETag', page],
  ['if-match', '*', page],
  ['if-match', '"a"', { status: 412 }],
  ['if-unmodified-since', later, page],
  ['if-unmodified-since', old, { status: 412 }],
].map(([header, value, expect]) => ({
  asks: `under a condition, ${header as string}: ${value as string}`,
  path,
  headers: { [header as string]: value as string },
  expect: expect as Expected,
}));

const resumed: RequestRow[] = [
  ['ETag', true],
  ['Last-Modified', true],
  ['W/ETag', false],
  ['"a"', false],
  [old, false],
  [later, false],
].map(([value, fresh]) => ({
  asks: `for the rest if it is still the same, If-Range: ${value as string}`,
  path,
  headers: { range: 'bytes=5-9', 'if-range': value as string },
  expect: fresh ? { status: 206, headers: html, file: 'topics/index.html', part: [5, 9] } : page,
}));

const withheld: RequestRow[] = [
  '/nothing/',
  '/nothing.json',
  '/topics/nothing.js',
  '/_astro/',
  '/previews/',
  '/topics/index.html/',
  '/.env',
  '/.git/config',
  '/topics/.draft.html',
  '/.well-known/nothing',
  '/half.html.part',
  '/_headers',
  '/topics/index.html.br',
  '/topics/index.html.gz',
].map((address) => ({ asks: 'for what is not there, or for nobody', path: address, expect: lost }));

export const requestTable: readonly RequestRow[] = [
  { asks: 'for a page', path, expect: plain },
  { asks: 'for the head of a page', path, method: 'HEAD', headers: { 'accept-encoding': 'br' }, expect: { ...br, file: undefined } },
  ...coded,
  {
    asks: 'for the coding that weighs more',
    path,
    headers: { 'accept-encoding': 'gzip;q=1, br;q=0.5' },
    expect: br,
    but: { caddy: { expect: gzip, because: 'it goes by the weights, the others send the smaller of what is taken' } },
  },
  ...typed,
  ...ranged,
  {
    asks: 'for a part behind the end',
    path,
    headers: { range: 'bytes=99999999-' },
    expect: { status: 416, headers: { 'content-range': 'bytes */SIZE' } },
  },
  ...['bytes=5-2', 'bytes=x'].map((range) => ({
    asks: `for a part that is none, ${range}`,
    path,
    headers: { range },
    expect: { status: 416, headers: { 'content-range': 'bytes */SIZE' } },
    but: { caddy: { expect: { status: 416 }, because: 'it does not say how long the file is' } },
  })),
  {
    asks: 'for the last nought bytes',
    path,
    headers: { range: 'bytes=-0' },
    expect: { status: 416 },
    but: { caddy: { expect: page, because: 'by itself it would send a part of nothing; its configuration has it send the whole' } },
  },
  { asks: 'for several parts, and gets the whole', path, headers: { range: 'bytes=0-1,4-5' }, expect: page },
  { asks: 'in a unit that nobody knows', path, headers: { range: 'lines=0-4' }, expect: page },
  ...conditional,
  ...resumed,
  { asks: 'without the slash', path: '/topics', expect: { status: 301, headers: { location: '/topics/', 'cache-control': 'no-cache' } } },
  {
    asks: 'without the slash, with a question',
    path: '/search?q=a%20b',
    expect: { status: 301, headers: { location: '/search/?q=a%20b' } },
  },
  { asks: 'without the slash, with two in front', path: '//topics', expect: { status: 301, headers: { location: '/topics/' } } },
  { asks: 'in another spelling', path: '/%74opics/', expect: page },
  { asks: 'with two slashes', path: '//topics//', expect: page },
  { asks: 'by a way round', path: '/about/../topics/', expect: page },
  { asks: 'by a way round that is hidden', path: '/about/%2e%2e/topics/', expect: page },
  ...withheld,
  {
    asks: 'for a page for wrong addresses, compressed',
    path: '/no',
    headers: { 'accept-encoding': 'br' },
    expect: { ...lost, headers: { ...html, 'content-encoding': 'br' } },
  },
  {
    asks: 'for a folder without a page',
    path: '/_astro',
    expect: lost,
    but: {
      nginx: { expect: { status: 301, headers: { location: '/_astro/' } }, because: 'it adds the slash first and finds nothing then' },
    },
  },
  ...['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json'].map((address) => ({
    asks: 'for what is outside',
    path: address,
    expect: lost,
    but: { nginx: { expect: { status: 400 }, because: refusesUp } },
  })),
  {
    asks: 'with a byte that no name has',
    path: '/topics/%00',
    expect: { status: 400 },
    but: { caddy: { expect: lost, because: 'to it that is a name like another, of a file that is not there' } },
  },
  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => ({
    asks: 'for what a site of files does not do',
    path,
    method,
    expect: { status: 405, headers: { allow: 'GET, HEAD', 'cache-control': 'no-cache' } },
  })),
  {
    asks: 'through a proxy that ends TLS',
    path,
    headers: { 'x-forwarded-proto': 'https' },
    expect: { ...page, headers: { ...html, 'strict-transport-security': 'max-age=31536000' } },
    but: {
      serve: { expect: page, because: 'it is for one’s own machine, where a browser would keep other programs from answering without TLS' },
    },
  },
  { asks: 'without TLS', path, expect: { ...page, headers: { 'strict-transport-security': null } } },
];
