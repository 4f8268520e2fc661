/** No page, no file beside it and no card prints a phrase that the site has retired. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { toSocialCards } from '../../src/integrations/social-cards.ts';
import { buildEvidenceGraph } from '../../src/evidence/build-evidence.ts';
import { readContent } from '../../src/library/from-files.ts';
import { withoutDrafts } from '../../src/library/library.ts';
import { findRetired, wordsOfData, wordsOfPage, wordsOfProgram, wordsOfText } from '../house/retired-phrases.ts';

const folder = inject('siteFolder');
const readers = [
  { ending: /\.html$/, read: wordsOfPage },
  { ending: /\.(?:json|jsonld|webmanifest)$/, read: wordsOfData },
  { ending: /\.(?:txt|md|xml|svg|bib|ris|csv)$/, read: wordsOfText },
  { ending: /^_astro\/.*\.js$/, read: wordsOfProgram },
];

test('no built page, data, text or script says it in retired words', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const kinds = readers.map(({ ending, read }) => ({ read, paths: files.filter((path) => ending.test(path)) }));
  expect(kinds.filter(({ paths }) => paths.length === 0)).toEqual([]);
  expect(
    kinds.flatMap(({ read, paths }) => paths.flatMap((path) => findRetired(path, read(readFileSync(join(folder, path), 'utf8'))))),
  ).toEqual([]);
});

test('no card of a shared link does', async () => {
  const { library } = await readContent('content');
  const cards = toSocialCards(buildEvidenceGraph(withoutDrafts(library), '2026-11-20'));
  expect(cards.length).toBeGreaterThan(2);
  expect(cards.flatMap(({ url, ...words }) => findRetired(url, wordsOfData(JSON.stringify(words))))).toEqual([]);
});
