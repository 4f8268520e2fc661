/** What recommendations come to: the table of invented situations, and the worked examples on the shipped content. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { toVerdict } from '../../../src/evidence/verdict.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import type { QuestionId } from '../../../src/schema/id.ts';
import type { AdviceDirection } from '../../../src/schema/recommendation.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, vocabulary } from '../made.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Case {
  readonly name: string;
  readonly asked?: Fields;
  readonly situations?: readonly string[];
  readonly voices: readonly (readonly [who: string, says: string, more?: Fields])[];
  readonly word?: string;
  readonly count?: string;
  readonly lines?: Readonly<Record<string, string>>;
  readonly whyNot?: Readonly<Record<string, string>>;
}
const cases = parse(readFileSync(new URL('../../cases/advice.yaml', import.meta.url), 'utf8'), { schema: 'core' }) as Case[];

const ofFinding = ['population', 'intervention', 'situations', 'conditions', 'device'];
const { pico } = madeQuestion('q');

function judged({ asked = {}, situations = [], voices }: Case) {
  const sources = voices.map(([who, says, more = {}], index) => {
    const [direction, strength] = says.split(' ');
    const parted = (own: boolean) => Object.fromEntries(Object.entries(more).filter(([key]) => ofFinding.includes(key) === own));
    const finding = madeFinding('q', direction as AdviceDirection, { ...(strength ? { strength } : {}), ...parted(true) });
    const fields = { kind: 'guideline', jurisdiction: 'Moon', authors: [{ organisation: who }], ...parted(false) };
    return madeSource(`${who.toLowerCase()}-${index + 1}`, { ...fields, findings: [finding] });
  });
  const question = madeQuestion('q', { pico: { ...pico, ...asked }, situations: situations.map((id) => ({ id, label: id })) });
  const placed = placeFindings(madeLibrary({ sources, questions: [question] })).get(question.id) ?? [];
  return { placed, verdict: toVerdict(placed, question, vocabulary) };
}

describe('a situation in which', () => {
  it.each(cases)('$name', (one) => {
    const { placed, verdict } = judged(one);
    const [line] = verdict.lines;
    if (one.word !== undefined) expect([line?.word, line?.says, verdict.label]).toEqual([one.word, one.count, one.word]);
    if (one.lines) expect(Object.fromEntries(verdict.lines.map(({ name, word }) => [name, word]))).toEqual(one.lines);
    const whyNot = Object.fromEntries(placed.map(({ source, whyNot: why }) => [source.id, why]));
    if (one.whyNot) expect(whyNot).toMatchObject(one.whyNot);
  });

  it('the order of the voices changes nothing', () => {
    for (const one of cases.filter(({ whyNot, voices }) => !whyNot && !voices.some(([, , more]) => more?.['restsOn']))) {
      const { lines } = judged(one).verdict;
      expect(judged({ ...one, voices: one.voices.toReversed() }).verdict.lines.map(({ says }) => says)).toEqual(
        lines.map(({ says }) => says),
      );
    }
  });
});

/** The worked examples of the method, on what is shipped: verdict and who stands behind it, by situation. */
const shipped = [
  [
    'caval-filter',
    'anticoagulants-impossible',
    'Guidelines agree in direction, not in strength: for it',
    'stevens-2021-chest for strong',
    'nice-2020-ng158 for conditional',
  ],
  ['caval-filter', 'clot-on-anticoagulants', 'Guidelines conflict', 'nice-2020-ng158 for conditional', 'stevens-2021-chest against strong'],
  ['caval-filter', 'on-top-of-anticoagulants', 'One guideline recommends against it', 'stevens-2021-chest against strong'],
  [
    'compression-stockings',
    'prevention',
    'Guidelines agree in direction, not in strength: against it',
    'nice-2020-ng158 against strong',
    'stevens-2021-chest against conditional',
  ],
  [
    'femoropopliteal-removal',
    '',
    'Guidelines agree against routine use; 1 allows percutaneous mechanical thrombectomy in research',
    'stevens-2021-chest against conditional',
    'nice-2019-ipg651 research-only',
  ],
  [
    'iliofemoral-removal',
    'selected-people',
    'Guidelines differ, all conditional or not stated',
    'nice-2020-ng158 for conditional',
    'jaff-2011-aha for conditional',
    'vedantham-2023-sir for conditional',
    'nice-2019-ipg651 permits',
  ],
  [
    'iliofemoral-removal',
    'most-people',
    'Guidelines agree: they suggest against thrombolysis by any route; 1 speaks of all methods',
    'stevens-2021-chest against conditional',
    'ortel-2020-ash against conditional',
    'nice-2019-ipg651 permits',
  ],
  ['limb-threat-removal', '', 'One position statement recommends catheter-directed thrombolysis', 'jaff-2011-aha for strong'],
  ['removal-when-anticoagulation-fails', 'impossible', 'No recommendation found'],
  ['high-bleeding-risk', '', 'One position statement recommends against catheter-directed thrombolysis', 'jaff-2011-aha against strong'],
] as const;

describe('the shipped recommendations', () => {
  let graph: EvidenceGraph;
  beforeAll(async () => {
    graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-20');
  });

  it.each(shipped)('on %s, %s: %s', (id, situation, word, ...voices) => {
    const line = graph.verdicts.get(id as QuestionId)?.lines.find(({ name }) => name === situation);
    const behind = (graph.findings.get(id as QuestionId) ?? [])
      .filter(({ counts, finding }) => counts && (!situation || finding.situations.includes(situation)))
      .map(({ source, finding }) => [source.id, finding.direction, finding.strength].filter(Boolean).join(' '));
    expect(line?.word).toBe(word);
    expect(behind).toEqual(expect.arrayContaining([...voices]));
  });

  it('name the method of each row that speaks of one only', () => {
    const says = graph.verdicts.get('iliofemoral-removal' as QuestionId)?.says ?? '';
    expect(says).toContain(
      'About catheter-directed thrombolysis only: Cosmi et al. 2022 (VAS position paper), Jaff et al. 2011 (AHA), NICE 2015',
    );
    expect(says).toContain('About percutaneous mechanical thrombectomy only: NICE 2019 (IPG651 leaflet), NICE 2019 (IPG651)');
  });

  it('draw how old a clot may be as a line for each stretch, and no limit inside another as a conflict', () => {
    const lines = graph.verdicts.get('symptom-duration' as QuestionId)?.lines ?? [];
    expect(lines.map(({ name, relation }) => [name, relation])).toEqual([
      ['up-to-14-days', undefined],
      ['15-to-21-days', undefined],
      ['over-21-days', undefined],
      ['', undefined],
    ]);
  });
});
