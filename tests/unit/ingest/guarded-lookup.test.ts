/** Names at the moment of connecting, and addresses at their edges: what goes through, what is refused, what is handed on. */
import type { LookupAddress, LookupOptions } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { guardAddress, isPublicIp } from '../../../src/ingest/client/address-guard.ts';
import { PRIVATE, toGuardedLookup } from '../../../src/ingest/client/guarded-lookup.ts';

const of = (...addresses: string[]): LookupAddress[] => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

/** What a socket is told of a name, and what the resolver was asked. */
function lookUp(addresses: LookupAddress[] | undefined, options: LookupOptions = {}, error: NodeJS.ErrnoException | null = null) {
  const asked: unknown[] = [];
  const told: unknown[] = [];
  const lookup = toGuardedLookup((host, how, done) => {
    asked.push([host, how]);
    done(error, addresses as LookupAddress[]);
  });
  lookup('a.example', options, (failed, ...rest) => told.push(failed ? (failed.code ?? failed.message) : rest));
  return { asked, told };
}

describe('a name', () => {
  const open = of('93.184.215.14', '2606:4700::1', '8.8.8.8');

  it('of the open internet is told by its first address, or by all of them where a socket asks for all', () => {
    expect(lookUp(open).told).toEqual([['93.184.215.14', 4]]);
    expect(lookUp(of('2606:4700::1')).told).toEqual([['2606:4700::1', 6]]);
    expect(lookUp(open, { all: true }).told).toEqual([[open]]);
  });

  it('is asked for with all its addresses and whatever else a socket wants', () => {
    expect(lookUp(open, { family: 4, hints: 32 }).asked).toEqual([['a.example', { family: 4, hints: 32, all: true }]]);
    expect(lookUp(open, { all: false }).asked).toEqual([['a.example', { all: true }]]);
  });

  it('is refused where one of its addresses leads inside, wherever that stands', () => {
    for (const inside of ['127.0.0.1', '::1', '10.0.0.7', '169.254.169.254', 'fd12::1', 'no address'])
      for (const at of [0, 1, 3])
        for (const all of [true, false])
          expect(lookUp([...open.slice(0, at), ...of(inside), ...open.slice(at)], { all }).told).toEqual([PRIVATE]);
  });

  it('that has no address, or is not resolved, fails as the resolver says', () => {
    const refused = Object.assign(new Error('Try again.'), { code: 'EAI_AGAIN' });
    expect(lookUp([]).told).toEqual(['ENOTFOUND']);
    expect(lookUp(undefined).told).toEqual(['ENOTFOUND']);
    expect(lookUp(undefined, {}, refused).told).toEqual(['EAI_AGAIN']);
    expect(lookUp(open, { all: true }, refused).told).toEqual(['EAI_AGAIN']);
  });
});

describe('an address', () => {
  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1', true],
    ['[2606:4700::1]', true],
    ['2606:4700::1%eth0', true],
    ['::ffff:8.8.8.8', true],
    ['::ffff:10.0.0.1', false],
    ['[::1]', false],
    ['fe80::1%eth0', false],
    ['8.8.[8.8', false],
    ['8.8.8].8', false],
    ['1fff:ffff::1', false],
    ['4000::1', false],
  ])('%s is of the open internet: %s', (address, isOpen) => expect(isPublicIp(address)).toBe(isOpen));

  it('is cut where it is repeated to whoever gave it', () => {
    const long = guardAddress(`data:text/plain,${'x'.repeat(500)}`);
    expect('reason' in long && long.reason.length).toBeLessThan(200);
    expect(long).toMatchObject({ reason: expect.stringContaining(`\`data:text/plain,${'x'.repeat(64)}\``) as string });
  });
});
