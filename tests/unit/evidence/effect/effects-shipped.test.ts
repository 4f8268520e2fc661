/** The worked examples of the method on the shipped content, and what no verdict on it may say. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../../src/evidence/build-evidence.ts';
import { effectInteractions } from '../../../../src/evidence/effect/between.ts';
import { toEffectGroups, type EffectGroup } from '../../../../src/evidence/effect/rows.ts';
import { summaryOfFindings } from '../../../../src/evidence/effect/summary.ts';
import { effectVerdict, type EffectLine } from '../../../../src/evidence/effect/verdict.ts';
import type { EvidenceGraph } from '../../../../src/evidence/evidence-graph.ts';
import { readContent } from '../../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../../src/library/library.ts';
import type { QuestionId } from '../../../../src/schema/id.ts';
import { casesOf, expectTold, type Told } from './told.ts';

interface Shipped extends Told {
  readonly question: string;
  readonly line?: Readonly<Record<string, string | boolean>>;
  readonly interaction?: string;
}
const cases = casesOf<Shipped>('shipped');

describe('the shipped effects', () => {
  let graph: EvidenceGraph;
  beforeAll(async () => {
    graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-20');
  });
  const groupsOn = (id: string): EffectGroup[] => {
    const question = graph.library.questions.get(id as QuestionId);
    if (!question) throw new Error(`The case table names the question \`${id}\`, which the content does not hold.`);
    return toEffectGroups(graph.findings.get(question.id) ?? [], question, graph.library.vocabulary);
  };

  it.each(cases)('print on $question what the worked examples ask for: $line$interaction', ({ question, line, interaction, ...told }) => {
    const groups = groupsOn(question);
    if (interaction) expect(effectInteractions(groups, graph.library.vocabulary).map(({ says }) => says)).toContain(interaction);
    if (!line) return;
    const lines = effectVerdict(groups, graph.library.vocabulary).filter((one) =>
      Object.entries(line).every(([field, value]) => one[field as keyof EffectLine] === value),
    );
    expect(lines).toHaveLength(1);
    expectTold(lines[0], told);
  });

  it('never speak of no difference, of agreement, or for or against', () => {
    for (const id of graph.library.questions.keys()) {
      for (const { says, direction } of effectVerdict(groupsOn(id), graph.library.vocabulary)) {
        // Names of sources are theirs.
        expect(says).not.toMatch(/\bno difference|consistent|homogeneous|for it\b|against it\b|undefined|NaN/);
        expect(says.includes('little or no difference')).toBe(direction === 'little-or-none');
      }
    }
  });

  it('work out no difference of our own for what is matched, cumulative, followed over time or without its totals', () => {
    const barred = [
      'prepic-2005',
      'plate-1990',
      'kearon-2019',
      'bashir-2014',
      'curran-2014',
      'lakhter-2021',
      'postpartum-undated',
      'phlebology',
    ];
    const rows = [...graph.library.questions.keys()].flatMap((id) => groupsOn(id).flatMap((group) => group.rows));
    const ours = rows.filter(({ estimates }) => estimates.some((one) => one.ours)).map(({ id }) => id);
    expect(ours.length).toBeGreaterThan(10);
    expect(
      ours.filter((id) => barred.some((source) => id.startsWith(source)) || id.includes('notten-2021-cava-lt--major-bleeding')),
    ).toEqual([]);
  });

  it('have the number needed to treat that the first trial prints itself: 7, from 4 to 502', () => {
    const lines = effectVerdict(groupsOn('pts-incidence'), graph.library.vocabulary).filter(
      ({ at, population, together }) => at === '24 months' && population === 'Iliofemoral' && !together,
    );
    expect(summaryOfFindings(lines, graph.library.vocabulary)).toMatchObject([
      { without: '55.6 of 100', with: '41.1 of 100', behind: '1 study, 189 people', needed: 'NNTB 7 (4 to 502)', certainty: 'Not rated' },
    ]);
  });
});
