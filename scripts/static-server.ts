/** Serves a built site as a strict host would: right types, a closed content policy, compressed text, the site's own 404. It never changes a file. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import sirv from 'sirv';
import { UNFINISHED } from '../src/library/to-files.ts';
import { codingFor, createPacker, textTypes } from './compression.ts';

export interface StaticServer {
  /** Address without a slash at the end, e.g. `http://localhost:4321`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface StaticServerOptions {
  /** Folder to serve, absolute. */
  readonly folder: string;
  /** Port to begin with, taken as it is when 0 (any free one), else the next free one is used. */
  readonly port?: number;
  readonly host?: string;
}

/** Headers of every answer: nothing inline, nothing from elsewhere; WebAssembly is the search. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

/** The form for editors styles itself inline and speaks to the host of the repository: what it may load stands in the page itself. */
const formPolicy = "frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/** Headers of an answer; only the form for editors has a policy of its own. */
const headersFor = (address: string): Readonly<Record<string, string>> =>
  /^\/admin(?:[/?#]|$)/.test(address) ? { ...securityHeaders, 'Content-Security-Policy': formPolicy } : securityHeaders;

/** Files whose name changes with their content are kept for good; everything else is asked for again, and not sent again when it is the same. */
export const cachingFor = (pathname: string): string =>
  /^\/_astro\/|^\/pagefind\/(?:index|fragment|filter)\/|\.pf_meta$/.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * Starts the server, e.g. `await startServer({ folder: '/tmp/dist', port: 4321 })`.
 * Throws when the folder has no index.html, when the build of it did not end well, or when twenty ports in a row are taken.
 */
export async function startServer({ folder, port = 4321, host = 'localhost' }: StaticServerOptions): Promise<StaticServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in \`${folder}\`. Run \`npm run build\` first.`);
  if (existsSync(join(folder, UNFINISHED)))
    throw new Error(`The last build of \`${folder}\` did not end well, so the site in it is not whole. Run \`npm run build\` again.`);
  const answer = staticAnswer(folder);
  for (let attempt = 0; attempt < 20; attempt++) {
    const server = createServer(answer);
    const bound = await new Promise<number | undefined>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
      server.listen(port === 0 ? 0 : port + attempt, host, () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
    if (bound === undefined) continue;
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close };
  }
  throw new Error(`Ports ${port} to ${port + 19} are all taken. Name another with \`--port\`.`);
}

function staticAnswer(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const pack = createPacker();
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      if (/\.(pagefind|pf_\w+)$/.test(path)) response.setHeader('content-type', 'application/octet-stream');
    },
  });

  /** Sends a text file compressed; false when it is no text, not there, or the client wants it plain or in part. */
  function sendPacked(request: IncomingMessage, response: ServerResponse, pathname: string, status: number): boolean {
    const coding = codingFor([request.headers['accept-encoding'] ?? ''].flat().join());
    const path = fileOf(folder, pathname);
    const packed = coding && path && !request.headers.range ? pack(path, coding) : undefined;
    if (!coding || !path || !packed) return false;
    response.setHeader('ETag', packed.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (status === 200 && request.headers['if-none-match'] === packed.etag) {
      response.writeHead(304).end();
      return true;
    }
    const type = textTypes[extname(path)] ?? 'text/plain';
    response.writeHead(status, { 'Content-Type': type, 'Content-Encoding': coding, 'Content-Length': packed.body.length });
    response.end(request.method === 'HEAD' ? undefined : packed.body);
    return true;
  }

  return (request, response) => {
    for (const [name, value] of Object.entries(headersFor(request.url ?? '/'))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const address = request.url ?? '/';
    const pathname = address.replace(/[?#].*$/, '').replace(/^\/+/, '/');
    const search = address.includes('?') ? address.slice(address.indexOf('?')) : '';
    response.setHeader('Cache-Control', cachingFor(pathname));
    if (!pathname.endsWith('/') && fileOf(folder, `${pathname}/`)) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    if (sendPacked(request, response, pathname, 200)) return;
    files(request, response, () => {
      response.setHeader('Cache-Control', 'no-cache');
      if (sendPacked(request, response, '/404.html', 404)) return;
      const page = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : '<!doctype html><title>Not found</title><h1>Not found</h1>');
    });
  };
}

/** The file at an address, e.g. `/topics/` → `<folder>/topics/index.html`; undefined for what is not below the folder or not there. */
function fileOf(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const path = normalize(join(folder, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
  return path.startsWith(folder + sep) && existsSync(path) ? path : undefined;
}
