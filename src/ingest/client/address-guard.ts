/**
 * Tells addresses of the open web from those that lead into this machine or its network: by their text before anything is
 * sent, and by what their names resolve to at the moment of connecting, so that what was checked is what is called.
 */
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { FetchRefusal } from './client.ts';

/** Names that stand for this machine or the network that it is in. */
const INSIDE = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)$/i;

const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3');

const unsafe = (reason: string, hint: string): FetchRefusal => ({ why: 'unsafe', reason, hint });

/**
 * True for an IP address of the open internet. False for loopback, private, link-local (where clouds keep their metadata),
 * shared (100.64/10), unique-local, old forms of IPv4 in IPv6, multicast, reserved, and for text that is no IP address.
 */
export function isPublicIp(text: string): boolean {
  const plain = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(plain)) return ipaddr.IPv4.parse(plain).range() === 'unicast';
  if (!ipaddr.IPv6.isValid(plain)) return false;
  const ip = ipaddr.IPv6.parse(plain);
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address().range() === 'unicast';
  // What IANA gives out for use lies in 2000::/3; the rest holds old ways of writing IPv4, among others.
  return ip.range() === 'unicast' && ip.match(GLOBAL);
}

/** The words for a host that leads inside, e.g. for `localhost`. */
export const privateRefusal = (host: string): FetchRefusal =>
  unsafe(
    `\`${host}\` is this machine or a private network, and only addresses of the open internet are fetched.`,
    'Give the public address of the article, or save it in a file and give the file.',
  );

/**
 * The address as a `URL`, or why it is not fetched. Hosts in decimal, octal and hexadecimal are seen through, because the
 * URL standard spells them out: `http://2130706433/` is `127.0.0.1` here.
 */
export function guardAddress(text: string, allowPrivate = false): URL | FetchRefusal {
  const url = URL.parse(text);
  if (!url)
    return unsafe(
      `\`${text.slice(0, 80)}\` is no web address.`,
      'Give one that starts with https:// and a host, e.g. https://example.org/a.',
    );
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return unsafe(
      `\`${text.slice(0, 80)}\` starts with \`${url.protocol}\`, and only http and https addresses are fetched.`,
      'Give a web address; for a file on this machine give its path.',
    );
  }
  if (url.username || url.password) {
    return unsafe(`The address at ${url.host} carries a user name or password.`, 'Take out what stands before the @.');
  }
  const host = url.hostname.replace(/\.$/, '');
  const isIp = ipaddr.isValid(host.replace(/^\[|\]$/g, ''));
  if (!allowPrivate && (isIp ? !isPublicIp(host) : INSIDE.test(host))) return privateRefusal(host);
  return url;
}

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
