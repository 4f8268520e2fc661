/** Makes the polite client of `src/ingest` out of the real network, clock and disk. What is asked and why, others decide. */
import { lookup } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import type { Client, Kept, WebCache } from '../src/ingest/client/client.ts';
import { toGuardedLookup, type LookupAll } from '../src/ingest/client/address-guard.ts';
import { buildClient } from '../src/ingest/client/polite-client.ts';
import { sha256 } from '../src/library/passage.ts';
import { sweepParts, writeWhole } from '../src/library/to-files.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';
import { toServices, type Services } from '../src/ingest/fetch-document.ts';
import { site } from '../src/config.ts';

const keyOf = (address: string, accept: string): string => sha256(`${accept}\n${address}`);

/**
 * Answers of the web kept on disk, for a polite second request: a cache in a folder, which is made when it is first written
 * to. A file that does not hold what it says is taken for none. E.g. `openWebCache('.cache/web')`.
 */
export function openWebCache(folder: string): WebCache {
  sweepParts(folder);
  return {
    read: async (address, accept) => {
      const path = join(folder, keyOf(address, accept));
      try {
        const { hash, ...kept } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Omit<Kept, 'bytes'> & { hash: string };
        const bytes = await readFile(path);
        return kept.address === address && sha256(bytes) === hash ? { ...kept, bytes } : undefined;
      } catch {
        return undefined;
      }
    },
    write: (accept, { bytes, ...kept }) => {
      const path = join(folder, keyOf(kept.address, accept));
      try {
        // Held against its hash when it is read again.
        writeWhole(path, bytes, { flush: false });
        writeWhole(`${path}.json`, JSON.stringify({ ...kept, hash: sha256(bytes) }), { flush: false });
      } catch (error) {
        // What is not kept is asked for again.
        if (!(error instanceof UnwrittenError)) throw error;
      }
      return Promise.resolve();
    },
  };
}

export interface WebOptions {
  /** Folder for answers that may be asked for again, e.g. `.cache/web`; undefined keeps nothing. */
  readonly cache?: string;
  /** For tests: lets private and loopback addresses through. */
  readonly allowPrivate?: boolean;
  /** Ends all requests, e.g. on Ctrl-C. */
  readonly signal?: AbortSignal;
  /** For tests: how names are resolved. */
  readonly resolve?: LookupAll;
}

export interface Web {
  readonly client: Client;
  readonly services: Services;
  /** Closes connections that are kept open, so that the process can end. */
  readonly close: () => Promise<void>;
}

/** Who asks, e.g. `Patency/0.1 (+https://example.org; mailto:editors@example.org)`. */
const toUserAgent = (): string => `Patency/0.1 (+${site.repository ?? site.url}${site.contact ? `; mailto:${site.contact}` : ''})`;

/** The web as a script may use it: `const { client, services, close } = openWeb({ cache: '.cache/web' })`. */
export function openWeb({ cache, allowPrivate = false, signal, resolve = lookup }: WebOptions = {}): Web {
  const agent = new Agent({ connect: { timeout: 15_000, ...(!allowPrivate && { lookup: toGuardedLookup(resolve) }) } });
  const client = buildClient({
    fetch: (address, init) => fetch(address, { ...init, dispatcher: agent }),
    sleep: (milliseconds) => sleep(milliseconds, undefined, { signal }).catch(() => undefined),
    now: () => Date.now(),
    userAgent: toUserAgent(),
    allowPrivate,
    ...(cache !== undefined && { cache: openWebCache(cache) }),
    ...(signal && { signal }),
  });
  return { client, services: toServices({ mirror: site.registries, contact: site.contact }), close: () => agent.close() };
}
