import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceKinds, type SourceKind } from '../../../src/schema/kinds.ts';
import type { Asks } from '../../../src/schema/question.ts';
import { stance, type Stance } from '../../../src/schema/vocabulary.ts';
import type { PlacedFinding } from '../../../src/evidence/evidence-graph.ts';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { toVerdict, verdictRule } from '../../../src/evidence/verdict.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, sourceKindNames } from '../made.ts';

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
  readonly grades?: Readonly<Record<string, object>>;
  readonly interventions?: Readonly<Record<string, string>>;
  readonly populations?: Readonly<Record<string, string>>;
  readonly says?: Readonly<Record<string, string>>;
  readonly asked?: object;
  readonly question?: string;
}
type Ties = Pick<Case, 'restsOn' | 'registry' | 'grades' | 'interventions' | 'populations' | 'says' | 'asked'>;

const asking = (asks: Asks, question = 'Should it be done?') => ({ asks, question });

const filled = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const cases = parse(readFileSync(new URL('../../cases/verdict.yaml', import.meta.url), 'utf8')) as Case[];

const { pico } = madeQuestion('q');

function placed(asks: Asks, rows: readonly Row[], { restsOn = {}, registry = {}, ...more }: Ties = {}): readonly PlacedFinding[] {
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
      ...(own[0]?.[2] ? { authors: [{ organisation: own[0][2].toUpperCase() }] } : {}),
      findings: own.map((row) =>
        madeFinding('q', row[1], {
          ...(row[3] ? { population: 'calf' } : {}),
          ...filled({
            grade: more.grades?.[row[2] ?? ''],
            intervention: more.interventions?.[row[2] ?? ''],
            population: more.populations?.[row[2] ?? ''],
            says: more.says?.[row[2] ?? ''],
          }),
        }),
      ),
    }),
  );
  sources.push(madeSource('source-main', { kind: 'trial' }));
  const findings = placeFindings(madeLibrary({ sources, questions: [madeQuestion('q', { asks, pico: { ...pico, ...more.asked } })] }));
  return [...findings.values()].flat();
}

describe('the verdict', () => {
  it.each(cases)('$name', ({ asks, findings, verdict, counted, studies = counted, because, question, ...ties }) => {
    const given = toVerdict(placed(asks, findings, ties), asking(asks, question));
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
        expect(
          toVerdict(
            shuffled.map(({ one }) => one),
            asking(question),
          ),
        ).toEqual(toVerdict(findings, asking(question)));
      }),
    );
  });

  it('is never moved by a kind that does not move verdicts', () => {
    const idle = sourceKindNames.filter((kind) => !sourceKinds[kind].movesVerdict);
    expect(idle).toEqual(expect.arrayContaining(['vendor', 'news', 'machine-summary']));
    const idleRow = fc.tuple(fc.constantFrom(...idle), fc.constantFrom(...stance.options), fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(asks, fc.array(row, { maxLength: 6 }), fc.array(idleRow, { minLength: 1, maxLength: 4 }), (question, rows, added) => {
        const before = toVerdict(placed(question, rows), asking(question));
        const after = toVerdict([...placed(question, rows), ...placed(question, added)], asking(question));
        // That somebody speaks is said; what it adds up to stays.
        const named = (name: string): string => (before.name === 'silent' && before.label === 'No source' ? 'silent' : name);
        expect({ name: named(after.name), counted: after.counted }).toEqual({ name: before.name, counted: before.counted });
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
    expect(toVerdict(row, asking('recommendation'))).toEqual({
      name: 'single-source',
      label: 'Single source',
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

  it('says no direction of an effect or a description, whatever its findings say', () => {
    const direction = /favour|against|difference|agree|condition|research|better|worse/i;
    fc.assert(
      fc.property(fc.constantFrom<Asks>('effect', 'description'), fc.array(row, { maxLength: 8 }), ties, (question, rows, tied) => {
        const { name, label, because } = toVerdict(placed(question, rows, tied), asking(question));
        expect(['count', 'silent']).toContain(name);
        expect(`${label} ${because}`).not.toMatch(direction);
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

  it('says in words what gave it', () => {
    const said = cases.map(({ asks: question, findings }) => toVerdict(placed(question, findings), asking(question)).because);
    expect(said.every((sentence) => /^[A-Z\d].*\.$/.test(sentence))).toBe(true);
    expect(
      toVerdict(
        placed('recommendation', [
          ['guideline', 'for'],
          ['guideline', 'against'],
        ]),
        asking('recommendation'),
      ).because,
    ).toBe('2 sources count, and they stand on both sides: for; against.');
    expect(verdictRule.length).toBeGreaterThan(5);
  });
});
