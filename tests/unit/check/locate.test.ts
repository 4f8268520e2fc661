/** From a field to its line and column: found wherever YAML lets an editor write it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { locatorOf } from '../../../src/check/locate.ts';
import { toContent } from '../../../src/library/content.ts';
import type { ContentFile, FieldPath } from '../../../src/library/content-file.ts';

const fileOf = (yaml: string): ContentFile => {
  const [file] = toContent([{ path: 'sources/a.md', bytes: new TextEncoder().encode(`---\n${yaml}---\n`) }]).files;
  if (!file) throw new Error(`Not readable: ${yaml}`);
  return file;
};

const yaml = 'kind: trial\nfindings:\n  - question: a\n    says: x\n  - { question: b, says: y }\nempty:\n';

test.each<[string, FieldPath, 'key' | 'value', number, number]>([
  ['a value', ['kind'], 'value', 2, 7],
  ['a key', ['findings', 0, 'says'], 'key', 5, 5],
  ['a value in braces', ['findings', 1, 'question'], 'value', 6, 17],
  ['a missing field of a list entry', ['findings', 1, 'locator'], 'value', 6, 5],
  ['a missing field of the file', ['title'], 'value', 2, 1],
  ['a missing field inside a field', ['kind', 'inner'], 'value', 2, 1],
  ['a list entry that is not there', ['findings', 7], 'value', 3, 1],
  ['the file as a whole', [], 'value', 2, 1],
])('%s is found', (_, field, at, line, column) => {
  expect(locatorOf(fileOf(yaml))(field, at)).toEqual({ line, column });
});

const leaf = fc.stringMatching(/^[a-z]{3,8}$/);
const key = fc.stringMatching(/^[a-z]{1,6}$/);
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 4 }),
  ),
})).node;

function* leaves(value: unknown, path: FieldPath = []): Iterable<[FieldPath, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else for (const [name, item] of Object.entries(value as object)) yield* leaves(item, [...path, name]);
}

test('the place of every value is where its text starts, in block and in flow style', () => {
  fc.assert(
    fc.property(fc.dictionary(key, tree, { minKeys: 1 }), fc.boolean(), (value, flow) => {
      const file = fileOf(stringify(value, { collectionStyle: flow ? 'flow' : 'block' }).replace(/\n*$/, '\n'));
      const locate = locatorOf(file);
      const lines = file.text.split('\n');
      for (const [path, text] of leaves(value)) {
        const { line, column } = locate(path);
        expect(
          lines[line - 1]
            ?.slice(column - 1)
            .replace(/^["']/, '')
            .startsWith(text),
        ).toBe(true);
      }
    }),
  );
});

test('any path into any file gives a place in the file', () => {
  const step = fc.oneof(fc.constantFrom('kind', 'findings', 'question', 'empty'), fc.nat(3));
  fc.assert(
    fc.property(fc.array(step), (path) => {
      const { line, column } = locatorOf(fileOf(yaml))(path);
      expect(line >= 2 && line <= 7 && column >= 1).toBe(true);
    }),
  );
});
