import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { matrixPage } from '../../../src/site/compare/matrix-page.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm } from '../made.ts';

const distal = madeTerm('distal', {
  contested: 'Drawn at different veins.',
  senses: [{ id: 'below-common-femoral', says: 'Below the common femoral vein.', covers: ['femoropopliteal', 'calf'] }],
});
const pico = (population: string) => ({ population, intervention: 'any-removal', comparator: 'c', outcome: 'o' });
const grade = (value: string) => ({ scheme: 'GRADE', value });

function pageWith(terms: Record<string, string>) {
  const sources = [
    madeSource('trial-a', {
      shortTitle: 'ALFA',
      findings: [madeFinding('far', 'none', { grade: grade('2C'), locator: 'Table 2' })],
    }),
    madeSource('nice-b', {
      kind: 'guideline',
      jurisdiction: 'Moon',
      authors: [{ organisation: 'NICE' }],
      terms,
      findings: [madeFinding('far', 'research-only', { population: 'distal' }), madeFinding('near', 'for', { population: 'iliofemoral' })],
    }),
    madeSource('maker-c', { kind: 'vendor', url: 'https://example.org/', findings: [madeFinding('far', 'for', { intervention: 'pmt' })] }),
    madeSource('silent-d'),
  ];
  const questions = [madeQuestion('far'), madeQuestion('near', { pico: pico('iliofemoral') })];
  return matrixPage(buildEvidenceGraph(madeLibrary({ sources, questions, terms: [distal] }), '2026-02-01'));
}
const cellsOf = (page: ReturnType<typeof pageWith>, group: number) =>
  page.groups[group]?.rows[0]?.cells.map(({ marks }) => marks.map(({ position }) => position).join(' '));

describe('the matrix', () => {
  it('reads the femoropopliteal cell of a source that says “distal” as research only through its term map, and not without', () => {
    const read = pageWith({ distal: 'below-common-femoral' });
    expect([read.groups[1]?.label, cellsOf(read, 1)]).toEqual(['Femoropopliteal', ['gives-none', 'only-in-research', 'favourable']]);
    expect(cellsOf(pageWith({}), 1)).toEqual(['gives-none', 'not-comparable', 'favourable']);
  });

  it('gives a column to every source that speaks in the group, by tier, with what leaves last, and counts the others', () => {
    const group = pageWith({}).groups[1];
    expect(group?.heads.map(({ label, columns, leaves }) => [label, columns, leaves])).toEqual([
      ['Primary', 1, false],
      ['Secondary', 1, false],
      ['Industry, news, AI-generated', 1, true],
    ]);
    expect(group?.columns.map(({ short, leaves }) => [short, leaves])).toEqual([
      ['ALFA', false],
      ['NICE', false],
      ['Moon', true],
    ]);
    expect(group?.others).toBe('1 other source has no finding on these here, and no column.');
  });

  it('leaves the cell of a source that is not coded empty', () => {
    const library = madeLibrary({
      sources: [madeSource('a', { findings: [madeFinding('one', 'for')] }), madeSource('b', { findings: [madeFinding('two', 'for')] })],
      questions: [madeQuestion('one'), madeQuestion('two')],
    });
    const rows = matrixPage(buildEvidenceGraph(library, '2026-02-01')).groups[0]?.rows;
    expect(rows?.map(({ cells }) => cells.map(({ marks, silent }) => [marks.length, silent]))).toEqual([
      [
        [1, false],
        [0, false],
      ],
      [
        [0, false],
        [1, false],
      ],
    ]);
  });

  it('names every mark by source, position, grade and place, and says what the filter may ask for', () => {
    const marks = pageWith({ distal: 'below-common-femoral' }).groups[1]?.rows[0]?.cells.flatMap(({ marks }) => marks);
    expect(marks?.map(({ says, grade: own, populations }) => [says, own, populations])).toEqual([
      ['Moon, ALFA, 2020: No recommendation; graded GRADE 2C; Table 2', '2C', 'femoropopliteal'],
      ['NICE, 2020: Only in research; no grade of its own', '', 'distal femoropopliteal calf'],
      ['Moon, 2020: Favourable; no grade of its own', '', 'femoropopliteal'],
    ]);
  });

  it('tells two columns of one name apart by their years', () => {
    const chest = (id: string, issued: number) => madeSource(id, { shortTitle: 'CHEST', issued, findings: [madeFinding('q', 'for')] });
    const library = madeLibrary({ sources: [chest('a', 2016), chest('b', 2021)], questions: [madeQuestion('q')] });
    const columns = matrixPage(buildEvidenceGraph(library, '2026-02-01')).groups[0]?.columns;
    expect(columns?.map(({ short }) => short)).toEqual(['CHEST 2021', 'CHEST 2016']);
  });

  it('divides a population with many questions by what they ask', () => {
    const questions = Array.from({ length: 9 }, (_, i) => madeQuestion(`q${i}`, { asks: i < 5 ? 'effect' : 'recommendation' }));
    const page = matrixPage(buildEvidenceGraph(madeLibrary({ questions }), '2026-02-01'));
    expect(page.groups.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['femoropopliteal-recommendation', 4],
      ['femoropopliteal-effect', 5],
    ]);
  });
});
