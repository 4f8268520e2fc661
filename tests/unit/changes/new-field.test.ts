/** A field that a schema gains is told without a line of code: the schemas are extended here, and nothing else is. */
import { z } from 'zod';
import { expect, test, vi } from 'vitest';
import { affectedIn, changeSetBy, linesOf, readBase } from './changes-case.ts';

const more = await vi.hoisted(async () => {
  const { z } = await import('zod');
  return { novelty: z.union([z.string(), z.array(z.strictObject({ degree: z.string(), since: z.number() }))]).optional() };
});

vi.mock(import('../../../src/schema/finding.ts'), async (original) => {
  const real = await original();
  return { ...real, finding: real.finding.extend(more) as unknown as typeof real.finding };
});
vi.mock(import('../../../src/schema/result.ts'), async (original) => {
  const real = await original();
  return { ...real, result: real.result.extend(more) as unknown as typeof real.result };
});
vi.mock(import('../../../src/schema/nouns.ts'), async (original) => {
  const real = await original();
  const { source, question, term, section } = real.nouns;
  const nouns = {
    ...real.nouns,
    source: { ...source, schema: source.schema.extend(more) },
    question: { ...question, schema: question.schema.extend(more) },
    term: { ...term, schema: z.array(term.schema.element.extend(more)) },
    section: { ...section, schema: z.array(section.schema.element.extend(more)) },
  };
  return { ...real, nouns: nouns as unknown as typeof real.nouns };
});

const base = await readBase();
const source = 'sources/moss-2020-alpha.md';

test.each([
  ['a source', source, 'status: under-review', 'status: under-review\nnovelty: great', 'Moss 2020 (ALPHA) | novelty | – → great'],
  [
    'a source, as a list',
    source,
    'status: under-review',
    'status: under-review\nnovelty: [{ degree: great, since: 2020 }, { degree: small, since: 2021 }]',
    'Moss 2020 (ALPHA) | novelty | – → great, 2020; small, 2021',
  ],
  [
    'a finding',
    source,
    '    locator: Methods',
    '    locator: Methods\n    novelty: none',
    'Moss 2020 (ALPHA) | finding on “Choice of widget”: novelty | – → none',
  ],
  ['a question', 'questions/choice.mdx', 'asks: rec', 'novelty: none\nasks: rec', 'Choice of widget | novelty | – → none'],
  ['a term', 'terms.yaml', '  name: distal', '  name: distal\n  novelty: none', 'distal | novelty | – → none'],
])('moves the evidence as another field when it is one of %s', (_, file, find, put, says) => {
  const changes = changeSetBy(base, { edit: { [file]: [[find, put]] } });
  expect(linesOf(changes)).toEqual([`field-other | content/${file} | ${says}`]);
  expect(changes.opening).toMatch(/^1 other field changed; .+ affected\.$/);
  expect(affectedIn(changes)).not.toEqual([]);
});

test('is one of the numbers when it is one of a result', () => {
  const changes = changeSetBy(base, { edit: { [source]: [['    at: 12 months', '    at: 12 months\n    novelty: none']] } });
  expect(linesOf(changes)).toEqual([
    'result-changed | content/sources/moss-2020-alpha.md | Moss 2020 (ALPHA) | Patency at 12 months | novelty – → novelty none',
  ]);
});

test('is told as the collection has it where a collection holds no evidence', () => {
  const changes = changeSetBy(base, { edit: { 'sections.yaml': [['title: More', 'title: More, novelty: none']] } });
  expect(linesOf(changes)).toEqual(['field-changed | content/sections.yaml | Section “More” | novelty | – → none']);
});
