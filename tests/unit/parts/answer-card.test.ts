/** The card of a question: which rows it has, in which order, and where the rest of them stands. */
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { toAnswerCard } from '../../../src/parts/answer-card.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

type Fields = Record<string, unknown>;
const arms = (given: string, against: string, shares: readonly [number, number]) =>
  [given, against].map((intervention, side) => ({ name: intervention, intervention, percent: shares[side] }));

const reporting = (id: string, population: string, result: Fields) =>
  madeSource(id, {
    results: [{ id: 'r', outcome: 'recurrent-vte', at: '12 months', people: 60, ...result }],
    findings: [madeFinding('q', 'none', { population, intervention: 'stent', gist: `What ${id} says`, results: ['r'] })],
  });

function cardOf(asks: string, pico: Fields, sources: readonly ReturnType<typeof madeSource>[]) {
  const question = madeQuestion('q', { asks, pico: { comparator: 'c', outcome: 'o', ...pico } });
  return toAnswerCard(buildEvidenceGraph(madeLibrary({ sources: [...sources], questions: [question] }), '2026-11-20'), question);
}

describe('the card', () => {
  const effect = { measure: 'RR', value: 1.2, low: 0.3, high: 5 };
  const compared = reporting('a', 'iliofemoral', { arms: arms('stent', 'anticoagulation', [6, 5]), effect });

  it('of an effect leads to the numbers, and of advice to the sources', () => {
    const advice = madeSource('b', { kind: 'guideline', jurisdiction: 'US', findings: [madeFinding('q', 'for', { strength: 'strong' })] });
    expect(cardOf('effect', { population: 'iliofemoral', intervention: 'stent' }, [compared])).toMatchObject({ more: 0, rest: '#numbers' });
    expect(cardOf('recommendation', { population: 'femoropopliteal', intervention: 'any-removal' }, [advice])).toMatchObject({
      rest: '#findings',
      groups: [{ numbers: false, rows: [{ position: { name: 'recommends' } }] }],
    });
  });

  it('tells those without it as such, and by name what they were given instead', () => {
    const other = reporting('b', 'iliofemoral', { arms: arms('stent', 'cdt', [6, 5]), effect, at: '3 months' });
    const rows = cardOf('effect', { population: 'iliofemoral', intervention: 'stent' }, [compared, other]).groups[0]?.rows ?? [];
    expect(rows.map(({ aside, says }) => [aside, says.split(';')[0]])).toEqual([
      ['12 months · Iliofemoral', 'Without 5, with 6 of 100'],
      ['3 months · Iliofemoral · against catheter-directed thrombolysis', 'Others 5, with it 6 of 100'],
    ]);
  });

  it('begins with who reports on the people asked about where nothing is compared in them', () => {
    const series = reporting('b', 'chronic-obstruction', { arms: arms('stent', 'stent', [88, 0]).slice(0, 1) });
    const card = cardOf('effect', { population: 'chronic-obstruction', intervention: 'stent' }, [compared, series]);
    expect(card.groups.map(({ label, numbers, rows }) => [label, numbers, rows.map(({ says }) => says.split(';')[0])])).toEqual([
      ['', false, ['What b says']],
      ['In other people', true, ['Without 5, with 6 of 100']],
    ]);
    const both = reporting('c', 'chronic-obstruction', { arms: arms('stent', 'anticoagulation', [3, 2]), effect });
    const told = cardOf('effect', { population: 'chronic-obstruction', intervention: 'stent' }, [compared, series, both]);
    expect(told.groups.map(({ rows }) => rows.map(({ says }) => says.split(';')[0]))).toEqual([
      ['Without 2, with 3 of 100', 'Without 5, with 6 of 100'],
    ]);
  });
});
