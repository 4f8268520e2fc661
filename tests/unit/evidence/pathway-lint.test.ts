/** What reading a pathway against itself finds, in the shipped ones and in made ones. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { comparePathways } from '../../../src/evidence/pathway/compare.ts';
import { evaluate } from '../../../src/evidence/pathway/evaluate.ts';
import { accountFor, lint } from '../../../src/evidence/pathway/lint.ts';
import { namesIn } from '../../../src/evidence/pathway/names.ts';
import { madePathway } from './made-pathway.ts';
import { shippedPathway, shippedPathways } from './pathway-shipped.ts';

const casesOf = <Row>(name: string): Row[] => parse(readFileSync(`tests/cases/${name}.yaml`, 'utf8')) as Row[];

describe('the shipped pathways', () => {
  it.each(casesOf<{ pathway: string; hits: string[] }>('pathway-lint'))(
    '$pathway is silent and contradicts itself just here',
    async ({ pathway, hits }) => {
      expect(lint(await shippedPathway(pathway)).map(({ lint: kind, about }) => `${kind} ${about}`)).toEqual(hits);
    },
  );

  it('answer for every hit, and for nothing else', async () => {
    for (const pathway of await shippedPathways()) {
      const account = accountFor(lint(pathway), pathway.acknowledged);
      expect(namesIn(pathway)).toEqual([]);
      expect(account.idle).toEqual([]);
      expect(account.hits.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    }
  });

  it.each(casesOf<{ pathway: string; answers: Record<string, string>; reads: string }>('pathway-readings'))(
    '$pathway reads $answers as $reads',
    async ({ pathway, answers, reads }) => {
      const { reading } = evaluate(await shippedPathway(pathway), answers);
      const said = reading.kind === 'outcome' ? reading.outcome : reading.kind === 'gap' ? 'gap' : `open ${reading.needs.join(' ')}`;
      expect(said).toBe(reads);
    },
  );

  it('give the outcomes of the 128 rows that were worked out independently', async () => {
    const pathway = await shippedPathway('dr-oracle-2026-thrombectomy');
    const [, ...rows] = readFileSync('tests/fixtures/pack/algorithm_enumeration.csv', 'utf8').trim().split('\n');
    const codes: Record<string, string> = { O1: 'immediate', O2: 'notIndicated', O3: 'unlikely', O4: 'catheter', O5: 'filter' };
    expect(rows).toHaveLength(128);
    expect(new Set(rows.map((row) => row.split(',').slice(1, 8).join())).size).toBe(128);
    for (const row of rows) {
      const [, limb, place, duration, young, good, low, life, code = ''] = row.split(',');
      const { reading } = evaluate(pathway, {
        limbThreat: limb === 'Y',
        location: place === 'IF' ? 'iliofemoral' : 'femoropopliteal',
        days: duration === 'lt14' ? 13 : 15,
        age: young === 'Y' ? 64 : 65,
        goodFunction: good === 'Y',
        bleedingRisk: low === 'Y' ? 'low' : 'high',
        lifeYears: life === 'Y' ? 2 : 0.5,
      });
      expect(reading).toMatchObject({ kind: 'outcome', outcome: codes[code] });
    }
  });

  it('part over age and over exactly one year where one speaks of catheters and the other of a filter', async () => {
    const [first, second] = [await shippedPathway('dr-oracle-2026-thrombectomy'), await shippedPathway('nice-2020-ng158-cdt')];
    const { part, counts } = comparePathways(first, second, 'limbThreat');
    const row = part.find((one) => one.first === 'filter' && one.second === 'consider');
    expect(row?.cases.map((conditions) => conditions.filter((one) => /Age|Life/.test(one)).join('; '))).toEqual([
      'Life expectancy: exactly 1 year',
      'Age: at least 65 years; Life expectancy: at least 1 year',
    ]);
    expect(counts.together + counts.part + counts.first + counts.second + counts.silent).toBe(counts.cases);
  });
});

describe('a made pathway', () => {
  it('has no hit when every case leads to one outcome', () => {
    expect(lint(madePathway())).toEqual([]);
  });

  it('names a rule that earlier rules leave nothing to', () => {
    const pathway = madePathway({
      rules: [
        { id: 'all', when: {}, outcome: 'go' },
        { id: 'late', when: { old: { is: true } }, outcome: 'stay' },
      ],
    });
    expect(lint(pathway).map(({ lint: kind, about }) => [kind, about])).toEqual([['unreachable', 'late']]);
  });

  it('does not take two sides of one border for two readings of it', () => {
    const pathway = madePathway({
      rules: [
        { id: 'few', when: { days: { below: 14 } }, outcome: 'go' },
        { id: 'many', when: { days: { atLeast: 14 } }, outcome: 'stay' },
      ],
    });
    expect(lint(pathway)).toEqual([]);
  });

  it('finds a constraint that needs what the rules do not', () => {
    const needs = { id: 'young', kind: 'needs', says: 'Only when not old.', outcomes: ['go'], needs: { old: { is: false } } };
    const [hit, ...more] = lint(madePathway({ rules: [{ id: 'all', when: {}, outcome: 'go' }], constraints: [needs] }));
    expect(more).toEqual([]);
    expect(hit).toMatchObject({ lint: 'constraint', about: 'young: go', cases: [['Old: yes']] });
  });

  it.each([
    [
      'an input that is not there',
      { rules: [{ id: 'a', when: { size: { is: true } }, outcome: 'go' }] },
      '`size` is not an input of this pathway',
    ],
    [
      'a bound on yes or no',
      { rules: [{ id: 'a', when: { old: { below: 3 } }, outcome: 'go' }] },
      '`old` is not a number and is tested with `below`',
    ],
    [
      'a bound out of reach',
      { rules: [{ id: 'a', when: { days: { below: 999 } }, outcome: 'go' }] },
      'a bound of `days` lies outside 0 to 90',
    ],
    ['a test that asks nothing', { rules: [{ id: 'a', when: { old: {} }, outcome: 'go' }] }, 'the test on `old` asks for nothing'],
    ['an outcome that is not there', { rules: [{ id: 'a', when: {}, outcome: 'fly' }] }, '`fly` is not an outcome of this pathway'],
  ])('is told about %s', (_, fields, says) => {
    expect(namesIn(madePathway(fields)).map((fault) => fault.says)).toContain(says);
  });
});
