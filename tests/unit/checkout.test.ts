/** A checkout on Windows has the bytes of any other, so that it builds the same site: versions and hashes are taken over them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toLibrary } from '../../src/library/entries.ts';

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' });

test('a clone that asks for CRLF gets what was committed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crlf-'));
  try {
    git('clone', '--quiet', '--shared', '-c', 'core.autocrlf=true', '-c', 'core.eol=crlf', process.cwd(), folder);
    const changed = git('-C', folder, 'ls-files', '-z', '--eol')
      .split('\0')
      .filter((line) => line && !/^i\/(\S+)\s+w\/\1\s/.test(line));
    expect(changed).toEqual([]);
    expect(readFileSync(join(folder, 'content/terms.yaml'), 'utf8')).not.toContain('\r');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a file that was saved with CRLF has the body that it would have without', () => {
  const bodies = ['One line.\r\nAnother.\r\n', 'One line.\nAnother.\n'].map((body) => {
    const sources = [{ id: 'a', data: {}, body, filePath: 'content/sources/a.md' }];
    const none = { questions: [], topics: [], pathways: [], terms: [], sections: [], sightings: [], lookups: [], people: [] };
    return [...toLibrary({ sources, ...none }).sources.values()].map((source) => source.body);
  });
  expect(bodies[0]).toEqual(bodies[1]);
});
