/** The steps that read the whole built site, in a process that may open few files at once. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const COUNT = 3000;
const LIMIT = 256;
const src = new URL('../../../src/', import.meta.url);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-files-'));
  mkdirSync(join(folder, 'offline'));
  for (let i = 0; i < COUNT; i++) {
    const page = join(folder, 'sources', `made-${i}`);
    mkdirSync(page, { recursive: true });
    const words = 'The veins of the leg were looked at with sound, and a clot was seen in one of them.';
    writeFileSync(
      join(page, 'index.html'),
      `<!doctype html><html lang="en"><title>Made ${i} · Patency</title><main data-pagefind-body><h1>Made ${i}</h1><p>${words}</p></main></html>`,
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs code in a process of its own that may open no more files than the limit. */
const limited = (code: string) =>
  promisify(execFile)('bash', [
    '-c',
    `ulimit -n ${LIMIT} && exec "$0" --input-type=module --eval "$1" "$2"`,
    process.execPath,
    code,
    folder,
  ]);
const call = (file: string, name: string): string =>
  `const { ${name} } = await import('${new URL(file, src).href}'); console.log(JSON.stringify(await ${name}(process.argv[1])));`;

it('the limit is one: opening all files at once fails', async () => {
  const code = `import { readFile, readdir } from 'node:fs/promises';
    const files = (await readdir(process.argv[1], { recursive: true })).filter((name) => name.endsWith('.html'));
    await Promise.all(files.map((file) => readFile(process.argv[1] + '/' + file)));`;
  await expect(limited(code)).rejects.toThrow('EMFILE');
});

it('the offline step lists every file', { timeout: 120_000 }, async () => {
  const { stdout } = await limited(call('offline/build.ts', 'writeOffline'));
  expect(JSON.parse(stdout.split('\n').at(-2) ?? '')).toMatchObject({ rest: COUNT });
  const { files } = JSON.parse(readFileSync(join(folder, 'offline/pages.json'), 'utf8')) as { files: object[] };
  expect(files[0]).toEqual({ url: '/sources/made-0/', revision: expect.stringMatching(/^[0-9a-f]{12}$/) as string, title: 'Made 0' });
});

it('the index of the search holds every page', { timeout: 120_000 }, async () => {
  const { stdout } = await limited(call('search/pagefind.ts', 'writeSearchIndex'));
  expect(JSON.parse(stdout.split('\n').at(-2) ?? '')).toMatchObject({ pages: COUNT });
});

it('the check of what was built reads every page', async () => {
  const { stdout } = await limited(
    `const { readBuiltSite } = await import('${new URL('integrations/dist-check.ts', src).href}');
     console.log((await readBuiltSite(process.argv[1] + '/', {})).pages);`,
  );
  expect(Number(stdout)).toBe(COUNT);
});
