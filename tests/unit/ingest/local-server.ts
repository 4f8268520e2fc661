/** A web of one server on this machine, for tests of the client: each test says what is at which path, and sees what was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { Agent, fetch } from 'undici';
import type { Client, Fetched, FetchRefusal, Kept, WebCache, World } from '../../../src/ingest/client/client.ts';
import { toGuardedLookup, type LookupAll } from '../../../src/ingest/client/address-guard.ts';
import { buildClient } from '../../../src/ingest/client/polite-client.ts';
import { isRefusal } from '../../../src/ingest/raw-article.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

export interface LocalServer {
  /** E.g. `http://127.0.0.1:40123`. */
  readonly base: string;
  readonly port: number;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
}

/** Starts a server; a path that no handler is given for answers 404. */
export async function startServer(handlers: Readonly<Record<string, Handler>>): Promise<LocalServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const handler = handlers[path] ?? handlers[path.replace(/\?.*$/, '')];
    if (handler) handler(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, port, asked };
}

export const answer =
  (body: string, headers: Record<string, string> = { 'content-type': 'text/html' }, status = 200): Handler =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

export const redirect = (location: string): Handler => answer('', { location }, 302);

/** A cache in memory. */
export function openMemory(): WebCache & { readonly kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  return {
    kept,
    read: (address) => Promise.resolve(kept.get(address)),
    write: (_, one) => Promise.resolve(void kept.set(one.address, one)),
  };
}

export interface Clock {
  /** The waits that were asked for, in milliseconds; nobody waits for them. */
  readonly waits: number[];
  readonly client: Client;
}

/** A client whose time passes only while it sleeps, and whose names are all resolved to the local server by `resolve`. */
export function openClient(world: Partial<World> = {}, resolve?: LookupAll): Clock {
  const waits: number[] = [];
  let time = Date.parse('2026-11-20T12:00:00Z');
  const agent = new Agent(resolve ? { connect: { lookup: toGuardedLookup(resolve) } } : {});
  open.push(() => agent.destroy());
  const client = buildClient({
    fetch: (address, init) => fetch(address, { ...init, dispatcher: agent }),
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    now: () => time,
    userAgent: 'Patency/0.1 (+https://patency.example; mailto:editors@patency.example)',
    allowPrivate: true,
    ...world,
  });
  return { waits, client };
}

/** What came as text, or why nothing did, e.g. `absent: example.org has nothing at this address (404).` */
export const textOf = (got: Fetched | FetchRefusal): string =>
  isRefusal(got) ? `${got.why}: ${got.reason}` : new TextDecoder().decode(got.bytes);
