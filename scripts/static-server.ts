/** Serves a built site as a strict host would: right types, a closed content policy, the site's own 404. It never changes a file. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import sirv from 'sirv';

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
  'Cache-Control': 'no-store',
};

/**
 * Starts the server, e.g. `await startServer({ folder: '/tmp/dist', port: 4321 })`.
 * Throws when the folder has no index.html, or when twenty ports in a row are taken.
 */
export async function startServer({ folder, port = 4321, host = 'localhost' }: StaticServerOptions): Promise<StaticServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in \`${folder}\`. Run \`npm run build\` first.`);
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
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response, path) => {
      if (/\.(pagefind|pf_\w+)$/.test(path)) response.setHeader('content-type', 'application/octet-stream');
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const address = request.url ?? '/';
    const pathname = address.replace(/[?#].*$/, '').replace(/^\/+/, '/');
    const search = address.includes('?') ? address.slice(address.indexOf('?')) : '';
    if (!pathname.endsWith('/') && isPageFolder(folder, pathname)) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    files(request, response, () => {
      const page = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(existsSync(page) ? readFileSync(page) : '<!doctype html><title>Not found</title><h1>Not found</h1>');
    });
  };
}

function isPageFolder(folder: string, pathname: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return false;
  }
  const index = normalize(join(folder, decoded, 'index.html'));
  return index.startsWith(folder + sep) && existsSync(index);
}
