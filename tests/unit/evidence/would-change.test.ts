/** What would change a verdict: from what digests hold, and silence where they hold nothing. */
import { describe, expect, it } from 'vitest';
import { toEffectGroups } from '../../../src/evidence/effect/rows.ts';
import { effectVerdict } from '../../../src/evidence/effect/verdict.ts';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { wouldChange } from '../../../src/evidence/would-change.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, vocabulary } from '../made.ts';

type Fields = Record<string, unknown>;
const id = 'cheese-effect';
const crossing = { measure: 'RR', value: 0.9, low: 0.8, high: 1.1 };
const fewer = { measure: 'RR', value: 0.6, low: 0.4, high: 0.8 };
const arms = [
  { name: 'cheese', intervention: 'cdt' },
  { name: 'bread', intervention: 'anticoagulation' },
];
const study = (name: string, result: Fields, fields: Fields = {}) =>
  madeSource(name, {
    ...fields,
    results: [{ id: 'r', outcome: 'pts-any', at: '24 months', arms, people: 100, ...result }],
    findings: [madeFinding(id, 'none', { population: 'iliofemoral', results: ['r'] })],
  });
/** A trial whose result is not read, on the same question. */
const pending = (fields: Fields, population = 'iliofemoral', outcome = 'pts-any') =>
  madeSource('plan-2025', {
    kind: 'trial-protocol',
    shortTitle: 'PLAN',
    pending: { registry: 'NCT00000001', completion: '2027-01-15', measures: [{ outcome, locator: 'Registry' }], ...fields },
    findings: [madeFinding(id, 'none', { population })],
  });

function lineOf(...sources: ReturnType<typeof madeSource>[]): string {
  const pico = { population: 'any', intervention: 'any-removal', comparator: 'bread', outcome: 'mould' };
  const question = madeQuestion(id, { asks: 'effect', pico, outcomes: ['pts-any'] });
  const placed = placeFindings(madeLibrary({ sources, questions: [question] })).get(question.id) ?? [];
  const [line] = effectVerdict(toEffectGroups(placed, question, vocabulary), vocabulary);
  if (!line) throw new Error('no line');
  return wouldChange(line, placed, vocabulary, '2026-11-27');
}

describe('what the numbers lack', () => {
  it.each([
    ['an interval on one side', [study('a-2019', { effect: fewer })], ''],
    ['an interval on both sides', [study('a-2019', { effect: crossing })], 'an interval that excludes no effect (now 0.8 to 1.1).'],
    [
      'a difference on both sides',
      [study('a-2019', { effect: { measure: 'RD', value: 2, low: -1, high: 5, per: 100 } })],
      'an interval that excludes no effect (now 1 fewer to 5 more).',
    ],
    [
      'several, not all on one side',
      [study('a-2019', { effect: crossing }), study('b-2020', { effect: fewer })],
      'intervals that all lie on one side of no effect (now 1 of 2).',
    ],
    ['no interval', [study('a-2019', { people: 50 })], 'an interval; none is printed.'],
    ['nothing randomised', [study('a-2019', { effect: fewer }, { kind: 'cohort' })], 'a randomised comparison; none is read here.'],
  ])('of %s', (_, sources, says) => {
    expect(lineOf(...sources)).toBe(says);
  });
});

describe('a trial whose result is not read', () => {
  const held = study('a-2019', { effect: fewer });

  it.each([
    ['runs', {}, 'PLAN, expected to end in January 2027.'],
    ['runs, nobody says until when', { completion: 'undated' }, 'PLAN, still running.'],
    ['was due', { completion: '2026-04' }, 'PLAN, due to end in April 2026; its result is not read here.'],
    [
      'is announced',
      { completion: '2026-04', announced: { on: '2026-06-21', where: 'a post' } },
      'PLAN, whose result was announced in June 2026 and is not read here.',
    ],
  ])('that %s', (_, fields, says) => {
    expect(lineOf(held, pending(fields))).toBe(says);
  });

  it('is named with its people where those differ, and not at all where they are apart or it measures something else', () => {
    expect(lineOf(held, pending({}, 'any'))).toBe('PLAN (any DVT of the leg), expected to end in January 2027.');
    expect(lineOf(held, pending({}, 'femoropopliteal'))).toBe('');
    expect(lineOf(held, pending({}, 'iliofemoral', 'death'))).toBe('');
    expect(lineOf(held, pending({ measures: undefined }))).toBe('');
  });

  it('stands before what the numbers lack', () => {
    expect(lineOf(study('a-2019', { effect: crossing }), pending({}))).toBe(
      'PLAN, expected to end in January 2027; an interval that excludes no effect (now 0.8 to 1.1).',
    );
  });
});

it('names the reasons for which the source that leads rated its certainty down', () => {
  const certainty = { level: 'low', by: 'source', reasons: ['risk-of-bias', 'imprecision'], locator: 'Table 1' };
  const review = study('a-2019', { effect: fewer, pools: 'randomised', certainty }, { kind: 'systematic-review', shortTitle: 'REVIEW' });
  expect(lineOf(review)).toBe('less risk of bias and imprecision, for which Moon 2020 (REVIEW) rated it down.');
});
