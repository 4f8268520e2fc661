/** A made-up pathway for unit tests, and pathways by the hundred for properties. */
import fc from 'fast-check';
import type { Answers } from '../../../src/evidence/pathway/answer.ts';
import { answersAt, buildSpace, sizeOf } from '../../../src/evidence/pathway/space.ts';
import { vocabulary } from '../made.ts';
import { pathway, type Pathway, type PathwayInput, type PathwayTest } from '../../../src/schema/pathway.ts';

const inputs = [
  { key: 'old', type: 'yes-no', name: 'Old', label: 'Is it old?' },
  { key: 'days', type: 'number', name: 'Days', label: 'Since when?', unit: { one: 'day', many: 'days' }, low: 0, high: 90 },
  {
    key: 'place',
    type: 'choice',
    name: 'Place',
    label: 'Where?',
    values: [
      { value: 'here', label: 'here' },
      { value: 'there', label: 'there' },
      { value: 'nowhere', label: 'nowhere', unstated: true },
    ],
  },
];
const outcomes = ['go', 'stay'].map((id) => ({ id, label: id, says: `It says ${id}.`, direction: id === 'go' ? 'for' : 'against' }));

/** Whole and without a fault, unless told otherwise. Throws when the schema refuses the fields. */
export const madePathway = (fields: Record<string, unknown> = {}): Pathway =>
  pathway(vocabulary).parse({
    title: 'Which way',
    summary: 'Made up.',
    source: 'moon-2020-cheese',
    entry: 'Anyone.',
    emergency: false,
    intervention: 'any-removal',
    inputs,
    rules: [
      { id: 'first', when: { old: { is: true } }, outcome: 'go' },
      { id: 'rest', when: {}, outcome: 'stay' },
    ],
    outcomes,
    updated: '2026-01-01',
    status: 'under-review',
    ...fields,
  });

const testOf: Record<PathwayInput['type'], fc.Arbitrary<PathwayTest>> = {
  'yes-no': fc.record({ is: fc.boolean() }),
  choice: fc.record({ in: fc.uniqueArray(fc.constantFrom('here', 'there', 'nowhere'), { minLength: 1, maxLength: 2 }) }),
  number: fc
    .tuple(fc.constantFrom('below', 'atMost', 'above', 'atLeast'), fc.integer({ min: 1, max: 5 }))
    .map(([sign, bound]) => ({ [sign]: bound })),
};
const whenOf = fc.record({ old: testOf['yes-no'], days: testOf.number, place: testOf.choice }, { requiredKeys: [] });

/** Pathways with up to five rules over three inputs. */
export const anyPathway: fc.Arbitrary<Pathway> = fc
  .array(fc.record({ when: whenOf, outcome: fc.constantFrom('go', 'stay') }), { minLength: 1, maxLength: 5 })
  .map((rules) => madePathway({ rules: rules.map((rule, index) => ({ ...rule, id: `r${index + 1}` })) }));

/** Answers, some missing, some of the wrong kind. */
export const anyAnswers = fc.record(
  {
    old: fc.oneof(fc.boolean(), fc.constant('yes')),
    days: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constant(Number.NaN)),
    place: fc.constantFrom('here', 'there', 'nowhere', 'elsewhere'),
  },
  { requiredKeys: [] },
);
/** Answers to every input. */
export const fullAnswers = fc.record({
  old: fc.boolean(),
  days: fc.integer({ min: 0, max: 90 }),
  place: fc.constantFrom('here', 'there', 'nowhere'),
});

/** Every case of a pathway, in order. */
export function casesOf(of: Parameters<typeof buildSpace>[0]): Answers[] {
  const space = buildSpace(of);
  return Array.from({ length: sizeOf(space) }, (_, index) => answersAt(space, index));
}
