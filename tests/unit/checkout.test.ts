/** A checkout on Windows has the bytes of any other, so that it builds the same site: versions and hashes are taken over them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toContent } from '../../src/library/content.ts';
import { entriesOf } from '../../src/library/library.ts';

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
  const record = 'kind: news\ntitle: A\nissued: undated\nlanguage: en\nretrieved: 2026-01-01\ncoverage: abstract\nstatus: draft';
  const text = `---\n${record}\n---\n\nOne line.\nAnother.\n`;
  const bodies = [text.replaceAll('\n', '\r\n'), text].map((one) => {
    const { library } = toContent([{ path: 'sources/a.md', bytes: new TextEncoder().encode(one) }]);
    return entriesOf(library, 'source').map(({ body }) => body);
  });
  expect(bodies[0]).toEqual(['\nOne line.\nAnother.\n']);
  expect(bodies[0]).toEqual(bodies[1]);
});
