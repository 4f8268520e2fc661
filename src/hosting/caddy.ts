/** The site as a Caddyfile (Caddy 2.6 or later, no further module), made from the table. */
import { sharedPolicy } from './policy.ts';
import {
  caching,
  commonHeaders,
  compressible,
  lasting,
  otherType,
  strictTransport,
  types,
  withheld,
  type ServedFolder,
} from './responses.ts';

export interface CaddyPlace {
  /** Absolute folder of the built site, e.g. `/srv/patency`. */
  readonly root: string;
  /** Address that it answers to, e.g. `patency.example`, for which Caddy fetches a certificate by itself. */
  readonly address: string;
}

const quoted = (text: string): string => `\`${text}\``;
const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...lines.map((line) => `\t${line}`), '}'];
const header = (name: string, value: string, matcher = ''): string => ['header', matcher, name, quoted(value)].filter(Boolean).join(' ');

const vary = ['defer', 'Vary Accept-Encoding'];

const endings = (...names: readonly string[]): string => names.map((name) => (name === 'html' ? '*/ *.html' : `*.${name}`)).join(' ');

/** The configuration as text, e.g. for `{ root: '/srv/patency', address: 'patency.example' }`. */
export function toCaddyfile({ policy, form }: ServedFolder, { root, address }: CaddyPlace): string {
  const files = ['file_server {', '\tprecompressed br gzip', '}'];
  const lines = [
    '# Made by `npm run hosting` for Caddy 2.6 or later.',
    ...block(address, [
      `root * ${quoted(root)}`,
      '# Behind a proxy that ends TLS, that proxy says so; nobody else may set the header there.',
      "@secure expression `{http.request.scheme} == 'https' || {http.request.header.X-Forwarded-Proto} == 'https'`",
      '@taken not method GET HEAD',
      `@lasting path ${lasting.folders.map((folder) => `${folder}*`).join(' ')} *${lasting.ending}`,
      `@text path ${endings(...compressible)}`,
      ...block('@withheld', [`path_regexp ${withheld.pattern}`, `not path ${withheld.but}*`]),
      '# Ranges that it would answer otherwise than others do: several at once, of another unit, the last nought bytes.',
      '@unranged header_regexp Range `,|^[^b]|=-0+$`',
      '# By itself it would forget the query of an address without its slash.',
      ...block('@folder', ['path_regexp folder ^(?:/[^/]+)+$', 'file {path}/index.html']),
      ...block('@asked', ['path_regexp asked ^(?:/[^/]+)+$', 'file {path}/index.html', "expression `{http.request.uri.query} != ''`"]),
      ...block('route', [
        'header -Server', // by itself: what takes away is done last of all, with everything in its block
        ...block('header', [
          `Content-Security-Policy ${quoted(policy)}`,
          ...Object.entries(commonHeaders).map(([name, value]) => `${name} ${quoted(value)}`),
          `Cache-Control ${caching.others}`,
          `Content-Type ${otherType}`,
        ]),
        ...(form === undefined ? [] : [header('Content-Security-Policy', sharedPolicy, `${form}*`)]),
        header(strictTransport.name, strictTransport.value, '@secure'),
        header('Cache-Control', caching.lasting, '@lasting'),
        ...Object.entries(types).flatMap(([ending, type]) => [
          `@${ending} path ${endings(ending)}`,
          header('Content-Type', type, `@${ending}`),
        ]),
        ...block('header @text', vary),
        ...block('handle @taken', [header('Allow', 'GET, HEAD'), 'respond 405']),
        'request_header @unranged -Range',
        'error @withheld 404',
        'redir @asked {re.asked.0}/?{query} 301',
        'redir @folder {re.folder.0}/ 301',
        ...files,
      ]),
      ...block('handle_errors', [
        'header -Server',
        ...block('header', vary),
        header('Content-Security-Policy', policy),
        header('Cache-Control', caching.others),
        header('Content-Type', types['html'] ?? otherType),
        'rewrite * /404.html',
        ...files,
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
