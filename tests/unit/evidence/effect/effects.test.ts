/** What results come to, on the invented situations of `tests/cases/effects.yaml`. */
import { describe, expect, it } from 'vitest';
import { effectInteractions } from '../../../../src/evidence/effect/between.ts';
import { toEffectGroups, type EffectGroup } from '../../../../src/evidence/effect/rows.ts';
import { outcomeLines } from '../../../../src/evidence/effect/outcome-words.ts';
import { summaryOfFindings } from '../../../../src/evidence/effect/summary.ts';
import { effectRule, effectVerdict } from '../../../../src/evidence/effect/verdict.ts';
import { placeFindings } from '../../../../src/evidence/matrix.ts';
import type { Vocabulary } from '../../../../src/schema/vocabulary.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, vocabulary } from '../../made.ts';
import { casesOf, expectTold, type Told } from './told.ts';

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
  /** Events and totals of both groups, given first; null where one is not told. */
  readonly counts?: readonly (readonly [events: number | null, total: number | null])[];
  readonly percents?: readonly number[];
  readonly effect?: readonly [measure: string, value: number, low: number, high: number];
  /** A second number of the same paper: later, on death, of other arms of the same treatment, or the same by another measure. */
  readonly two?: Printed['effect'];
  readonly harm?: Printed['effect'];
  readonly others?: Printed['effect'];
  readonly twin?: Printed['effect'];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly finding?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
}
interface Case {
  readonly name: string;
  readonly intervention?: string;
  readonly mid?: number;
  readonly results: readonly Printed[];
  readonly lines?: readonly Told[];
  /** What each outcome comes to, in the words of the verdict. */
  readonly words?: readonly object[];
  readonly interactions?: readonly string[];
  readonly summary?: readonly Told[];
}
const cases = casesOf<Case>('invented');

const filled = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

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
    const [events = null, total = null] = one.counts?.[side] ?? [];
    const intervention = name in vocabulary.interventions ? { intervention: name } : {};
    return { name, ...intervention, ...filled({ events, total }), ...(one.percents && { percent: one.percents[side] }) };
  });
  const printed = ([measure, value, low, high]: readonly unknown[] = []) =>
    measure ? { effect: { measure, value, low, high, ...(measure === 'RD' && { per: 100 }), ...one.more } } : {};
  const result = { outcome, at, arms: one.result?.['alone'] ? arms.slice(0, 1) : arms, ...one.result, alone: undefined };
  const beside = [
    one.two && { ...result, id: 'two', at: '9 months', ...printed(one.two) },
    one.harm && { ...result, id: 'harm', outcome: 'death', label: 'Death by any cause', ...printed(one.harm) },
    one.twin && { ...result, id: 'twin', ...printed(one.twin) },
    one.others && { ...result, id: 'other', arms: arms.map((arm) => ({ ...arm, name: `other ${arm.name}` })), ...printed(one.others) },
  ].filter((more) => more !== undefined);
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
        results: ['r', ...beside.map(({ id }) => id)],
        ...one.finding,
      }),
    ],
    results: [{ id: 'r', ...printed(one.effect), ...result }, ...beside].map(({ alone: _, ...all }) => all),
  });
}

interface Read {
  readonly groups: EffectGroup[];
  readonly words: Vocabulary;
  readonly told: readonly object[];
}
function groupsOf({ results, intervention = 'any-removal', mid }: Case): Read {
  const pico = { population: 'any', intervention, comparator: 'anticoagulation', outcome: 'harm' };
  const question = madeQuestion('q', { asks: 'effect', outcomes: ['major-bleeding', 'pts-any', 'quality-of-life'], pico });
  const library = madeLibrary({ questions: [question], sources: results.map(sourceOf) });
  const bleeding = { ...vocabulary.outcomes['major-bleeding'], mid: mid && { value: mid, source: 's0' } };
  const score = { ...vocabulary.outcomes['quality-of-life'], mid: mid && { value: mid, source: 's0' } };
  const outcomes = { ...vocabulary.outcomes, ...(mid && { 'major-bleeding': bleeding, 'quality-of-life': score }) };
  const words = { ...vocabulary, outcomes } as Vocabulary;
  const placed = placeFindings(library).get(question.id) ?? [];
  return { groups: toEffectGroups(placed, question, words), words, told: outcomeLines(placed, question, words) };
}

describe('effects', () => {
  it.each(cases)('$name', (one) => {
    const { groups, words, told: said } = groupsOf(one);
    const lines = effectVerdict(groups, words);
    if (one.lines) expect(lines.map(({ says }) => says)).toHaveLength(one.lines.length);
    one.lines?.forEach((told, i) => expectTold(lines[i], told));
    if (one.words) expect(said).toHaveLength(one.words.length);
    if (one.words) expect(said).toMatchObject(one.words);
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
    expect(cases.length).toBeGreaterThanOrEqual(35);
    for (const sentence of effectRule) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });
});
