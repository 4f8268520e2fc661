import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceKinds, type SourceKind } from '../../../src/schema/kinds.ts';
import type { Asks } from '../../../src/schema/question.ts';
import type { PlacedFinding } from '../../../src/evidence/evidence-graph.ts';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { toVerdict, verdictRule } from '../../../src/evidence/verdict.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, sourceKindNames, vocabulary } from '../made.ts';

type Row = readonly [kind: SourceKind, position: string, source?: string, apart?: 'apart'];
type BySource<T> = Readonly<Record<string, T>>;
interface Case {
  readonly name: string;
  readonly asks: Asks;
  readonly findings: readonly Row[];
  readonly counted: number;
  readonly studies?: number;
  readonly label?: string;
  readonly says?: string;
  readonly lines?: BySource<string>;
  readonly restsOn?: BySource<readonly string[]>;
  readonly registry?: BySource<string>;
  readonly interventions?: BySource<string>;
  readonly populations?: BySource<string>;
  readonly situations?: BySource<readonly string[]>;
  readonly numbers?: BySource<readonly [low: number, high: number]>;
  readonly asked?: object;
  /** Situations of the question. */
  readonly named?: readonly string[];
}
type Ties = Partial<Omit<Case, 'name' | 'asks' | 'findings' | 'counted' | 'says'>>;

const { pico } = madeQuestion('q');

const asking = (asks: Asks, named: readonly string[] = []) => ({
  asks,
  outcomes: ['major-bleeding'],
  situations: named.map((id) => ({ id, label: id })),
  pico,
});
const counted = (placed: readonly PlacedFinding[], asks: Asks, named?: readonly string[]) =>
  toVerdict(placed, asking(asks, named), vocabulary);

const filled = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const cases = parse(readFileSync(new URL('../../cases/verdict.yaml', import.meta.url), 'utf8')) as Case[];

const result = ([low, high]: readonly [number, number]) => ({
  id: 'bleeding',
  outcome: 'major-bleeding',
  at: '24 months',
  arms: [{ name: 'treated' }, { name: 'control' }],
  effect: { measure: 'RR', value: (low + high) / 2, low, high },
});

function placed(asks: Asks, rows: readonly Row[], { restsOn = {}, registry = {}, ...more }: Ties = {}): readonly PlacedFinding[] {
  const bySource = new Map<string, Row[]>();
  rows.forEach((row, index) => {
    const id = row[2] ? `source-${row[2]}` : `source-${index}`;
    bySource.set(id, [...(bySource.get(id) ?? []), row]);
  });
  const sources = [...bySource].map(([id, own]) => {
    const numbers = more.numbers?.[own[0]?.[2] ?? ''];
    return madeSource(id, {
      kind: own[0]?.[0],
      restsOn: (restsOn[own[0]?.[2] ?? ''] ?? []).map((below) => ({ source: `source-${below}` })),
      registry: registry[own[0]?.[2] ?? ''],
      ...(own[0]?.[2] ? { authors: [{ organisation: own[0][2].toUpperCase() }] } : {}),
      results: numbers ? [result(numbers)] : [],
      findings: own.map(([, position, name = '', apart]) => {
        const [direction, strength] = position.split(' ');
        return madeFinding('q', direction as 'for', {
          ...(apart ? { population: 'calf' } : {}),
          ...filled({
            strength,
            results: numbers && ['bleeding'],
            intervention: more.interventions?.[name],
            population: more.populations?.[name],
            situations: more.situations?.[name],
          }),
        });
      }),
    });
  });
  sources.push(madeSource('source-main', { kind: 'trial' }));
  const question = madeQuestion('q', { ...asking(asks, more.named), pico: { ...pico, ...more.asked } });
  const findings = placeFindings(madeLibrary({ sources, questions: [question] }));
  return [...findings.values()].flat();
}

