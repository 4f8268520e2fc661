import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceKindNames, sourceKinds, type SourceKind } from '../../../src/schema/kinds.ts';
import type { Asks } from '../../../src/schema/question.ts';
import { stance, type Stance } from '../../../src/schema/vocabulary.ts';
import type { PlacedFinding } from '../../../src/graph/evidence-graph.ts';
import { placeFindings } from '../../../src/graph/matrix.ts';
import { toVerdict, verdictRule } from '../../../src/graph/verdict.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

type Row = readonly [kind: SourceKind, stance: Stance, source?: string, apart?: 'apart'];
interface Case {
  readonly name: string;
  readonly asks: Asks;
  readonly findings: readonly Row[];
  readonly verdict: string;
  readonly counted: number;
  readonly restsOn?: Readonly<Record<string, readonly string[]>>;
  readonly registry?: Readonly<Record<string, string>>;
  readonly studies?: number;
  readonly because?: string;
}
type Ties = Pick<Case, 'restsOn' | 'registry'>;

const cases = parse(readFileSync(new URL('../../cases/verdict.yaml', import.meta.url), 'utf8')) as Case[];

function placed(asks: Asks, rows: readonly Row[], { restsOn = {}, registry = {} }: Ties = {}): readonly PlacedFinding[] {
  const bySource = new Map<string, Row[]>();
  rows.forEach((row, index) => {
    const id = row[2] ? `source-${row[2]}` : `source-${index}`;
    bySource.set(id, [...(bySource.get(id) ?? []), row]);
  });
  const sources = [...bySource].map(([id, own]) =>
    madeSource(id, {
      kind: own[0]?.[0],
      restsOn: (restsOn[own[0]?.[2] ?? ''] ?? []).map((below) => ({ source: `source-${below}` })),
      registry: registry[own[0]?.[2] ?? ''],
      findings: own.map((row) => madeFinding('q', row[1], row[3] ? { population: 'calf' } : {})),
    }),
  );
  sources.push(madeSource('source-main', { kind: 'trial' }));
  const findings = placeFindings(madeLibrary({ sources, questions: [madeQuestion('q', { asks })] }));
  return [...findings.values()].flat();
}

describe('the verdict', () => {
  it.each(cases)('$name', ({ asks, findings, verdict, counted, studies = counted, because, ...ties }) => {
    const given = toVerdict(placed(asks, findings, ties));
    expect({ name: given.name, sources: given.counted.length, studies: given.studies }).toEqual({
      name: verdict,
      sources: counted,
      studies,
    });
    if (because) expect(given.because).toBe(because);
  });

  const row = fc.tuple(fc.constantFrom(...sourceKindNames), fc.constantFrom(...stance.options), fc.constantFrom('a', 'b', 'c', undefined));
  const asks = fc.constantFrom<Asks>('recommendation', 'effect', 'description');

  const ties = fc.record({
    restsOn: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.subarray(['a', 'b', 'c', 'main']), { maxKeys: 3 }),
    registry: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('NCT00000001', 'NCT00000002'), { maxKeys: 3 }),
  });

  it('does not depend on the order of findings', () => {
    fc.assert(
      fc.property(asks, fc.array(row, { maxLength: 8 }), ties, fc.infiniteStream(fc.nat()), (question, rows, tied, keys) => {
        const findings = placed(question, rows, tied);
        const shuffled = findings.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        expect(toVerdict(shuffled.map(({ one }) => one))).toEqual(toVerdict(findings));
      }),
    );
  });

  it('is never moved by a kind that does not move verdicts', () => {
    const idle = sourceKindNames.filter((kind) => !sourceKinds[kind].movesVerdict);
    expect(idle).toEqual(expect.arrayContaining(['vendor', 'news', 'machine-summary']));
    const idleRow = fc.tuple(fc.constantFrom(...idle), fc.constantFrom(...stance.options), fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(asks, fc.array(row, { maxLength: 6 }), fc.array(idleRow, { minLength: 1, maxLength: 4 }), (question, rows, added) => {
        const before = toVerdict(placed(question, rows));
        const after = toVerdict([...placed(question, rows), ...placed(question, added)]);
        expect({ name: after.name, counted: after.counted }).toEqual({ name: before.name, counted: before.counted });
      }),
    );
  });

  it('leaves out a source that was retracted, withdrawn or superseded and says why', () => {
    const sources = [
      madeSource('taken', { kind: 'guideline', withdrawn: { on: '2025-01-01', notice: 'x' }, findings: [madeFinding('q', 'for')] }),
      madeSource('gone', { kind: 'guideline', retracted: { on: '2025-01-01', notice: 'x' }, findings: [madeFinding('q', 'for')] }),
      madeSource('old', { kind: 'guideline', supersededBy: 'new', findings: [madeFinding('q', 'for')] }),
      madeSource('new', { kind: 'guideline', findings: [madeFinding('q', 'against')] }),
    ];
    const row =
      placeFindings(madeLibrary({ sources, questions: [madeQuestion('q')] }))
        .values()
        .next().value ?? [];
    expect(toVerdict(row)).toEqual({
      name: 'single-source',
      counted: ['new'],
      studies: 1,
      because: 'One source counts. Its position: against.',
    });
    expect(Object.fromEntries(row.map((one) => [one.source.id, one.whyNot]))).toEqual({
      taken: 'The source has been withdrawn by its publisher.',
      gone: 'The source has been retracted.',
      old: 'The source has been superseded.',
      new: undefined,
    });
  });

  it('counts a source under an expression of concern, and names the concern at each of its findings', () => {
    const concern = { on: '2025-01-01', notice: 'x' };
    const source = madeSource('a', { kind: 'guideline', concern, findings: [madeFinding('q', 'for'), madeFinding('q', 'for')] });
    const row =
      placeFindings(madeLibrary({ sources: [source], questions: [madeQuestion('q')] }))
        .values()
        .next().value ?? [];
    expect(row.map(({ counts, note }) => [counts, note])).toEqual(
      [1, 2].map(() => [true, 'The source is the subject of an expression of concern of 1 January 2025.']),
    );
  });

  it('says in words what gave it', () => {
    const said = cases.map(({ asks: question, findings }) => toVerdict(placed(question, findings)).because);
    expect(said.every((sentence) => /^[A-Z\d].*\.$/.test(sentence))).toBe(true);
    expect(
      toVerdict(
        placed('recommendation', [
          ['guideline', 'for'],
          ['guideline', 'against'],
        ]),
      ).because,
    ).toBe('2 sources count, and they stand on both sides: in favour; against.');
    expect(verdictRule.length).toBeGreaterThan(5);
  });
});
