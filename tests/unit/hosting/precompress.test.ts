import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leastBytes, precompressFolder } from '../../../src/hosting/precompress.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patency-twins-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = 'A clot in a leg vein. '.repeat(100);
const names = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};

it('writes two twins beside each text file, which hold what it holds', () => {
  put('index.html', text);
  put('a/b.js', text);
  expect(precompressFolder(folder)).toBe(4);
  expect(names()).toEqual(['a', 'a/b.js', 'a/b.js.br', 'a/b.js.gz', 'index.html', 'index.html.br', 'index.html.gz']);
  expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString('utf8')).toBe(text);
  expect(gunzipSync(readFileSync(join(folder, 'a/b.js.gz'))).toString('utf8')).toBe(text);
});

it('leaves alone what is compressed already, what fits into a packet, and what would grow', () => {
  put('a.png', text);
  put('a.woff2', text);
  put('a.pf_index', text);
  put('small.html', 'x'.repeat(leastBytes - 1));
  // Compressed text is as hard to compress as anything.
  put('noise.txt', brotliCompressSync(Array.from({ length: 2000 }, (_, i) => ((i * 48_271) % 2_147_483_647).toString(36)).join('')));
  expect(precompressFolder(folder)).toBe(0);
  expect(names().filter((name) => /\.(?:br|gz)$/.test(name))).toEqual([]);
});

it('writes no twins of twins, and the same bytes for the same file, a second time as well', () => {
  for (const i of Array(30).keys()) put(`${i}.html`, `${text}${i}`);
  precompressFolder(folder);
  const first = names().map((name) => [name, readFileSync(join(folder, name), 'base64')]);
  expect(first).toHaveLength(90);
  precompressFolder(folder);
  expect(names().map((name) => [name, readFileSync(join(folder, name), 'base64')])).toEqual(first);
});
