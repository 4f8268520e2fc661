import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writePolicies } from '../../../src/integrations/content-policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patency-policy-'));
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, '404.html'), '<!doctype html><title>Lost</title>');
  writeFileSync(join(folder, 'a', 'index.html'), '<!doctype html><meta http-equiv="refresh" content="0;url=/b/">');
  writeFileSync(join(folder, 'a.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is written into every page, those that only lead on too, and into nothing else', async () => {
  expect(await writePolicies(folder, 'P')).toBe(2);
  const meta = '<meta http-equiv="Content-Security-Policy" content="P">';
  expect(['404.html', 'a/index.html', 'a.json'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
    `<!doctype html>${meta}<title>Lost</title>`,
    `<!doctype html>${meta}<meta http-equiv="refresh" content="0;url=/b/">`,
    '{}',
  ]);
});

it('stops the build with every page that cannot carry one', async () => {
  writeFileSync(join(folder, 'b.html'), '<p>no page</p>');
  writeFileSync(join(folder, 'c.htm'), '<!doctype html><meta http-equiv=content-security-policy content="default-src *">');
  await expect(writePolicies(folder, 'P')).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: These pages cannot be given their content policy:
      b.html: it does not begin with \`<!doctype html>\`
      c.htm: it has a content policy already]
  `);
});
