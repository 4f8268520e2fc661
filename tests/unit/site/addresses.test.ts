import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { knownAddresses } from '../../../src/site/addresses.ts';
import { madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

describe('the known addresses', () => {
  const library = madeLibrary({
    sources: [madeSource('moon-2020-cheese', { title: 'Cheese', aliases: ['/papers/2020-cheese'] })],
    topics: [madeTopic('legs', { title: 'Legs' })],
    questions: [madeQuestion('rinds', { question: 'Rinds?' })],
    terms: [madeTerm('rind', { name: 'rind' })],
  });
  const rows = knownAddresses(buildEvidenceGraph(library, '2026-11-20'));

  it('have every page with its title', () => {
    expect(rows).toEqual(
      expect.arrayContaining([
        ['/topics/', 'Topics'],
        ['/topics/legs/', 'Legs'],
        ['/questions/rinds/', 'Rinds?'],
        ['/sources/moon-2020-cheese/', 'Cheese'],
        ['/glossary/rind/', 'Rind'],
      ]),
    );
  });

  it('have old addresses with where they lead now', () => {
    expect(rows).toContainEqual(['/papers/2020-cheese', 'Cheese', '/sources/moon-2020-cheese/']);
  });
});
