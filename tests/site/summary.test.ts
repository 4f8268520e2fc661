/** The summary of findings as it was built: on every question about doing something, with people in every row, on a page within its budget. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { pageBudget, weighPage } from '../../scripts/bench/page-weight.ts';
import { buildEvidenceGraph } from '../../src/evidence/build-evidence.ts';
import { readContent } from '../../src/library/from-files.ts';
import { withoutDrafts } from '../../src/library/library.ts';
import { toSummary } from '../../src/parts/summary-of-findings.ts';

const folder = inject('siteFolder');
const graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-20');
const questions = [...graph.library.questions.values()];
const htmlOf = (id: string): string => readFileSync(join(folder, 'questions', id, 'index.html'), 'utf8');
const { findAll, textContent } = DomUtils;
const textOf = (node: Parameters<typeof textContent>[0]): string => textContent(node).replace(/\s+/g, ' ').trim();

/** Cells of the summary of a question that tell of studies and people, and the whole part about numbers. */
function numbersOf(id: string) {
  const page = parseDocument(htmlOf(id)).children;
  const [band] = findAll(({ attribs }) => attribs['id'] === 'numbers', page);
  const cells = findAll(({ attribs }) => attribs['data-label'] === 'Studies, people', page);
  return { says: band ? textOf(band.parent ?? band) : '', cells: cells.map(textOf) };
}

describe('every question about doing something', () => {
  const asking = questions.filter(({ asks }) => asks !== 'description');

  test('has its summary of findings, or says that nothing is compared', () => {
    expect(asking.length).toBeGreaterThan(20);
    for (const question of asking) {
      const { says, cells } = numbersOf(question.id);
      expect(cells.length, question.id).toBe(toSummary(graph, question).length);
      if (!cells.length) expect(says, question.id).toContain('No comparative result');
    }
  });

  test('tells of studies and people in every row; that they are not told only where their source does not state them', () => {
    for (const question of asking) {
      const { cells } = numbersOf(question.id);
      const results = (graph.findings.get(question.id) ?? []).flatMap(({ source }) => source.results);
      for (const cell of cells) expect(cell, question.id).toMatch(/^.*stud(?:y|ies)\b.*(?:[\d,]+ people|people not told)$/);
      if (cells.some((cell) => cell.endsWith('not told'))) expect(results.map(({ people }) => people)).toContain('not-stated');
    }
    const all = asking.flatMap(({ id }) => numbersOf(id).cells);
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((cell) => cell.endsWith(' people')).length / all.length).toBeGreaterThan(0.6);
  });

  test('says under a row that is not settled what would settle it', () => {
    const unsettled = asking.flatMap((question) => toSummary(graph, question).map((row) => ({ id: question.id, ...row })));
    const told = unsettled.filter(({ position }) => position.name === 'not-settled');
    expect(told.length).toBeGreaterThan(10);
    for (const { id, outcome, wouldChange } of told) {
      expect(wouldChange, `${id}: ${outcome}`).not.toBe('');
      expect(textOf(parseDocument(htmlOf(id))), id).toContain(wouldChange);
    }
  });
});

test('the heaviest questions hold the budget of a page, sent cold', () => {
  const read = (address: string): Uint8Array | undefined =>
    existsSync(join(folder, address)) ? readFileSync(join(folder, address)) : undefined;
  const pages = questions.map(({ id }) => ({ id, html: htmlOf(id) })).toSorted((a, b) => b.html.length - a.html.length);
  const weights = pages.slice(0, 4).map(({ id, html }) => ({ id, ...weighPage(`/questions/${id}/`, html, read) }));
  expect(weights.map(({ missing }) => missing).flat()).toEqual([]);
  // As a browser is sent it by the servers that HOSTING sets up: what was compressed beforehand, by brotli.
  const over = weights.filter(
    ({ total, js, requests }) => total.brotli > pageBudget.total || js.brotli > pageBudget.js || requests > pageBudget.requests,
  );
  expect(over.map(({ id, total, js, requests }) => `${id}: ${total.brotli} bytes, ${js.brotli} of scripts, ${requests} requests`)).toEqual(
    [],
  );
  expect(Math.max(...weights.map(({ total }) => total.brotli))).toBeGreaterThan(40_000);
});
