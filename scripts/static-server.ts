/** Serves a built site as the configurations of nginx and Caddy do: same headers, same twins, same ranges, the site’s own 404. It never changes a file. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { join, posix, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { sitePolicy } from '../src/hosting/policy.ts';
import { compressible, headersFor, isWithheld, typeOf, type ServedFolder } from '../src/hosting/responses.ts';
import { UNFINISHED } from '../src/library/to-files.ts';
import { judgeRequest } from './request-conditions.ts';

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
  /** What goes with it; left out, it is a site for readers, with the form beside it where the build has put one. */
  readonly served?: ServedFolder | undefined;
}

/**
 * Starts the server, e.g. `await startServer({ folder: '/tmp/dist', port: 4321 })`.
 * Throws when the folder has no index.html, when the build of it did not end well, or when twenty ports in a row are taken.
 */
export async function startServer({ folder, port = 4321, host = 'localhost', served }: StaticServerOptions): Promise<StaticServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in \`${folder}\`. Run \`npm run build\` first.`);
  if (existsSync(join(folder, UNFINISHED)))
    throw new Error(`The last build of \`${folder}\` did not end well, so the site in it is not whole. Run \`npm run build\` again.`);
  const form = existsSync(join(folder, 'admin')) ? '/admin/' : undefined;
  const answer = staticAnswer(folder, served ?? { policy: sitePolicy.header, form });
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

/** The path that an address means, decoded, without `..` and double slashes, e.g. `//%61dmin/../topics/` → `/topics/`; undefined for what means none. */
function pathOf(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/, ''));
    return path.startsWith('/') && !path.includes('\0') ? posix.normalize(path.replaceAll('\\', '/')) : undefined;
  } catch {
    return undefined;
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
/** A twin that is older than its file holds what the file no longer does: somebody has written into the built site since. */
const isTwin = (twin: string, file: string): boolean => isFile(twin) && statSync(twin).mtimeMs >= statSync(file).mtimeMs;

/** The best twin that is there and that a client takes, e.g. for `gzip, deflate, br` the one in `br`. */
function codingFor(accepted: string, file: string): 'br' | 'gzip' | undefined {
  const takes = (coding: string): boolean =>
    new RegExp(`(?:^|,)\\s*${coding}\\s*(?:;\\s*q=(?:1(?:\\.0*)?|0\\.\\d*[1-9]\\d*))?\\s*(?:,|$)`, 'i').test(accepted);
  return takes('br') && isTwin(`${file}.br`, file) ? 'br' : takes('gzip') && isTwin(`${file}.gz`, file) ? 'gzip' : undefined;
}

/** Answers with a file that is there, or with the part of it or the word that the client asks for. */
function sendFile(request: IncomingMessage, response: ServerResponse, file: string, found: 200 | 404): void {
  const coding = codingFor([request.headers['accept-encoding'] ?? ''].flat().join(), file);
  const sent = coding === undefined ? file : `${file}.${coding === 'br' ? 'br' : 'gz'}`;
  const { size, mtimeMs } = statSync(sent);
  const modified = Math.trunc(mtimeMs / 1000) * 1000;
  const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  if (compressible.some((ending) => file.endsWith(`.${ending}`))) response.setHeader('Vary', 'Accept-Encoding');
  if (found === 200) {
    response.setHeader('ETag', etag);
    response.setHeader('Last-Modified', new Date(modified).toUTCString());
    response.setHeader('Accept-Ranges', 'bytes');
  }
  const verdict = found === 404 ? { status: found } : judgeRequest(request.headers, { size, etag, modified });
  if (verdict.status === 416) response.setHeader('Content-Range', `bytes */${size}`);
  if (verdict.status !== 200 && verdict.status !== 206 && verdict.status !== 404) {
    response.writeHead(verdict.status).end();
    return;
  }
  const part = verdict.status === 206 ? verdict : { start: 0, end: size - 1 };
  if (verdict.status === 206) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
  if (coding !== undefined) response.setHeader('Content-Encoding', coding);
  response.writeHead(verdict.status, { 'Content-Type': typeOf(file), 'Content-Length': part.end - part.start + 1 });
  if (request.method === 'HEAD' || size === 0) response.end();
  else pipeline(createReadStream(sent, part), response, (error) => error && response.destroy());
}

function staticAnswer(folder: string, served: ServedFolder): RequestListener {
  return (request, response) => {
    const path = pathOf(request.url ?? '/');
    for (const [name, value] of Object.entries(headersFor(path ?? '/', served))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (path === undefined) {
      response.writeHead(400).end();
      return;
    }
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!isWithheld(path) && file.startsWith(folder + sep)) {
      if (isFile(file)) return sendFile(request, response, file, 200);
      if (isFile(join(file, 'index.html'))) {
        const search = /\?[^#]*/.exec(request.url ?? '')?.[0] ?? '';
        response.writeHead(301, { Location: `${encodeURI(path)}/${search}` }).end();
        return;
      }
    }
    for (const [name, value] of Object.entries(headersFor('/404.html', served))) response.setHeader(name, value);
    const lost = join(folder, '404.html');
    if (isFile(lost)) return sendFile(request, response, lost, 404);
    response.writeHead(404, { 'Content-Type': typeOf('.txt') }).end('Not found\n');
  };
}
