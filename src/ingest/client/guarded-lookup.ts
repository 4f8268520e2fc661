/** Name resolution that refuses names which lead inside, at the moment of connecting: what was checked is what is called. */
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicIp } from './address-guard.ts';

/** Code of the error by which a refused name is known again behind the error of `fetch`. */
export const PRIVATE = 'EPRIVATE';

/** Resolution as `dns.lookup` does it when asked for all addresses. */
export type LookupAll = (
  host: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A lookup for sockets that fails with `EPRIVATE` when any address of a name is not of the open internet. */
export const toGuardedLookup =
  (lookup: LookupAll): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) {
        const missing = Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' });
        return done(error ?? missing, '', 0);
      }
      // One private address among public ones is how a name is turned against the machine that asks.
      if (!addresses.every(({ address }) => isPublicIp(address))) {
        return done(Object.assign(new Error(`${host} leads inside.`), { code: PRIVATE }), '', 0);
      }
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
