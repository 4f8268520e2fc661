/** A limb in danger, put to every shipped pathway in every case that its rules can tell apart, and to made ones. */
import { describe, expect, it } from 'vitest';
import { comparePathways } from '../../../src/evidence/pathway/compare.ts';
import { evaluate, nextInput } from '../../../src/evidence/pathway/evaluate.ts';
import { isInDanger, orderFaults, silentOn } from '../../../src/evidence/pathway/emergency.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { site } from '../made.ts';
import { casesOf, madePathway } from './made-pathway.ts';
import { shippedPathways } from './pathway-shipped.ts';

const danger = site.emergency.pathway;
if (!danger) throw new Error('The site names no danger.');
const { key } = danger;
const urgent = (await shippedPathways()).filter(({ emergency }) => emergency);
const { library } = await readContent('content');

/** Whether the source of a pathway says anything on a limb in danger that is a position. */
const speaks = (source: string): boolean =>
  [...library.sources.values()].some(
    ({ id, findings }) =>
      id === source && findings.some(({ population, direction }) => population === danger.population && direction !== undefined),
  );

describe.each(urgent.map((pathway) => [pathway.id, pathway] as const))('%s', (_, pathway) => {
  const cases = casesOf(pathway);
  const read = (answers: (typeof cases)[number]) => {
    const { reading } = evaluate(pathway, answers);
    return reading.kind === 'outcome' ? pathway.outcomes.find(({ id }) => id === reading.outcome) : undefined;
  };
  const endangered = cases.filter((answers) => isInDanger(answers, key));

  it('asks for a limb in danger before anything else, and decides nothing before it is answered', () => {
    expect(nextInput(pathway, {})).toBe(key);
    expect(endangered.length).toBeGreaterThan(0);
    for (const { [key]: _limb, ...others } of cases) expect(evaluate(pathway, others).reading.kind).toBe('undecided');
  });

  it('has one outcome for a limb in danger in every case, and gives it in no other', () => {
    const [only, ...more] = new Set(endangered.map(read));
    expect(more).toEqual([]);
    expect(only).toBeDefined();
    expect(cases.filter((answers) => !isInDanger(answers, key) && read(answers) === only)).toEqual([]);
    expect(read({ [key]: true })).toBe(only);
  });

  it('puts no word on it into the mouth of a source that is silent', () => {
    const outcome = read({ [key]: true });
    if (speaks(pathway.source)) expect(outcome?.direction).not.toBe('emergency');
    else expect(outcome).toMatchObject({ label: silentOn(danger), direction: 'emergency' });
  });

  it('says why: because the limb is in danger, and asks no rule after that', () => {
    const [first, ...others] = evaluate(pathway, { [key]: true }).trace;
    expect(first).toMatchObject({ state: 'holds', because: [`${pathway.inputs[0]?.name}: yes.`] });
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['not-reached']));
  });
});

describe('two pathways beside each other', () => {
  it('answer a limb in danger by itself: no other case holds one', () => {
    for (const [at, first] of urgent.entries())
      for (const second of urgent.slice(at + 1)) {
        const { emergency, part, alone } = comparePathways(first, second, key);
        expect([emergency.first, emergency.second]).not.toContain(undefined);
        const all = [...part.flatMap(({ cases }) => cases), ...alone.first, ...alone.second].flat();
        expect(all.filter((condition) => condition.startsWith('Limb in danger: yes'))).toEqual([]);
      }
  });

  it('leave out cases that a source calls impossible, and count them nowhere', () => {
    const first = madePathway();
    const when = { old: { is: true }, days: { below: 14 } };
    const second = { ...madePathway(), impossible: [{ when, says: 'Old is two weeks.', from: [] }] };
    const counts = (one: typeof second) => comparePathways(first, one, key).counts;
    // Old or not, three places; with the bound of 14 days three stretches as well, less the three cases of old and below 14.
    expect([counts({ ...second, impossible: [] }).cases, counts(second).cases]).toEqual([6, 2 * 3 * 3 - 3]);
  });
});

describe('a made pathway', () => {
  const limb = { key, type: 'yes-no', name: 'Limb in danger', label: 'Is it?' };
  const { inputs, outcomes } = madePathway();
  const emergency = { id: 'emergency', label: silentOn(danger), says: 'Nothing.', direction: 'emergency' };
  const made = (first: object, end: object = emergency) =>
    madePathway({
      emergency: true,
      inputs: [limb, ...inputs],
      outcomes: [end, ...outcomes],
      rules: [
        { id: 'limb', when: { [key]: { is: true } }, outcome: 'emergency', ...first },
        { id: 'rest', when: {}, outcome: 'stay' },
      ],
    });
  const says = (pathway: ReturnType<typeof madePathway>, speaking = false) =>
    orderFaults(pathway, danger, speaking).map(({ field }) => field.join('.'));

  it('is right where the source is silent and the outcome says so', () => expect(says(made({}))).toEqual([]));

  it('is wrong where a position of the source is withheld, or another one is invented', () => {
    expect(says(made({}), true)).toEqual(['outcomes.0']);
    expect(says(made({}, { ...emergency, label: 'Go', direction: 'for' }))).toEqual(['outcomes.0.direction']);
    expect(says(made({}, { ...emergency, label: 'Go', direction: 'for' }), true)).toEqual([]);
  });

  it('is wrong where only some with a limb in danger are decided, or those without one first', () => {
    expect(says(made({ when: { [key]: { is: true }, old: { is: true } } }))).toEqual(['rules.0']);
    expect(says(made({ when: { [key]: { is: false } } }))).toEqual(['rules.0']);
    expect(says(made({ when: {} }))).toEqual(['rules.0']);
  });

  it('need not ask where nobody can be in danger', () => {
    expect(says(madePathway())).toEqual([]);
    expect(says(madePathway({ emergency: true }))).toEqual(['inputs.0']);
  });
});
