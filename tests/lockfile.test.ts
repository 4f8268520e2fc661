import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string }>
  >;
}

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');

/** Names that some package wants for another platform and that the lockfile does not hold: `npm ci` fails on them. */
const missingFrom = ({ packages }: Lock): string[] => {
  const held = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return [...new Set(wanted)].filter((name) => !held.has(name)).sort();
};

/** Packages that are tied to one registry, so that a clone behind another one could not install them. */
const tiedIn = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { resolved }]) => (/^[a-z+]+:\/\//i.test(resolved ?? '') ? [path] : []));

describe('the lockfile', () => {
  it('holds every optional dependency of every platform', () => {
    expect(missingFrom(JSON.parse(text) as Lock)).toEqual([]);
  });

  it('names no registry', () => {
    expect(tiedIn(JSON.parse(text) as Lock)).toEqual([]);
  });

  it('would be caught with a hole in it, or with a registry', () => {
    const lock: Lock = {
      packages: {
        '': { optionalDependencies: { here: '1.0.0' } },
        'node_modules/here': { optionalDependencies: { '@other/platform': '1.0.0' }, resolved: 'https://registry.example/here.tgz' },
        'node_modules/deep/node_modules/@a/b': {},
      },
    };
    expect([missingFrom(lock), tiedIn(lock)]).toEqual([['@other/platform'], ['node_modules/here']]);
  });
});