describe('the count', () => {
  it.each(cases)('$name', ({ asks, findings, studies, ...one }) => {
    const given = counted(placed(asks, findings, one), asks, one.named);
    expect({ sources: given.counted.length, studies: given.studies }).toEqual({ sources: one.counted, studies: studies ?? one.counted });
    if (one.label) expect(given.label).toBe(one.label);
    if (one.says) expect(given.says).toBe(one.says);
    if (one.lines) expect(Object.fromEntries(given.lines.map(({ name, says }) => [name || 'all', says]))).toEqual(one.lines);
  });

  const position = fc.constantFrom('for', 'against', 'permits', 'research-only', 'none-made', 'none');
  const row = fc.tuple(fc.constantFrom(...sourceKindNames), position, fc.constantFrom('a', 'b', 'c', undefined));
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
        expect(
          counted(
            shuffled.map(({ one }) => one),
            question,
          ),
        ).toEqual(counted(findings, question));
      }),
    );
  });

  it('is never moved by a kind that is only shown', () => {
    const idle = sourceKindNames.filter((kind) => !sourceKinds[kind].movesVerdict);
    expect(idle).toEqual(expect.arrayContaining(['vendor', 'news', 'machine-summary']));
    const idleRow = fc.tuple(fc.constantFrom(...idle), position, fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(asks, fc.array(row, { maxLength: 6 }), fc.array(idleRow, { minLength: 1, maxLength: 4 }), (question, rows, added) => {
        const before = counted(placed(question, rows), question);
        const after = counted([...placed(question, rows), ...placed(question, added)], question);
        expect({ lines: after.lines, counted: after.counted }).toEqual({ lines: before.lines, counted: before.counted });
      }),
    );
  });

  it('leaves out a passage that AI wrote beside a work, and says why', () => {
    const findings = [madeFinding('q', 'none', { aiGenerated: true }), madeFinding('q', 'none')];
    const sources = [madeSource('a', { kind: 'cohort', findings })];
    const questions = [madeQuestion('q', { asks: 'description' })];
    const row = [...placeFindings(madeLibrary({ sources, questions })).values()].flat();
    expect(row.map(({ counts, whyNot }) => [counts, whyNot])).toEqual([
      [false, 'AI wrote the passage, not the authors; what it writes is shown and never counted.'],
      [true, undefined],
    ]);
  });

  it('leaves out a source that was retracted, withdrawn or superseded and says why', () => {
    const sources = [
      madeSource('taken', { kind: 'guideline', withdrawn: { on: '2025-01-01', notice: 'x' }, findings: [madeFinding('q', 'for')] }),
      madeSource('gone', { kind: 'guideline', retracted: { on: '2025-01-01', notice: 'x' }, findings: [madeFinding('q', 'for')] }),
      madeSource('old', { kind: 'guideline', supersededBy: 'new', findings: [madeFinding('q', 'for')] }),
      madeSource('new', { kind: 'guideline', findings: [madeFinding('q', 'against', { strength: 'strong' })] }),
    ];
    const row =
      placeFindings(madeLibrary({ sources, questions: [madeQuestion('q')] }))
        .values()
        .next().value ?? [];
    expect(counted(row, 'recommendation')).toEqual({
      label: 'One guideline recommends against it',
      says: '1 of 4 sources counted.',
      because: 'One guideline recommends against it (1 strong against). 1 of 4 sources counted.',
      lines: [
        {
          name: '',
          label: '',
          relation: 'one',
          word: 'One guideline recommends against it',
          says: '1 strong against',
          advice: { 'against strong': 1 },
        },
      ],
      counted: ['new'],
      studies: 1,
    });
    expect(Object.fromEntries(row.map((one) => [one.source.id, one.whyNot]))).toEqual({
      taken: 'The source has been withdrawn by its publisher.',
      gone: 'The source has been retracted.',
      old: 'The source has been superseded.',
      new: undefined,
    });
  });

  it('never says what results and descriptions add up to', () => {
    const judged = /agree|differ|conflict|disput|qualif|mixed|consisten|better|worse|no difference/i;
    fc.assert(
      fc.property(fc.constantFrom<Asks>('effect', 'description'), fc.array(row, { maxLength: 8 }), ties, (question, rows, tied) => {
        const { label, because } = counted(placed(question, rows, tied), question);
        expect(`${label} ${because}`).not.toMatch(judged);
        expect(because).toMatch(/^[A-Z\d].*\.$/);
      }),
    );
  });

  it('weighs who says what, and not how often', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), ties, (rows, tied) => {
        const once = placed('recommendation', rows, tied);
        expect(counted([...once, ...once], 'recommendation').lines).toEqual(counted(once, 'recommendation').lines);
      }),
    );
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

  it('has its rule in words', () => {
    expect(verdictRule.length).toBeGreaterThan(5);
    for (const sentence of verdictRule) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
