/** Every sentence of the first five articles went somewhere: into a finding, a part of the digest, a field of the record, or a reason why not. */
import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/library/from-files.ts';

interface Row {
  readonly seed: string;
  readonly sentence: number;
  readonly starts: string;
  readonly sha256: string;
  readonly carriedBy?: readonly string[];
  readonly reason?: string;
}

const rows = load(await readFile('tests/cases/seed-sentences.yaml', 'utf8')) as readonly Row[];
const { sources } = (await readContent('content')).library;

/** What a name of the table names in a digest, e.g. `finding teaser-praise`, `body What it is` or `field rights`. */
function stands(seed: string, name: string): boolean {
  const source = sources.get(seed as never);
  const [kind, ...rest] = name.split(' ');
  const called = rest.join(' ');
  if (!source) return false;
  if (kind === 'finding') return source.findings.some(({ id }) => id === called);
  if (kind === 'body') return source.body.split('\n').includes(`## ${called}`);
  return kind === 'field' && source[called as 'title'] !== undefined;
}

describe('the sentences of the first five articles', () => {
  it('are all there, in order, none kept beyond its opening words', () => {
    const bySeed = Map.groupBy(rows, ({ seed }) => seed);
    expect([...bySeed].map(([seed, own]) => [seed, own.length])).toEqual([
      ['interventional-news-2024-wall-to-wall', 18],
      ['invamed-2018-mechanical-thrombectomy', 52],
      ['invamed-2022-step-by-step', 38],
      ['nice-2019-clot-removal-public', 37],
      ['dr-oracle-2026-venous-thrombectomy', 85],
    ]);
    for (const own of bySeed.values()) expect(own.map(({ sentence }) => sentence)).toEqual(own.map((_, index) => index + 1));
    for (const { starts, sha256 } of rows) {
      expect(starts.split(' ').length).toBeLessThanOrEqual(4);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('are each carried by something that stands in the digest, or have a reason', () => {
    const lost = rows.filter(({ carriedBy = [], reason }) => carriedBy.length === 0 && !reason);
    const wrong = rows.flatMap(({ seed, sentence, carriedBy = [] }) =>
      carriedBy.filter((name) => !stands(seed, name)).map((name) => `${seed} ${sentence}: ${name}`),
    );
    expect([lost, wrong]).toEqual([[], []]);
  });
});
