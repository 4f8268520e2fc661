import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { QuestionId } from '../../../src/schema/id.ts';
import { questionPage } from '../../../src/collections/questions/page.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

interface Case {
  readonly name: string;
  /** Kind and who paid, one a finding. */
  readonly findings: readonly (readonly [kind: string, funding: string])[];
  readonly says: string;
  readonly order: readonly string[];
}
const cases = parse(readFileSync(new URL('../../cases/coi.yaml', import.meta.url), 'utf8')) as Case[];

function pageOf(findings: Case['findings']) {
  const sources = findings.map(([kind, funding], i) =>
    madeSource(`s${i}`, {
      kind,
      jurisdiction: 'Moon',
      url: 'https://example.org/',
      interests: { funding, note: 'Said so.' },
      findings: [madeFinding('q', 'for')],
    }),
  );
  const graph = buildEvidenceGraph(madeLibrary({ sources, questions: [madeQuestion('q')] }), '2026-02-01');
  const question = graph.library.questions.get('q' as QuestionId);
  if (!question) throw new Error('The made library lost its question.');
  return questionPage(graph, question);
}

describe('the filter for conflicts of interest on a question', () => {
  it.each(cases)('$name', ({ findings, says, order }) => {
    const page = pageOf(findings);
    expect(page.coi.says).toBe(says);
    expect(page.tiers.map(({ label, rows }) => `${label}: ${rows.map(({ source }) => source.id).join(' ')}`)).toEqual(order);
    const apart = page.tiers.filter(({ tier }) => tier === undefined).flatMap(({ rows }) => rows);
    expect(apart).toHaveLength(page.coi.hidden);
  });
});
