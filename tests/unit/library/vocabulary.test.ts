/** Two diseases in one process: each library is read by its own words, and neither knows of the other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { exampleIssues } from '../../../src/check/rule-example.ts';
import { smallLibrary } from '../../../src/check/examples/small-library.ts';
import { toContent, type Content } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { toJsonSchema } from '../../../src/schema/json-schema.ts';
import { finding } from '../../../src/schema/finding.ts';
import { noVocabulary, partsOf, toVocabulary } from '../../../src/schema/vocabulary.ts';
import { labelOf } from '../../../src/schema/word-list.ts';

const read = (files: Readonly<Record<string, string>>): Content =>
  toContent(Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));

test('a library carries the words and the site that it was read with, and each is checked by its own', async () => {
  const [veins, lamps] = [await readContent('content'), read(smallLibrary)];
  expect([veins.library.site.name, lamps.library.site.name]).toEqual(['Patency', 'Lamps']);
  expect(Object.keys(lamps.library.vocabulary.interventions)).toEqual(['lamp', 'torch']);
  expect(lamps.library.sources.size).toBe(3);
  expect(exampleIssues()).toEqual([]);
  const graph = buildEvidenceGraph(lamps.library, '2026-11-20');
  expect(graph.findings.get('lamp-choice' as never)?.map(({ note }) => note)).toContain(
    'Lampe 2020 says “far”; read as it uses the word: Everything beyond the bend.',
  );
});

test('what one takes the other refuses, in its JSON Schema too', async () => {
  const { vocabulary: veins } = (await readContent('content')).library;
  const { vocabulary: lamps } = read(smallLibrary).library;
  const one = (population: string, intervention: string) => ({
    id: 'a',
    question: 'a',
    direction: 'for',
    says: 'So.',
    population,
    intervention,
  });
  const taken = [veins, lamps].map((words) =>
    [one('calf', 'stent'), one('hall', 'lamp')].map((value) => finding(words).safeParse(value).success),
  );
  expect(taken).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(toJsonSchema('pathway', lamps).properties?.['intervention']?.enum).toEqual(['lamp', 'torch']);
  expect(toJsonSchema('pathway', veins).properties?.['intervention']?.enum).toContain('stent');
});

test('a schema is made once for words that are the same, and anew for others', () => {
  const text = {
    populations: { a: { label: 'A' } },
    interventions: { b: { label: 'B' } },
    outcomes: { c: { label: 'C' } },
    phases: { d: 'D' },
  };
  const [first, again, other] = [toVocabulary(text), toVocabulary(structuredClone(text)), toVocabulary({ ...text, phases: { e: 'E' } })];
  expect(finding(first)).toBe(finding(again));
  expect(finding(first)).not.toBe(finding(other));
});

test('without a vocabulary any word is taken, so that the check can speak of everything else', () => {
  expect(toVocabulary('nothing')).toBe(noVocabulary);
  const value = { id: 'a', question: 'a', direction: 'for', says: 'So.', population: 'anyone', intervention: 'anything' };
  expect(finding(noVocabulary).safeParse(value).success).toBe(true);
  expect([labelOf(noVocabulary.populations, 'anyone'), partsOf(noVocabulary, 'anyone')]).toEqual(['anyone', ['anyone']]);
  expect(labelOf(noVocabulary.populations, 'constructor')).toBe('constructor');
});

test('the shipped files are whole, so that nothing is read by an empty list', async () => {
  const { vocabulary, site, figures } = (await readContent('content')).library;
  expect(Object.values(vocabulary.outcomes).filter(({ better, kind }) => (better === undefined) !== (kind === 'other'))).toEqual([]);
  expect(site.name).toBe('Patency');
  expect([...figures.values()].filter(({ front }) => front)).toHaveLength(1);
  expect(readFileSync('content/vocabulary.yaml', 'utf8')).toContain('# ');
});
