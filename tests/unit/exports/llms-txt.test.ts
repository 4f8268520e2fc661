/** What language models and programs get of the shipped pages: each says first that no clinician stands behind it, and no markup is left. */
import { beforeAll, expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { toHumansTxt, toLlmsFullTxt, toLlmsTxt } from '../../../src/exports/llms-txt.ts';
import { ofEveryPage } from '../../../src/exports/page-facts.ts';
import { inert, toPageMarkdown } from '../../../src/exports/page-markdown.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { titleOf, withoutDrafts } from '../../../src/library/library.ts';
import { madeLibrary, madePerson } from '../made.ts';

const site = {
  name: 'Rinds',
  description: 'On rinds.',
  url: 'https://rinds.example/',
  language: 'en-GB',
  licence: { content: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
};
let graph: EvidenceGraph;
beforeAll(async () => {
  graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-27');
});

test('every page as Markdown says first whether it is approved, and has no component, value or promise of a table left in it', () => {
  const pages = ofEveryPage(
    graph,
    (collection, entry) => [`${collection}/${entry.id}`, toPageMarkdown(graph, collection, entry, site)] as const,
  );
  expect(pages.length).toBeGreaterThan(200);
  const unsaid = pages.filter(
    ([, text]) => !/^# .+\n\n(?:> .+\n\n)?> No clinician has approved this page yet\. It is for learning/.test(text),
  );
  expect(unsaid.map(([name]) => name)).toEqual([]);
  const marked = pages.filter(([, text]) => /<\/?[A-Z]|\bundefined\b|\[object /.test(text));
  expect(marked.map(([name]) => name)).toEqual([]);
});

test('a page for somebody in danger says so before it says anything else', () => {
  const urgent = ofEveryPage(graph, (collection, entry) => ({ entry, text: toPageMarkdown(graph, collection, entry, site) })).filter(
    ({ entry }) => 'emergency' in entry && entry.emergency,
  );
  expect(urgent.length).toBeGreaterThan(3);
  const late = urgent.filter(({ text }) => text.split('\n\n')[1] !== `> ${graph.library.site.emergency.public}`);
  expect(late.map(({ entry }) => entry.id)).toEqual([]);
});

test('a pathway that carries no recommendation says so before its rules', () => {
  const text = [...graph.library.pathways.values()].map((pathway) => [pathway, toPageMarkdown(graph, 'pathway', pathway, site)] as const);
  const machine = text.filter(([{ source }]) => graph.library.sources.get(source)?.kind === 'machine-summary');
  expect(machine.length).toBeGreaterThan(0);
  const silent = machine.filter(([, words]) => !words.split('## Rules')[0]?.includes('It is not a recommendation.'));
  expect(silent.map(([{ id }]) => id)).toEqual([]);
});

test('the list names every page with its address, its state and what it must not be used for', () => {
  const lines = toLlmsTxt(graph, site).split('\n');
  const rows = lines.filter((line) => line.startsWith('- ['));
  const titles = ofEveryPage(graph, (_, entry) => titleOf(entry));
  expect(rows).toHaveLength(titles.length);
  expect(
    rows.filter((row) => !/\]\(https:\/\/rinds\.example\/.+\/index\.md\): No clinician has approved .+Do not base care on it/.test(row)),
  ).toEqual([]);
  expect(lines[0]).toBe('# Rinds');
});

test('the one file of all pages has each of them whole', () => {
  const full = toLlmsFullTxt(graph, site);
  const missing = ofEveryPage(graph, (collection, entry) => toPageMarkdown(graph, collection, entry, site).trimEnd()).filter(
    (text) => !full.includes(text),
  );
  expect(missing).toEqual([]);
});

test('humans.txt names who is listed, and nobody who is not', () => {
  expect(toHumansTxt(graph, { ...site, url: undefined })).toContain('Address: not published');
  const named = { ...graph, library: madeLibrary({ people: [madePerson('ada-moon')] }) };
  expect(toHumansTxt(named, site)).toContain('reviewer: Ada Moon, The Dairy\n');
  expect(toHumansTxt({ ...graph, library: madeLibrary({}) }, site)).toContain('Nobody is named yet.');
});

test.each([
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
  ['![a](https://evil.invalid/p.png)', '!\\[a](https://evil.invalid/p.png)'],
  ['[a](javascript:alert(1))', '[a]\\(javascript:alert(1))'],
  ['P <0.05, [a](https://b.example/) [@c-2020-d, p. 3]', 'P <0.05, [a](https://b.example/) [@c-2020-d, p. 3]'],
])('text of strangers runs and loads nothing as Markdown: %s', (text, harmless) => expect(inert(text)).toBe(harmless));
