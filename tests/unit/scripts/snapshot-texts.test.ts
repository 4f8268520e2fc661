import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSnapshotTexts } from '../../../scripts/snapshot-texts.ts';
import { toAnchor } from '../../../src/library/anchor.ts';
import { sha256 } from '../../../src/library/passage.ts';
import { toPdf } from '../../../scripts/bench/made-pdf.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'snapshots-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The words that a snapshot of these bytes is read as. */
async function wordsOf(bytes: Uint8Array, ending: string): Promise<string | undefined> {
  const hash = `sha256-${sha256(bytes)}`;
  writeFileSync(join(folder, `${sha256(bytes)}${ending}`), bytes);
  return (await readSnapshotTexts(folder, new Set([hash]))).get(hash);
}

it('a page is searched for passages without its markup, so that an anchor may run over a link', async () => {
  const html = `<!doctype html><title>On splints</title><article><h1>On splints</h1><p>The <b>thumb</b> was&nbsp;held by a <a href="/g">gel splint</a> for four weeks.</p><p>${'And after that the hand was free to hold a key again. '.repeat(5)}</p></article>`;
  const made = toAnchor((await wordsOf(Buffer.from(html), '.html')) ?? '', { starts: 'The thumb was held', ends: 'for four weeks.' });
  expect(made).toMatchObject({ passage: 'The thumb was held by a gel splint for four weeks.' });
});

it('a paper is searched for passages with its broken words mended', async () => {
  const pdf = toPdf({
    pages: [
      [
        { text: 'On splints', size: 18 },
        'The thumb was held for a week by a splint that was inva-',
        'luable in the kitchen and at the door.',
      ],
    ],
  });
  expect(await wordsOf(pdf, '.pdf')).toContain('a splint that was invaluable in the kitchen');
});

it('anything else is searched as it stands, and what cannot be read is left out', async () => {
  expect(await wordsOf(Buffer.from('<b>As</b> it stands'), '.md')).toBe('<b>As</b> it stands');
  expect(await wordsOf(Buffer.from('%PDF-1.4 cut'), '.pdf')).toBeUndefined();
});
