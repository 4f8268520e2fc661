/** Every request that a server of the site must answer, and how: one table for nginx, Caddy and `npm run serve`. Where one may differ, it says why. */
import { parts } from './request-parts.ts';
import { html, page, type Expected, type RequestRow } from './request-row.ts';

const plain = { ...page, headers: { ...page.headers, 'content-encoding': null } };
const br = { ...page, headers: { ...html, 'content-encoding': 'br' } };
const gzip = { ...page, headers: { ...html, 'content-encoding': 'gzip' } };
const lost = { status: 404, headers: html, file: '404.html' };
const path = '/topics/';
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
  ['/llms.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ['/feeds/atom.xml', 'text/xml; charset=utf-8', 'no-cache'],
  ['/api/results.csv', 'text/csv; charset=utf-8', 'no-cache'],
  ['/topics/phlegmasia/index.md', 'text/markdown; charset=utf-8', 'no-cache'],
  ['/topics/phlegmasia/index.json', 'application/json', 'no-cache'],
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
  ...parts,
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
