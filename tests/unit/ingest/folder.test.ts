import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { madeDigests } from './made-digests.ts';

const root = join(import.meta.dirname, '../../..');
const script = join(root, 'scripts/ingest.ts');
const digests = madeDigests(300);
const count = (state: string): number => digests.filter(({ becomes }) => becomes === state).length;
let folder: string;
const ingest = (...args: string[]) =>
  spawnSync(process.execPath, [script, '--date', '2026-11-20', ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
/** The line of each file, with the hint that may stand below it. */
const linesOf = (stdout: string): Map<string, string> =>
  new Map([...stdout.matchAll(/^([a-z]+(?: [a-z]+)?) +raw\/(\S+\.md)[^]*?(?=\n\S|$)/gm)].map(([line, , name]) => [name ?? '', line]));

let first: ReturnType<typeof ingest>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-'));
  mkdirSync(join(folder, 'raw'));
  mkdirSync(join(folder, 'content/sources'), { recursive: true });
  for (const name of ['terms.yaml', 'vocabulary.yaml', 'site.yaml']) cpSync(join(root, 'content', name), join(folder, 'content', name));
  for (const { name, text } of digests) writeFileSync(join(folder, 'raw', name), text);
  first = ingest('raw');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder of 300 digest files with the faults of such folders', { timeout: 120_000 }, () => {
  it('is taken in in one run, every file accounted for', () => {
    const lines = linesOf(first.stdout);
    expect(lines.size).toBe(300);
    const wrong = digests.filter(({ name, becomes, says }) => {
      const line = lines.get(name) ?? '';
      return !line.startsWith(becomes.replace('-', ' ')) || (says !== undefined && !says.test(line));
    });
    expect(wrong.map(({ name }) => lines.get(name))).toEqual([]);
    expect(first.stdout).toContain(
      `300 files: ${count('drafted')} drafted, ${count('known')} known, ${count('off-topic')} off topic, ${count('refused')} refused, 0 passed over.\n` +
        'Refused for `title` 30, `sourceUrl` 20, `date` 10.\n',
    );
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('gives drafts that the check finds no error in', async () => {
    const content = await readContent(join(folder, 'content'));
    const drafts = content.files.filter(({ collection }) => collection === 'source');
    expect(drafts).toHaveLength(count('drafted'));
    expect(
      checkContent(content, { asOf: '2026-11-20' }).filter((issue) => issue.level === 'error' && issue.file.includes('/sources/')),
    ).toEqual([]);
    expect(readdirSync(join(folder, '.snapshots'))).toHaveLength(count('drafted'));
  });

  it('is known when it is given again, but for what was refused or off topic', () => {
    const before = readdirSync(join(folder, 'content/sources'));
    const again = ingest('raw').stdout;
    const known = count('drafted') + count('known');
    expect(again).toContain(
      `300 files: 0 drafted, ${known} known, ${count('off-topic')} off topic, ${count('refused')} refused, 0 passed over.`,
    );
    expect(again.match(/the same file, byte for byte/g)).toHaveLength(count('drafted'));
    expect(readdirSync(join(folder, 'content/sources'))).toEqual(before);
  });

  it('drafts what is off topic for a person who names the very file, and asks whether it belongs here', () => {
    const { name } = digests.find(({ becomes }) => becomes === 'off-topic') ?? { name: '' };
    const { stdout, status } = ingest(`raw/${name}`);
    expect(status).toBe(0);
    const [, path = ''] = /-> (\S+\.md)/.exec(stdout) ?? [];
    expect(readFileSync(join(folder, path), 'utf8').replace(/\s+/g, ' ')).toMatch(
      /Ask whether it belongs here at all: relevance \d\.\d, below 2\.0/,
    );
  });
});
