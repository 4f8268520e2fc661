import { describe, expect, it } from 'vitest';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm } from '../made.ts';

const distal = madeTerm('distal', {
  contested: 'Sources draw the line at different veins.',
  senses: [
    { id: 'below-common-femoral', says: 'Below the common femoral vein.', covers: ['femoropopliteal', 'calf'] },
    { id: 'below-the-knee', says: 'Below the popliteal vein.', covers: ['calf'] },
  ],
});

function cellOf(population: string, terms: Record<string, string> = {}, asked = 'femoropopliteal', term = distal) {
  const pico = { population: asked, intervention: 'any-removal', comparator: 'c', outcome: 'o' };
  const nice = madeSource('nice-2019-made', {
    kind: 'guideline',
    authors: [{ organisation: 'NICE' }],
    issued: 2019,
    terms,
    findings: [madeFinding('q', 'research-only', { population })],
  });
  const library = madeLibrary({ sources: [nice], questions: [madeQuestion('q', { pico })], terms: [term] });
  const placed = [...placeFindings(library).values()].flat()[0];
  return { cell: placed?.cell, counts: placed?.counts, note: placed?.note };
}

describe('a contested word', () => {
  it('is comparable when the term map gives a sense that takes in what the question asks about', () => {
    expect(cellOf('distal', { distal: 'below-common-femoral' })).toEqual({
      cell: 'research-only',
      counts: true,
      note: 'NICE 2019 says “distal”; read as it uses the word: Below the common femoral vein.',
    });
  });

  it('is not comparable without a term map', () => {
    expect(cellOf('distal')).toEqual({
      cell: 'not-comparable',
      counts: false,
      note: 'NICE 2019 says “distal” and does not say where the border lies; sources draw it differently.',
    });
  });

  it('is not comparable when its sense leaves out what the question asks about', () => {
    expect(cellOf('distal', { distal: 'below-the-knee' })).toMatchObject({
      cell: 'not-comparable',
      note: 'NICE 2019 says “distal”, which for certain takes in only: calf. The question asks about: femoropopliteal.',
    });
  });

  it('is not comparable when the term map names a sense that the glossary lacks', () => {
    expect(cellOf('distal', { distal: 'somewhere' }).cell).toBe('not-comparable');
  });

  it('in a question that the glossary does not explain sets nothing apart', () => {
    expect(cellOf('calf', {}, 'proximal')).toEqual({ cell: 'research-only', counts: true, note: undefined });
    expect(cellOf('distal', { distal: 'below-the-knee' }, 'proximal').cell).toBe('research-only');
  });

  it('whose sense is told with another contested word is not taken for a place elsewhere', () => {
    const circular = madeTerm('distal', {
      contested: 'x',
      senses: [{ id: 'not-proximal', says: 'Below what is proximal.', covers: ['proximal'] }],
    });
    expect(cellOf('distal', { distal: 'not-proximal' }, 'femoropopliteal', circular).cell).toBe('research-only');
  });

  it('in the question itself takes in every sense of the glossary', () => {
    expect(cellOf('calf', {}, 'distal').cell).toBe('research-only');
    expect(cellOf('iliofemoral', {}, 'distal').cell).toBe('not-comparable');
    expect(cellOf('distal', {}, 'distal').cell).toBe('not-comparable');
  });
});

describe('the glossary', () => {
  /** A second term with a sense of the same id, which takes in other places. */
  const other = madeTerm('other', {
    contested: 'x',
    senses: [{ id: 'below-common-femoral', says: 'Elsewhere.', covers: ['iliofemoral'] }],
  });
  const cell = (terms: ReturnType<typeof madeTerm>[], asked = 'femoropopliteal', population = 'distal') => {
    const pico = { population: asked, intervention: 'any-removal', comparator: 'c', outcome: 'o' };
    const findings = [madeFinding('q', 'research-only', { population })];
    const source = madeSource('a', { kind: 'guideline', terms: { distal: 'below-common-femoral' }, findings });
    const placed = placeFindings(madeLibrary({ sources: [source], questions: [madeQuestion('q', { pico })], terms }));
    return [...placed.values()].flat()[0]?.cell;
  };
  const named = (id: string, name: string) => ({ ...distal, id: id as typeof distal.id, name });

  it('is read at the term of the word, by its id or its name, where two terms have a sense of one id', () => {
    for (const term of [distal, named('distal', 'Far down'), named('far-down', 'Distal')]) {
      expect([cell([term, other]), cell([other, term])]).toEqual(['research-only', 'research-only']);
    }
  });

  it('is read at whatever term has the sense where none is named like the word', () => {
    expect(cell([other])).toBe('not-comparable');
    expect(cell([named('far-down', 'Far down')])).toBe('research-only');
  });

  it('says for a contested word in the question what the term of that word takes in, and no other term', () => {
    const asked = (terms: ReturnType<typeof madeTerm>[]) => cell(terms, 'distal', 'iliofemoral');
    expect(asked([distal, other])).toBe('not-comparable');
    expect(asked([named('distal', 'Far down'), other])).toBe('not-comparable');
    expect(asked([named('far-down', 'Distal'), other])).toBe('not-comparable');
    expect(asked([named('far-down', 'Far down'), other])).toBe('research-only');
  });
});

describe('a plain word', () => {
  it('is comparable where the places overlap', () => {
    expect(cellOf('any')).toEqual({ cell: 'research-only', counts: true, note: undefined });
  });

  it('is not comparable where the places have nothing in common', () => {
    expect(cellOf('calf')).toMatchObject({
      cell: 'not-comparable',
      note: 'This is about: calf. The question asks about: femoropopliteal.',
    });
  });

  it('is comparable where a state cuts across places', () => {
    expect(cellOf('limb-threatening').cell).toBe('research-only');
    expect(cellOf('iliofemoral', {}, 'pregnancy').cell).toBe('research-only');
  });
});
