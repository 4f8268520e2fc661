/** What a reader is told of a pathway before and beside its rules. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { pathwayComparePage } from '../../../src/collections/pathways/compare-page.ts';
import { pathwayListPage } from '../../../src/collections/pathways/page.ts';
import { pathwayPage, type PathwayPage } from '../../../src/collections/pathways/page.ts';

const SILENCE = 'The source does not speak of a limb in danger: this is an emergency';
let graph: EvidenceGraph;
beforeAll(async () => {
  graph = buildEvidenceGraph((await readContent('content')).library, '2026-11-20');
});

function pageOf(id: string): PathwayPage {
  const pathway = [...graph.library.pathways.values()].find((one) => one.id === id);
  if (!pathway) throw new Error(`No pathway \`${id}\`.`);
  return pathwayPage(graph, pathway);
}

describe('a pathway page', () => {
  it('warns of an AI-generated summary, and not of a guideline', () => {
    expect(pageOf('dr-oracle-2026-thrombectomy').caution).toMatch(/^Unreviewed AI-generated summary\..* not a recommendation\.$/);
    expect(pageOf('nice-2019-ipg651-arrangements').caution).toBe('');
  });

  it('carries the emergency line, whatever its source says of a limb in danger', () => {
    for (const { id, emergency } of graph.library.pathways.values()) expect([id, pageOf(id).emergency]).toEqual([id, emergency]);
  });

  it('says with an outcome what another source holds against it, and who', () => {
    const [caution] = pageOf('dr-oracle-2026-thrombectomy').rules.flatMap((rule) => rule.caution ?? []);
    expect(caution?.says).toContain('recommends against a caval filter');
    expect(caution?.from).toEqual([
      { href: '/sources/stevens-2021-chest/', text: expect.stringContaining('2021') as string, locator: '(Statements 12 and 13)' },
    ]);
  });

  it('says as cited elsewhere where only that was seen', () => {
    const page = pageOf('nice-2020-ng158-cdt');
    expect(page.source.coverage).toBe('As cited elsewhere');
    expect(page.entry).toContain('as cited in');
  });

  it('gives every rule and every flaw its place in the source', () => {
    for (const { id } of graph.library.pathways.values()) {
      const page = pageOf(id);
      expect([...page.rules, ...page.flaws].filter(({ locator }) => locator === '')).toEqual([]);
    }
  });

  it('says of each constraint whether the algorithm keeps to it, breaks it or never asks', () => {
    const kept = pageOf('dr-oracle-2026-thrombectomy').constraints.map((one) => one.kept.replace(/:.*|,.*/, ''));
    expect(kept).toEqual([
      'The algorithm breaks it in some cases',
      'The algorithm breaks it in some cases',
      'The algorithm breaks it in some cases',
      'The algorithm never asks about surgery on the spine',
      'The algorithm keeps to it in every case.',
      'The algorithm never asks how bad the symptoms are',
      'The algorithm never asks whether anticoagulants failed or are ruled out. Somebody who cannot have them has no adequate anticoagulation and seldom a low risk of bleeding',
      'The algorithm never asks whether the clot grows or the leg gets worse on treatment. The same section wants all six criteria met for those in whom anticoagulants failed.',
    ]);
  });

  it('shows no reviewer and no approval, because there is none', () => {
    for (const { id } of graph.library.pathways.values()) expect(pageOf(id).state.state).toBe('under-review');
  });
});

describe('the pages about all pathways', () => {
  it('count gaps and contradictions apart', () => {
    expect(pathwayListPage(graph).rows.map(({ flaws }) => flaws)).toEqual(['3 gaps, 4 contradictions', '2 gaps', '4 gaps']);
  });

  it('say of two pathways that they are not about the same treatment', () => {
    const pairs = pathwayComparePage(graph).pairs.map(({ title, apart }) => [title, apart !== '']);
    expect(pairs).toHaveLength(3);
    expect(pairs.every(([, apart]) => apart)).toBe(true);
  });

  it('say first of each pair what each says of a limb in danger', () => {
    const limb = pathwayComparePage(graph).pairs.map((pair) => [pair.emergency?.asked, pair.emergency?.first, pair.emergency?.second]);
    expect(limb).toEqual([
      ['Limb in danger: yes', 'Thrombectomy at once', SILENCE],
      ['Limb in danger: yes', 'Thrombectomy at once', SILENCE],
      ['Limb in danger: yes', SILENCE, SILENCE],
    ]);
  });

  it('say once what cases have in common', () => {
    const [, pair] = pathwayComparePage(graph).pairs;
    const row = pair?.rows.find(({ second }) => second === 'CDT may be considered');
    expect(row?.cases).toEqual({
      always:
        'Limb in danger: no · Place of the clot: iliofemoral · Duration of symptoms: less than 14 days · Good function: yes · Bleeding risk: low',
      any: ['Life expectancy: exactly 1 year', 'Age: at least 65 years · Life expectancy: at least 1 year'],
    });
  });
});
