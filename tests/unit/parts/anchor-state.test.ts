/** What a page says about the anchor of a finding, and the link that opens the passage. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { anchorHash } from '../../../src/library/anchor.ts';
import { toFindingRow, type FindingRow } from '../../../src/parts/finding-row.ts';
import { sourcePage } from '../../../src/collections/sources/page.ts';
import { textFragmentUrl } from '../../../src/parts/urls.ts';
import { buildLibrary, madeFinding, madeQuestion, madeSource, site, vocabulary } from '../made.ts';

const snapshot = `sha256-${'a'.repeat(64)}`;
const anchor = { starts: 'no benefit', ends: 'at 24 months', sha256: 'b'.repeat(64) };
const edited = { ...anchor, ends: 'at two years' };
const id = 'moon-2020-cheese';

function pageWith(anchors: readonly (typeof anchor | undefined)[], seen: readonly (typeof anchor)[]) {
  const findings = anchors.map((one) => madeFinding('cheese', 'none', { locator: 'Page 1', ...(one ? { anchor: one } : {}) }));
  const source = madeSource(id, { snapshot, url: 'https://moon.example/cheese#top', findings });
  const verifications = seen.length
    ? [{ source: source.id, snapshot, on: '2026-11-20', anchors: seen.map(anchorHash), absent: [], silent: [] }]
    : [];
  const parts = {
    vocabulary,
    site,
    figures: [],
    sources: [source],
    questions: [madeQuestion('cheese')],
    topics: [],
    terms: [],
    pathways: [],
    sections: [],
    verifications,
    lookups: [],
    people: [],
  };
  const graph = buildEvidenceGraph(buildLibrary(parts), '2026-11-21');
  const rows: readonly FindingRow[] = (graph.findings.get('cheese' as never) ?? []).map((placed) => toFindingRow(graph, placed));
  return { rows, page: sourcePage(graph, source) };
}

test('a finding says that its anchor was found by machine and when, or that it was not looked for', () => {
  const { rows, page } = pageWith([anchor, edited, undefined], [anchor]);
  expect(rows.map((row) => row.anchorSays)).toEqual([
    'Anchored, found by machine on 20 November 2026',
    'Anchored, not checked by machine',
    '',
  ]);
  expect(page.anchors).toBe('2 of 3 findings anchored to a passage; a machine found 1 of them in the raw article on 20 November 2026');
});

test('without a record the page says that no anchor was checked, and without anchors it says nothing of checks', () => {
  expect(pageWith([anchor], []).page.anchors).toBe('1 of 1 finding anchored to a passage; none checked by machine');
  expect(pageWith([undefined], []).page.anchors).toBe('0 of 1 finding anchored to a passage');
});

test('the locator links to the passage at the publisher’s', () => {
  const [first, second] = pageWith([anchor, undefined], []).rows;
  expect(first?.passage).toBe('https://moon.example/cheese#:~:text=no%20benefit,at%2024%20months');
  expect(second?.passage).toBe('');
});

test('whatever the words, the directive has one comma between its two ends and decodes to them', () => {
  const end = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(end, end, (starts, ends) => {
      const url = textFragmentUrl('https://a.example/b#c', { starts, ends });
      const directive = url.slice('https://a.example/b#:~:text='.length);
      expect(url.startsWith('https://a.example/b#:~:text=')).toBe(true);
      expect(directive.split(',').map(decodeURIComponent)).toEqual([starts, ends]);
      expect(directive).not.toMatch(/[-&\s]/);
      expect(URL.canParse(url)).toBe(true);
    }),
  );
});
