/** Properties of the engine on made pathways: what must hold whatever the rules and the answers are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allHold, type Answers } from '../../../src/evidence/pathway/answer.ts';
import { boxesOf, boxWords } from '../../../src/evidence/pathway/cover.ts';
import { buildDecisionTree } from '../../../src/evidence/pathway/decision-tree.ts';
import { evaluate, nextInput } from '../../../src/evidence/pathway/evaluate.ts';
import { fromFragment, toFragment } from '../../../src/evidence/pathway/fragment.ts';
import { lint } from '../../../src/evidence/pathway/lint.ts';
import { answersAt, buildSpace, sizeOf } from '../../../src/evidence/pathway/space.ts';
import { anyAnswers, anyPathway, casesOf, fullAnswers, madePathway } from './made-pathway.ts';
import { shippedPathway } from './pathway-shipped.ts';

describe('a walk', () => {
  it('is decided by the first rule that holds, and every earlier rule says why not', () => {
    fc.assert(
      fc.property(anyPathway, anyAnswers, (pathway, answers) => {
        const { reading, trace } = evaluate(pathway, answers);
        expect(trace.map(({ rule }) => rule)).toEqual(pathway.rules.map(({ id }) => id));
        for (const { because } of trace) expect(because.filter((reason) => /^[A-Z`].*\.$/.test(reason))).toHaveLength(because.length || 1);
        const at = trace.findIndex(({ state }) => state === 'holds');
        const open = trace.some(({ state }) => state === 'unknown');
        expect(reading.kind).toBe(open ? 'undecided' : at < 0 ? 'gap' : 'outcome');
        if (reading.kind !== 'outcome') return;
        expect([reading.rule, reading.outcome]).toEqual([pathway.rules[at]?.id, pathway.rules[at]?.outcome]);
        expect(trace.slice(0, at).every(({ state }) => state === 'fails')).toBe(true);
        expect(trace.slice(at + 1).every(({ state }) => state === 'not-reached')).toBe(true);
      }),
    );
  });

  it('never takes back what it decided when more is known', () => {
    fc.assert(
      fc.property(anyPathway, fullAnswers, fc.subarray(['old', 'days', 'place']), (pathway, answers, left) => {
        const partial: Answers = Object.fromEntries(Object.entries(answers).filter(([key]) => !left.includes(key)));
        const early = evaluate(pathway, partial).reading;
        const late = evaluate(pathway, answers).reading;
        if (early.kind === 'undecided') expect(early.needs.every((key) => left.includes(key))).toBe(true);
        else expect(late).toEqual(early);
      }),
    );
  });

  it('comes to an end by asking what it needs, and asks nothing twice', () => {
    fc.assert(
      fc.property(anyPathway, fullAnswers, (pathway, answers) => {
        const given: Record<string, string | number | boolean> = {};
        for (let key = nextInput(pathway, given); key !== undefined; key = nextInput(pathway, given)) {
          expect(key in given).toBe(false);
          given[key] = answers[key as keyof typeof answers];
        }
        expect(evaluate(pathway, given).reading).toEqual(evaluate(pathway, answers).reading);
      }),
    );
  });
});

describe('the space of cases', () => {
  it('holds a case that reads like any full set of answers', () => {
    fc.assert(
      fc.property(anyPathway, fullAnswers, (pathway, answers) => {
        const alike = casesOf(pathway).filter((one) =>
          pathway.rules.every(({ when }) => allHold(when, pathway.inputs, one) === allHold(when, pathway.inputs, answers)),
        );
        expect(alike.length).toBeGreaterThan(0);
      }),
    );
  });

  it('has numbers below, at and above each border', async () => {
    const space = buildSpace(await shippedPathway('dr-oracle-2026-thrombectomy'));
    const values = (key: string) => space.find(({ input }) => input.key === key)?.cells.map(({ value }) => value);
    expect([values('days'), values('age'), values('lifeYears')]).toEqual([
      [13, 14, 15],
      [64, 65, 66],
      [0.5, 1, 1.5],
    ]);
  });

  it('is described by boxes that hold exactly the cases they were made from', () => {
    const space = buildSpace(madePathway({ rules: [{ id: 'a', when: { days: { below: 3 } }, outcome: 'go' }] }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(sizeOf(space) - 1)), (chosen) => {
        const covered = new Set<number>();
        for (const box of boxesOf(space, new Set(chosen)))
          for (let index = 0; index < sizeOf(space); index += 1) {
            const answers = answersAt(space, index);
            const inside = space.every(({ input, cells }, axis) => box[axis]?.some((at) => cells[at]?.value === answers[input.key]));
            if (inside) covered.add(index);
          }
        expect([...covered].sort((a, b) => a - b)).toEqual(chosen.sort((a, b) => a - b));
      }),
    );
    expect(
      boxWords(space, [
        [0, 1],
        [1, 2],
        [0, 2],
      ]),
    ).toEqual(['Days: at least 3 days', 'Place: here or nowhere']);
  });

  it('reports a gap if and only if some case has no rule', () => {
    fc.assert(
      fc.property(anyPathway, (pathway) => {
        const silent = casesOf(pathway).some((answers) => evaluate(pathway, answers).reading.kind === 'gap');
        expect(lint(pathway).some((hit) => hit.lint === 'gap')).toBe(silent);
      }),
    );
  });
});

describe('the questions as a tree', () => {
  it('lead every set of answers to what the rules say', () => {
    fc.assert(
      fc.property(anyPathway, (pathway) => {
        const tree = buildDecisionTree(pathway);
        const ids = new Set(tree.map(({ id }) => id));
        const led = new Set<string>();
        for (const node of tree) if (node.kind === 'question') for (const { to } of node.branches) led.add(to);
        expect([...led].every((id) => ids.has(id))).toBe(true);
        expect(tree.slice(1).every(({ id }) => led.has(id))).toBe(true);
        const ends = new Set(tree.flatMap((node) => (node.kind === 'question' ? [] : [node.outcome])));
        const read = casesOf(pathway).map((answers) => evaluate(pathway, answers).reading);
        expect(ends).toEqual(new Set(read.map((reading) => (reading.kind === 'outcome' ? reading.outcome : ''))));
      }),
    );
  });
});

describe('answers in an address', () => {
  it('come back as they went in', () => {
    const { inputs } = madePathway();
    fc.assert(
      fc.property(fullAnswers, fc.subarray(['old', 'days', 'place']), (answers, left) => {
        const said = {
          answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !left.includes(key))),
          unknown: new Set(left.slice(0, 1)),
        };
        expect(fromFragment(inputs, `#${toFragment(inputs, said)}`)).toEqual(said);
      }),
    );
  });

  it('are left out where they cannot be', () => {
    const { inputs } = madePathway();
    expect(fromFragment(inputs, '#old=maybe&days=900&place=moon&more=1')).toEqual({ answers: {}, unknown: new Set() });
    expect(fromFragment(inputs, '#days=&place=there')).toEqual({ answers: { place: 'there' }, unknown: new Set() });
  });
});
