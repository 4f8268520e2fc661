import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { toPairSource } from '../../../src/site/compare/pair-data.ts';
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
    expect([read.groups[1]?.label, cellsOf(read, 1)]).toEqual(['Femoropopliteal', ['only-in-research', 'gives-none', 'favourable']]);
    expect(cellsOf(pageWith({}), 1)).toEqual(['not-comparable', 'gives-none', 'favourable']);
  });

  it('gives a column to every source that speaks in the group, guidelines first where advice is asked for, what the filter hides last, and counts the others', () => {
    const group = pageWith({}).groups[1];
    expect(group?.heads.map(({ label, columns, coi }) => [label, columns, coi])).toEqual([
      ['Secondary', 1, false],
      ['Primary', 1, false],
      ['Industry, news, AI-generated', 1, true],
    ]);
    expect(group?.columns.map(({ short, aside, coi }) => [short, aside, coi])).toEqual([
      ['NICE', '2020 · Moon', false],
      ['ALFA', '', false],
      ['Moon', '', true],
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
      ['NICE, 2020: Only in research; no grade of its own', '', 'distal femoropopliteal calf'],
      [
        'Moon, ALFA, 2020: No recommendation; graded GRADE 2C; Table 2. Not counted: The question asks what is recommended, and this kind of source gives no recommendation.',
        '2C',
        'femoropopliteal',
      ],
      [
        "Moon, 2020: Favourable; no grade of its own. Not counted: Manufacturers' pages are shown and never counted.",
        '',
        'femoropopliteal',
      ],
    ]);
    expect(marks?.map(({ word, counts }) => [word, counts])).toEqual([
      ['Only in research', true],
      ['', false],
      ['Favourable', false],
    ]);
  });

  it('offers in each filter what some mark has, and the sources that speak, guidelines first', () => {
    const page = pageWith({ distal: 'below-common-femoral' });
    const options = Object.fromEntries(page.filters.map(({ name, options: own }) => [name, own.map(({ label }) => label)]));
    expect(options).toMatchObject({ strength: ['Advises', 'Only in research', 'Favourable'], funding: ['Not reported, or not checked'] });
    expect(page.sources.map(({ label, options: own }) => [label, ...own.map((one) => one.label)])).toEqual([
      ['Guidelines and other recommendations', 'NICE, 2020'],
      ['Primary sources', 'Moon, ALFA, 2020'],
      ['Industry, news, AI-generated', 'Moon, 2020'],
    ]);
  });

  it('hands over all that a source says, with why it is not counted and where it is silent', () => {
    const said = madeSource('nice-b', {
      kind: 'guideline',
      jurisdiction: 'Moon',
      authors: [{ organisation: 'NICE' }],
      silentOn: ['quiet'],
      findings: [
        madeFinding('far', 'for', { strength: 'conditional', gist: 'Consider it', grade: grade('2C'), locator: 'Table 2' }),
        madeFinding('far', 'none', { says: 'A word on it.' }),
      ],
    });
    const library = madeLibrary({ sources: [said], questions: [madeQuestion('near'), madeQuestion('far'), madeQuestion('quiet')] });
    const { about, questions, silent } = toPairSource(buildEvidenceGraph(library, '2026-02-01'), said);
    expect([about, silent]).toEqual(['Guideline · 2020 · Moon · Funding: not reported', [2]]);
    expect(
      questions.map(({ number, text, findings }) => [number, text, findings.map(({ label, says, note }) => [label, says, note])]),
    ).toEqual([
      [
        0,
        'far',
        [
          ['Suggests', 'Consider it', ''],
          ['Remark', 'A word on it.', 'Not counted: A remark, not a recommendation.'],
        ],
      ],
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
