/** What results come to, on invented situations and on the shipped content: `tests/cases/effects.yaml`. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildEvidenceGraph } from '../../../../src/evidence/build-evidence.ts';
import { effectInteractions } from '../../../../src/evidence/effect/between.ts';
import { toEffectGroups, type EffectGroup } from '../../../../src/evidence/effect/rows.ts';
import { summaryOfFindings, type SummaryOfFindingsRow } from '../../../../src/evidence/effect/summary.ts';
import { effectRule, effectVerdict, type EffectLine } from '../../../../src/evidence/effect/verdict.ts';
import type { EvidenceGraph } from '../../../../src/evidence/evidence-graph.ts';
import { placeFindings } from '../../../../src/evidence/matrix.ts';
import { readContent } from '../../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../../src/library/library.ts';
import type { QuestionId } from '../../../../src/schema/id.ts';
import type { Vocabulary } from '../../../../src/schema/vocabulary.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, vocabulary } from '../../made.ts';

interface Printed {
  readonly from?: string;
  readonly kind?: string;
  readonly issued?: number;
  /** A source on whose trial it reports. */
  readonly of?: string;
  readonly allocation?: string;
  readonly includes?: readonly string[];
  readonly retracted?: boolean;
  readonly outcome?: string;
  readonly at?: string;
  readonly population?: string;
  readonly given?: string;
  readonly against?: string;
  /** Events and totals of both groups, given first. */
  readonly counts?: readonly (readonly [number, number])[];
  readonly percents?: readonly number[];
  readonly effect?: readonly [measure: string, value: number, low: number, high: number];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
}
interface Told {
  readonly [field: string]: unknown;
  readonly says?: string | readonly string[];
  readonly not?: string;
}
interface Case {
  readonly name: string;
  readonly intervention?: string;
  readonly mid?: number;
  readonly results: readonly Printed[];
  readonly lines: readonly Told[];
  readonly interactions?: readonly string[];
  readonly summary?: readonly Told[];
}
interface Shipped extends Told {
  readonly question: string;
  readonly line?: Readonly<Record<string, string | boolean>>;
  readonly interaction?: string;
}
const cases = parse(readFileSync(new URL('../../../cases/effects.yaml', import.meta.url), 'utf8')) as {
  readonly invented: readonly Case[];
  readonly shipped: readonly Shipped[];
};

function sourceOf(one: Printed, index: number) {
  const {
    from = `s${index}`,
    kind = 'trial',
    outcome = 'major-bleeding',
    at = '24 months',
    given = 'cdt',
    against = 'anticoagulation',
  } = one;
  const arms = [given, against].map((name, side) => {
    const [events, total] = one.counts?.[side] ?? [];
    const intervention = name in vocabulary.interventions ? { intervention: name } : {};
    return { name, ...intervention, ...(events !== undefined && { events, total }), ...(one.percents && { percent: one.percents[side] }) };
  });
  const [measure, value, low, high] = one.effect ?? [];
  const effect = measure ? { effect: { measure, value, low, high, ...(measure === 'RD' && { per: 100 }), ...one.more } } : {};
  return madeSource(from, {
    kind,
    issued: one.issued ?? 2020,
    authors: [{ organisation: from.toUpperCase() }],
    ...(kind === 'guideline' && { jurisdiction: 'US' }),
    ...(one.allocation && { design: { allocation: { value: one.allocation } } }),
    ...(one.of && { restsOn: [{ source: one.of }] }),
    ...(one.includes && { includes: { studies: one.includes.map((source) => ({ source })) } }),
    ...(one.retracted && { retracted: { on: '2021-01-01', notice: 'https://example.org/notice' } }),
    findings: [
      madeFinding('q', 'none', {
        population: one.population ?? 'any',
        intervention: given in vocabulary.interventions ? given : against,
        results: ['r'],
      }),
    ],
    results: [
      { id: 'r', outcome, at, arms: one.result?.['alone'] ? arms.slice(0, 1) : arms, ...effect, ...one.result, alone: undefined },
    ].map(({ alone: _, ...result }) => result),
  });
}

