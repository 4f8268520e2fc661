/** The feeds of the content, as the scheduled job reads them. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

async function feedsOf(text: string): Promise<{ stdout: string; stderr: string; code: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'patency-feeds-'));
  try {
    writeFileSync(join(folder, 'feeds.yaml'), text);
    return await promisify(execFile)(process.execPath, ['scripts/github.ts', 'feeds', '--content', folder]).then(
      ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
      (error: { stdout: string; stderr: string; code: number }) => error,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('each feed is one line that ingest takes, and no feed is no line', async () => {
  const row = (address: string) => `- { address: '${address}', title: News, why: It printed a trial. }\n`;
  expect((await feedsOf(row('https://a.example/feed.xml') + row('http://b.example/?feed=rss'))).stdout).toBe(
    'feed:https://a.example/feed.xml\nfeed:http://b.example/?feed=rss\n',
  );
  expect(await feedsOf('[]\n')).toMatchObject({ stdout: '', code: 0 });
});

test.each(['- { address: file:///etc/passwd, title: News, why: None. }\n', '- [\n'])('a list that is wrong is no list', async (text) => {
  expect(await feedsOf(text)).toMatchObject({ stdout: '', code: 1, stderr: expect.stringContaining('npm run validate') as string });
});
