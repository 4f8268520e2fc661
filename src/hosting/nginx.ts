/** The site as a configuration of nginx (1.20 or later, no further module): one file for the `http` part, made from the table. */
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

export interface NginxPlace {
  /** Absolute folder of the built site, e.g. `/srv/patency`. */
  readonly root: string;
  /** Name that it answers to, e.g. `patency.example`. */
  readonly name: string;
  /** What stands behind `listen`, one line each, e.g. `80` and `[::]:80`. */
  readonly listen: readonly string[];
}

const quoted = (text: string): string => `"${text}"`;
const indent = (lines: readonly string[], by = 4): string[] => lines.map((line) => (line ? ' '.repeat(by) + line : line));
const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...indent(lines), '}'];
/** Read again at each use: an address changes on its way to a file. */
const map = (from: string, to: string, rows: readonly (readonly [string, string])[]): string[] =>
  block(`map ${from} ${to}`, ['volatile;', ...rows.map(([key, value]) => `${key} ${quoted(value)};`)]);

/** `br` among the codings that a client takes, and not with the weight nought. */
const takesBrotli = '~*(?:^|,)\\s*br\\s*(?:;\\s*q=(?:1(?:\\.0*)?|0\\.\\d*[1-9]\\d*))?\\s*(?:,|$)';

/** nginx without its brotli module sends a compressed twin as a file of its own, which must be told what it is. */
const twinOf = (ending: string): string[] =>
  block(`location ~ \\.${ending}\\.br$`, [
    'internal;',
    'types { }',
    `default_type ${quoted(types[ending] ?? otherType)};`,
    'gzip_static off;',
  ]);

/** The configuration as text, e.g. for `{ root: '/srv/patency', name: 'patency.example', listen: ['80'] }`. */
export function toNginx({ policy, form }: ServedFolder, { root, name, listen }: NginxPlace): string {
  // Variables belong to the whole server program: those of two sites must not share names.
  const own = `$${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
  const kept = lasting.folders.join('|');
  const headers = [
    ['Content-Security-Policy', `${own}_policy`],
    ...Object.entries(commonHeaders),
    [strictTransport.name, `${own}_transport`],
    ['Cache-Control', `${own}_cache`],
    ['Content-Encoding', `${own}_coding`],
    ['Vary', `${own}_vary`],
    ['Allow', `${own}_allow`],
  ].map(([header = '', value = '']) => `add_header ${header} ${quoted(value)} always;`);
  const lines = [
    '# Made by `npm run hosting` for nginx 1.20 or later. Goes where `http { … }` includes it, such as /etc/nginx/conf.d/patency.conf.',
    ...map('$http_accept_encoding', `${own}_takes_br`, [
      ['default', ''],
      [quoted(takesBrotli), '1'],
    ]),
    ...map('$request_method', `${own}_allow`, [
      ['default', 'GET, HEAD'],
      ['GET', ''],
      ['HEAD', ''],
    ]),
    '# Behind a proxy that ends TLS, that proxy says so; nobody else may set the header there.',
    ...map('"$scheme $http_x_forwarded_proto"', `${own}_transport`, [
      ['default', ''],
      ['~https', strictTransport.value],
    ]),
    ...map('$uri', `${own}_policy`, [['default', policy], ...(form === undefined ? [] : [[`~^${form}`, sharedPolicy] as const])]),
    ...map('$uri', `${own}_cache`, [
      ['default', caching.others],
      [quoted(`~^(?:${kept})|\\${lasting.ending}$`), caching.lasting],
    ]),
    ...map('$uri', `${own}_coding`, [
      ['default', ''],
      ['~\\.br$', 'br'],
    ]),
    ...map('$uri', `${own}_vary`, [
      ['default', ''],
      [`~\\.(?:br|${compressible.join('|')})$`, 'Accept-Encoding'],
    ]),
    '',
    ...block('server', [
      ...listen.map((address) => `listen ${address};`),
      `server_name ${name};`,
      `root ${quoted(root)};`,
      'index index.html;',
      'server_tokens off;',
      'absolute_redirect off;',
      'max_ranges 1; # several ranges at once are the whole file',
      'gzip off; # what there is to compress is compressed already',
      'gzip_static on;',
      'gzip_proxied any;',
      'if_modified_since before;',
      ...block(
        'types',
        Object.entries(types).map(([ending, type]) => `${quoted(type)} ${ending};`),
      ),
      `default_type ${otherType};`,
      ...headers,
      'error_page 403 404 =404 /404.html;',
      `if (${own}_allow) { return 405; }`,
      ...compressible.flatMap(twinOf),
      `location ~ ^(?!${withheld.but.replaceAll('.', '\\.')}).*(?:${withheld.pattern}) { return 404; }`,
      ...block('location /', [
        `set ${own}_twin ${own}_takes_br;`,
        `if (!-f $request_filename.br) { set ${own}_twin ""; }`,
        `if (${own}_twin) { rewrite ^(.*)$ $1.br last; }`,
      ]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
