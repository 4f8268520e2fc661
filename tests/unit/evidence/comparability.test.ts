import { describe, expect, it } from 'vitest';
import { mayMeet } from '../../../src/evidence/comparability.ts';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, vocabulary } from '../made.ts';

const distal = madeTerm('distal', {
  contested: 'Sources draw the line at different veins.',
  senses: [
    { id: 'below-common-femoral', says: 'Below the common femoral vein.', covers: ['femoropopliteal', 'calf'] },
    { id: 'below-the-knee', says: 'Below the popliteal vein.', covers: ['calf'] },
  ],
});

function reading(population: string, terms: Record<string, string> = {}, asked = 'femoropopliteal', term = distal) {
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
  return { comparable: placed?.comparable, counts: placed?.counts, note: placed?.note };
}

describe('a contested word', () => {
  it('is comparable when the term map gives a sense that takes in what the question asks about', () => {
    expect(reading('distal', { distal: 'below-common-femoral' })).toEqual({
      comparable: true,
      counts: true,
      note: 'NICE 2019 says “distal”; read as it uses the word: Below the common femoral vein.',
    });
  });

  it('is not comparable without a term map', () => {
    expect(reading('distal')).toEqual({
      comparable: false,
      counts: false,
      note: 'NICE 2019 says “distal” and does not say where the border lies; sources draw it differently.',
    });
  });

  it('is not comparable when its sense leaves out what the question asks about', () => {
    expect(reading('distal', { distal: 'below-the-knee' })).toMatchObject({
      comparable: false,
      note: 'NICE 2019 says “distal”, which for certain takes in only: calf. The question asks about: femoropopliteal.',
    });
  });

  it('is not comparable when the term map names a sense that the glossary lacks', () => {
    expect(reading('distal', { distal: 'somewhere' }).comparable).toBe(false);
  });

  it('in a question that the glossary does not explain sets nothing apart', () => {
    expect(reading('calf', {}, 'proximal')).toEqual({ comparable: true, counts: true, note: undefined });
    expect(reading('distal', { distal: 'below-the-knee' }, 'proximal').comparable).toBe(true);
  });

  it('whose sense is told with another contested word is not taken for a place elsewhere', () => {
    const circular = madeTerm('distal', {
      contested: 'x',
      senses: [{ id: 'not-proximal', says: 'Below what is proximal.', covers: ['proximal'] }],
    });
    expect(reading('distal', { distal: 'not-proximal' }, 'femoropopliteal', circular).comparable).toBe(true);
  });

  it('in the question itself takes in every sense of the glossary', () => {
    expect(reading('calf', {}, 'distal').comparable).toBe(true);
    expect(reading('iliofemoral', {}, 'distal').comparable).toBe(false);
    expect(reading('distal', {}, 'distal').comparable).toBe(false);
  });
});

describe('the glossary', () => {
  /** A second term with a sense of the same id, which takes in other places. */
  const other = madeTerm('other', {
    contested: 'x',
    senses: [{ id: 'below-common-femoral', says: 'Elsewhere.', covers: ['iliofemoral'] }],
  });
  const comparable = (terms: ReturnType<typeof madeTerm>[], asked = 'femoropopliteal', population = 'distal') => {
    const pico = { population: asked, intervention: 'any-removal', comparator: 'c', outcome: 'o' };
    const findings = [madeFinding('q', 'research-only', { population })];
    const source = madeSource('a', { kind: 'guideline', terms: { distal: 'below-common-femoral' }, findings });
    const placed = placeFindings(madeLibrary({ sources: [source], questions: [madeQuestion('q', { pico })], terms }));
    return [...placed.values()].flat()[0]?.comparable;
  };
  const named = (id: string, name: string) => ({ ...distal, id: id as typeof distal.id, name });

  it('is read at the term of the word, by its id or its name, where two terms have a sense of one id', () => {
    for (const term of [distal, named('distal', 'Far down'), named('far-down', 'Distal')]) {
      expect([comparable([term, other]), comparable([other, term])]).toEqual([true, true]);
    }
  });

  it('is read at whatever term has the sense where none is named like the word', () => {
    expect(comparable([other])).toBe(false);
    expect(comparable([named('far-down', 'Far down')])).toBe(true);
  });

  it('says for a contested word in the question what the term of that word takes in, and no other term', () => {
    const asked = (terms: ReturnType<typeof madeTerm>[]) => comparable(terms, 'distal', 'iliofemoral');
    expect(asked([distal, other])).toBe(false);
    expect(asked([named('distal', 'Far down'), other])).toBe(false);
    expect(asked([named('far-down', 'Distal'), other])).toBe(false);
    expect(asked([named('far-down', 'Far down'), other])).toBe(true);
  });
});

describe('a plain word', () => {
  it('is comparable where the places overlap', () => {
    expect(reading('any')).toEqual({ comparable: true, counts: true, note: undefined });
  });

  it('is not comparable where the places have nothing in common', () => {
    expect(reading('calf')).toMatchObject({
      comparable: false,
      note: 'This is about: calf. The question asks about: femoropopliteal.',
    });
  });

  it('is comparable where a state cuts across places', () => {
    expect(reading('limb-threatening').comparable).toBe(true);
    expect(reading('iliofemoral', {}, 'pregnancy').comparable).toBe(true);
  });
});

describe('two populations', () => {
  it.each([
    ['iliofemoral', 'iliofemoral', true],
    ['iliofemoral', 'calf', false],
    ['chronic-obstruction', 'iliofemoral', false],
    ['pregnancy-or-after-birth', 'pregnancy', true],
    ['any', 'arm', true],
    ['arm', 'vte', true],
    ['distal', 'iliofemoral', true],
    ['iliofemoral', 'proximal', true],
  ])('%s and %s may have people in common: %s', (one, other, may) => {
    expect([mayMeet(vocabulary, one, other), mayMeet(vocabulary, other, one)]).toEqual([may, may]);
  });
});
