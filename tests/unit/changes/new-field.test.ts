/** A field that a schema gains is told without a line of code: the schemas are extended here, and nothing else is. */
import { expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { affectedIn, changeSetBy, linesOf, readBase } from './changes-case.ts';

const { more } = await vi.hoisted(async () => {
  const { array, number, strictObject, string, union } = await import('zod');
  const novelty = union([string(), array(strictObject({ degree: string(), since: number() }))]).optional();
  /** A schema that has one field more. */
  const more = <Schema extends z.ZodObject>(schema: Schema): Schema => schema.extend({ novelty }) as unknown as Schema;
  return { more };
});

vi.mock(import('../../../src/schema/source.ts'), async (original) => {
  const real = await original();
  return { ...real, source: (vocabulary) => more(real.source(vocabulary)) };
});
vi.mock(import('../../../src/schema/finding.ts'), async (original) => {
  const real = await original();
  return { ...real, finding: (vocabulary) => more(real.finding(vocabulary)) };
});
vi.mock(import('../../../src/schema/result.ts'), async (original) => {
  const real = await original();
  return { ...real, result: (vocabulary) => more(real.result(vocabulary)) };
});
vi.mock(import('../../../src/schema/question.ts'), async (original) => {
  const real = await original();
  return { ...real, question: (vocabulary) => more(real.question(vocabulary)) };
});
vi.mock(import('../../../src/schema/term.ts'), async (original) => {
  const real = await original();
  return { ...real, term: (vocabulary) => more(real.term(vocabulary)), section: more(real.section) };
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
