import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { matchConditions } from '../../../src/evidence/pathway/conditions.ts';
import { patientInputs, patientRows, toTest } from '../../../src/evidence/patient.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, site, vocabulary } from '../made.ts';

const inputs = patientInputs({ vocabulary, site }, new Set(Object.keys(vocabulary.criteria)));
const under65 = { key: 'age', test: { below: 65 } };
const lowRisk = { key: 'bleeding-risk', test: { in: ['low'] } };

describe('a patient and the conditions of a source', () => {
  it('are met when all hold, with the answer beside each', () => {
    const { state, each, needs } = matchConditions([under65, lowRisk], inputs, { age: 58, 'bleeding-risk': 'low' });
    expect(state).toBe('met');
    expect(each.map(({ answer }) => answer)).toEqual(['58 years', 'Low']);
    expect(needs).toEqual([]);
  });

  it('are not met as soon as one fails, whatever else is not known', () => {
    const { state, each } = matchConditions([under65, lowRisk], inputs, { age: 65 });
    expect(state).toBe('not-met');
    expect(each.map(({ holds }) => holds)).toEqual(['fails', 'unknown']);
  });

  it('are open while an answer is missing, and say which', () => {
    expect(matchConditions([under65, lowRisk], inputs, { age: 64 })).toMatchObject({ state: 'open', needs: ['Risk of bleeding'] });
  });

  it('tell what a source does not ask from what it finds met', () => {
    const { state, unasked } = matchConditions([lowRisk], inputs, { age: 58, 'bleeding-risk': 'low', pregnancy: 'none' });
    expect(state).toBe('met');
    expect(unasked).toEqual(['Age', 'Pregnancy']);
  });

  it('are not called met where they are words alone, and are met by all where there are none', () => {
    expect(matchConditions([], inputs, { age: 58 }, true)).toMatchObject({ state: 'untyped', unasked: ['Age'] });
    expect(matchConditions([], inputs, { age: 58 })).toMatchObject({ state: 'met', unasked: ['Age'] });
    expect(matchConditions([under65], inputs, { age: 70 }, true).state).toBe('not-met');
  });
});

describe('what a patient is asked', () => {
  it('begins with the danger of the disease, asked or not, and goes on in the order of the vocabulary', () => {
    expect(inputs.map(({ key }) => key).slice(0, 3)).toEqual(['limb-threat', 'clot-site', 'symptom-days']);
    expect(patientInputs({ vocabulary, site }, new Set(['age'])).map(({ key }) => key)).toEqual(['limb-threat', 'age']);
    expect(inputs[0]?.label).toBe(site.emergency.pathway?.label);
  });

  it('takes what a condition rules out as all the other values', () => {
    expect(toTest({ on: 'pregnancy', isNot: ['pregnant'] }, vocabulary)).toEqual({ in: ['after-birth', 'none'] });
    expect(toTest({ on: 'age', atLeast: 16, atMost: 75 }, vocabulary)).toEqual({ atLeast: 16, atMost: 75 });
  });
});

describe('the sources that are put to a patient', () => {
  const society = (fields: object, more: object = {}) =>
    madeSource('society-2020-made', {
      kind: 'guideline',
      jurisdiction: 'Here',
      findings: [madeFinding('q', 'for', { strength: 'strong', ...fields })],
      ...more,
    });
  const trial = madeSource('moon-2020-trial', {
    findings: [
      madeFinding('q', 'none', { population: 'proximal', criteria: [{ on: 'age', atLeast: 16, atMost: 75 }] }),
      madeFinding('other', 'none', { population: 'proximal', criteria: [{ on: 'cancer', isNot: ['active'] }] }),
    ],
  });
  const rowsOf = (...sources: ReturnType<typeof madeSource>[]) => {
    const question = madeQuestion('q');
    return patientRows(buildEvidenceGraph(madeLibrary({ sources, questions: [question] }), '2026-02-01'), question);
  };
  const low = [{ on: 'bleeding-risk', is: ['low'] }];

  it('have whom they are about as a condition where it can be typed, and else in words', () => {
    const rows = (fields: object) => rowsOf(society({ criteria: low, ...fields }))?.advice[0]?.rows[0];
    expect(rows({ population: 'femoropopliteal' })?.typed).toEqual([{ on: 'clot-site', is: ['femoropopliteal'] }, ...low]);
    expect(rows({ population: 'any' })).toMatchObject({ typed: low, words: [] });
    expect(rows({ population: 'limb-threatening' })?.typed).toEqual([{ on: 'limb-threat', is: ['yes'] }, ...low]);
    expect(rows({ population: 'distal' })).toMatchObject({ typed: low, words: ['“Distal” DVT'] });
    expect(rows({ population: 'proximal', conditions: ['selected people'] })).toMatchObject({
      typed: low,
      words: ['“Proximal” DVT', 'selected people'],
    });
  });

  it('are all that advise on a question, also those without a typed condition', () => {
    const against = madeSource('board-2021-made', {
      kind: 'guideline',
      jurisdiction: 'There',
      findings: [madeFinding('q', 'against', { strength: 'strong', population: 'any' })],
    });
    expect(rowsOf(society({ criteria: low }), against)?.advice[0]?.rows.map(({ placed }) => placed.source.id)).toEqual([
      'board-2021-made',
      'society-2020-made',
    ]);
    expect(rowsOf(against)).toBeUndefined();
    expect(rowsOf(society({ criteria: low }, { withdrawn: { on: '2025-01-01', notice: 'Gone.' } }))).toBeUndefined();
  });

  it('have all rules of entry of one study in one row', () => {
    expect(rowsOf(trial)?.studies).toMatchObject([
      {
        typed: [
          { on: 'age', atLeast: 16, atMost: 75 },
          { on: 'cancer', isNot: ['active'] },
        ],
        words: ['“Proximal” DVT'],
      },
    ]);
  });
});
