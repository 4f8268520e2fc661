import { describe, expect, it } from 'vitest';
import {
  fromPairFragment,
  matches,
  pairRows,
  toChoice,
  toQuery,
  type MatrixFacet,
} from '../../../src/site/compare/matrix-choice.client.ts';
import type { PairSource } from '../../../src/site/compare/pair-data.ts';
import { isPast } from '../../../src/offline/stale-banner.client.ts';

const chosen = (choice: Partial<Record<MatrixFacet, string[]>>) => toChoice((name) => choice[name] ?? []);

describe('the choice of the matrix', () => {
  it('reads an address and writes the same again', () => {
    const search = '?population=calf&population=distal&intervention=pmt&source=moon-2020&strength=suggests&funding=industry';
    const asked = new URLSearchParams(search);
    expect(toQuery(toChoice((name) => asked.getAll(name)))).toBe(search);
    expect(toQuery(chosen({}))).toBe('');
  });

  it.each([
    ['nothing', {}, true],
    ['one of its populations or another', { population: ['calf', 'any'] }, true],
    ['another population', { population: ['any'] }, false],
    ['its intervention and another population', { intervention: ['pmt'], population: ['any'] }, false],
    ['its source, strength and funding', { source: ['moon-2020'], strength: ['suggests'], funding: ['industry'] }, true],
    ['another strength', { strength: ['recommends'] }, false],
    ['another funding of its source', { source: ['moon-2020'], funding: ['public'] }, false],
  ])('shows a mark to who asks for %s: %#', (_, choice, shown) => {
    const mark = {
      population: ['distal', 'calf'],
      intervention: ['pmt'],
      source: ['moon-2020'],
      strength: ['suggests'],
      funding: ['industry'],
    };
    expect(matches(chosen(choice), mark)).toBe(shown);
  });
});

describe('two sources side by side', () => {
  it.each([
    ['#a=moon-2020&b=sun-2021', ['moon-2020', 'sun-2021']],
    ['#b=sun-2021', ['', 'sun-2021']],
    ['#findings', ['', '']],
    ['', ['', '']],
  ])('are read from the fragment %j', (hash, named) => {
    expect(fromPairFragment(hash)).toEqual(named);
  });

  it('have a row for each question on which either speaks, those of both first, and tell silence from what is not coded', () => {
    const finding = (says: string) => ({ says }) as PairSource['questions'][number]['findings'][number];
    const source = (said: Record<number, string>, silent: number[] = []): PairSource => ({
      ...{ href: '/', name: '', about: '', silent },
      questions: Object.entries(said).map(([number, says]) => ({
        ...{ number: Number(number), href: `/q${number}/`, text: `Q${number}` },
        findings: [finding(says)],
      })),
    });
    const rows = pairRows([source({ 7: 'late', 3: 'both' }, [5]), source({ 3: 'too', 5: 'alone' })]);
    const side = ({ findings, silent }: (typeof rows)[number]['sides'][number]) => findings[0]?.says ?? (silent ? 'silent' : 'not coded');
    expect(rows.map(({ text, sides }) => [text, ...sides.map(side)])).toEqual([
      ['Q3', 'both', 'too'],
      ['Q5', 'silent', 'alone'],
      ['Q7', 'late', 'not coded'],
    ]);
  });
});

describe('the review date of a page', () => {
  it('is past from the day after', () => {
    expect(['2026-11-19', '2026-11-20', '2026-11-21'].map((today) => isPast('2026-11-20', today))).toEqual([false, false, true]);
  });
});