function groupsOf({ results, intervention = 'any-removal', mid }: Case): { groups: EffectGroup[]; words: Vocabulary } {
  const pico = { population: 'any', intervention, comparator: 'anticoagulation', outcome: 'harm' };
  const question = madeQuestion('q', { asks: 'effect', outcomes: ['major-bleeding', 'pts-any', 'quality-of-life'], pico });
  const library = madeLibrary({ questions: [question], sources: results.map(sourceOf) });
  const bleeding = { ...vocabulary.outcomes['major-bleeding'], mid: mid && { value: mid, source: 's0' } };
  const score = { ...vocabulary.outcomes['quality-of-life'], mid: mid && { value: mid, source: 's0' } };
  const outcomes = { ...vocabulary.outcomes, ...(mid && { 'major-bleeding': bleeding, 'quality-of-life': score }) };
  const words = { ...vocabulary, outcomes } as Vocabulary;
  return { groups: toEffectGroups(placeFindings(library).get(question.id) ?? [], question, words), words };
}

/** What the table says of a line or row: each field as it stands, `says` in parts, `not` nowhere. */
function expectTold(found: EffectLine | SummaryOfFindingsRow | undefined, { says = [], not, rows, level, ...fields }: Told): void {
  if (!found) throw new Error(`The case table has a line more than was found: ${JSON.stringify(fields)} ${String(says)}`);
  const text = 'says' in found ? found.says : JSON.stringify(found);
  for (const part of [says].flat()) expect(text).toContain(part);
  if (not) expect(text).not.toContain(not);
  if (level) expect('certainty' in found && found.certainty).toMatchObject({ level });
  if (rows) expect('rows' in found && found.rows.map(({ id }) => id.replace('--r', ''))).toEqual(rows);
  expect(found).toMatchObject(fields);
}

describe('effects', () => {
  it.each(cases.invented)('$name', (one) => {
    const { groups, words } = groupsOf(one);
    const lines = effectVerdict(groups, words);
    expect(lines.map(({ says }) => says)).toHaveLength(one.lines.length);
    one.lines.forEach((told, i) => expectTold(lines[i], told));
    const found = effectInteractions(groups, words).map(({ says }) => says);
    if (one.interactions) expect(found).toEqual(one.interactions);
    one.summary?.forEach((told, i) => expectTold(summaryOfFindings(lines, words)[i], told));
    // The order in which sources stand changes nothing.
    const back = groupsOf({ ...one, results: [...one.results].map((result, i) => ({ from: `s${i}`, ...result })).reverse() });
    expect(
      effectVerdict(back.groups, words)
        .map(({ says }) => says)
        .sort(),
    ).toEqual(lines.map(({ says }) => says).sort());
  });

  it('have at least thirty-five invented situations, and a rule of whole sentences', () => {
    expect(cases.invented.length).toBeGreaterThanOrEqual(35);
    for (const sentence of effectRule) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });
});

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

  it.each(cases.shipped)(
    'print on $question what the worked examples ask for: $line$interaction',
    ({ question, line, interaction, ...told }) => {
      const groups = groupsOn(question);
      if (interaction) expect(effectInteractions(groups, graph.library.vocabulary).map(({ says }) => says)).toContain(interaction);
      if (!line) return;
      const lines = effectVerdict(groups, graph.library.vocabulary).filter((one) =>
        Object.entries(line).every(([field, value]) => one[field as keyof EffectLine] === value),
      );
      expect(lines).toHaveLength(1);
      expectTold(lines[0], told);
    },
  );

  it('never speak of no difference, of agreement, or for or against', () => {
    for (const id of graph.library.questions.keys()) {
      for (const { says, direction } of effectVerdict(groupsOn(id), graph.library.vocabulary)) {
        // Names of sources are theirs.
        expect(says).not.toMatch(/\bno difference|consistent|homogeneous|for it\b|against it\b|undefined|NaN/);
        expect(says.includes('little or no difference')).toBe(direction === 'little-or-none');
      }
    }
  });
});
