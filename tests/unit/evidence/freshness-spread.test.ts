/** Freshness in random graphs: what happens to one work reaches exactly those that hang on it, by whatever way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTopic } from '../made.ts';

const SIZE = 7;
const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const [works, questions, topics] = [ids('w', SIZE), ids('q', 4), ids('t', 3)];
const some = (all: readonly string[]) => fc.subarray([...all]);
const perOne = (keys: readonly string[], values: readonly string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, some(values)])));

const world = fc.record({
  restsOn: perOne(works, works),
  speaksOn: perOne(works, questions),
  citedBy: perOne(questions, works),
  topicCites: perOne(topics, works),
  listedOn: perOne(questions, topics),
  struck: fc.constantFrom(...works),
  fate: fc.constantFrom('retracted', 'superseded', 'corrected', 'pending', 'overdue'),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const blow: Record<string, Record<string, unknown>> = {
  retracted: { retracted: { on: '2026-03-01', notice: 'x' } },
  superseded: { supersededBy: 'elsewhere' },
  corrected: { corrected: { on: '2026-03-01', notice: 'x' } },
  pending: { pending: { registry: 'NCT00000000', completion: 'undated' } },
  overdue: { retrieved: '2020-01-01' },
};
const cite = (list: readonly string[]): string => list.map((id) => `So [@${id}].`).join('\n\n');

function staleIn(one: World): Set<string> {
  const library = madeLibrary({
    sources: works.map((id) =>
      madeSource(id, {
        retrieved: '2026-02-01',
        restsOn: (one.restsOn[id] ?? []).map((source) => ({ source })),
        findings: (one.speaksOn[id] ?? []).map((question) => madeFinding(question, 'for')),
        ...(id === one.struck ? blow[one.fate] : {}),
      }),
    ),
    questions: questions.map((id) =>
      madeQuestion(id, { topics: one.listedOn[id]?.length ? one.listedOn[id] : ['none'] }, cite(one.citedBy[id] ?? [])),
    ),
    topics: topics.map((id) => madeTopic(id, { pitfalls: [{ says: 'x', from: [{ source: 'nobody' }] }] }, cite(one.topicCites[id] ?? []))),
  });
  const { freshness } = buildEvidenceGraph(library, '2026-06-01');
  const all = [...freshness.sources, ...freshness.questions, ...freshness.topics] as readonly (readonly [
    string,
    { state: string; reasons: readonly string[] },
  ])[];
  for (const [id, { state, reasons }] of all) expect(reasons.length > 0, `${id} is ${state} and says why`).toBe(state !== 'fresh');
  return new Set(all.filter(([, { state }]) => state !== 'fresh').map(([id]) => id));
}

/** The same, found by walking edges until nothing is added. Review dates of ours and running trials do not climb the chain. */
function reachedIn(one: World): Set<string> {
  const reached = new Set([one.struck]);
  const climbs = !['pending', 'overdue'].includes(one.fate);
  for (const work of reached) if (climbs) for (const above of works) if (one.restsOn[above]?.includes(work)) reached.add(above);
  const touched = questions.filter((id) =>
    [...reached].some((work) => one.speaksOn[work]?.includes(id) || one.citedBy[id]?.includes(work)),
  );
  const listed = topics.filter(
    (id) => one.topicCites[id]?.some((work) => reached.has(work)) || touched.some((question) => one.listedOn[question]?.includes(id)),
  );
  return new Set([...reached, ...touched, ...listed]);
}

describe('freshness', () => {
  it('spreads to exactly the dependents, in any graph', () => {
    fc.assert(
      fc.property(world, (one) => {
        expect([...staleIn(one)].sort()).toEqual([...reachedIn(one)].sort());
      }),
    );
  });
});
