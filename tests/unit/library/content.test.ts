/** Bytes to content: encodings, frontmatter, and that nothing thrown at it throws back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectionOf, toContent, type Content } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';

const one = (path: string, text: string | Uint8Array): Content =>
  toContent([{ path, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }]);

test('a byte order mark and carriage returns change nothing', () => {
  const plain = one('topics/a.mdx', '---\ntitle: A\n---\nBody\n');
  const windows = one('topics/a.mdx', '\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n');
  expect(windows).toEqual(plain);
  expect(plain.files[0]).toMatchObject({ id: 'a', yamlLine: 2, bodyLine: 4, body: 'Body\n', value: { title: 'A' } });
});

test('dates stay text, and numbers are numbers', () => {
  expect(one('sources/a.md', '---\non: 2026-02-30\nvolume: 12\n---\n').files[0]?.value).toEqual({ on: '2026-02-30', volume: 12 });
});

test('frontmatter may be empty, and a rule of dashes in the body is not its end', () => {
  expect(one('sources/a.md', '---\n---\nBody').files[0]).toMatchObject({ value: null, body: 'Body', bodyLine: 3 });
  expect(one('sources/a.md', '---\na: x --- y\n---\n\n---\n').files[0]).toMatchObject({ value: { a: 'x --- y' }, body: '\n---\n' });
});

test.each([
  ['not UTF-8', new Uint8Array([0x2d, 0x0a, 0x0a, 0xe9]), { line: 3, column: 1 }],
  ['no frontmatter', 'text', { line: 1, column: 1 }],
  ['a frontmatter without end', '---\na: 1\n', { line: 1, column: 1 }],
  ['a key that stands twice', '---\na: 1\nb: 2\na: 3\n---\n', { line: 4, column: 1 }],
  ['an open quotation', '---\na: "x\n---\n', { line: 3, column: 1 }],
  ['a carriage return alone', '---\na: 1\n---\nb\rc\n', { line: 4, column: 1 }],
  ['fields that go on below a rule', '---\na: "b\n---c"\n---\n', { line: 3, column: 1 }],
  ['fields that go on below pluses', '---\na: "b\n+++\n"\n---\n', { line: 3, column: 1 }],
  ['an alias', '---\na: &x [1]\nb: *x\n---\n', { line: 2, column: 1 }],
])('a file with %s is reported with its place and read no further', (_, bytes, place) => {
  const content = one('sources/a.md', bytes);
  expect(content.files).toEqual([]);
  expect(content.unreadable).toMatchObject([{ path: 'content/sources/a.md', place }]);
});

test.each([
  ['sources/a.md', 'source'],
  ['questions/a.mdx', 'question'],
  ['terms.yaml', 'term'],
  ['sources/b/a.md', undefined],
  ['sources/a.mdx', undefined],
  ['terms.yml', undefined],
])('%s belongs to %s', (path, collection) => {
  expect(collectionOf(path)).toBe(collection);
});

test('a guide at the top of the folder is no content, and one further down is a stray', () => {
  expect(one('README.md', 'What lies where.')).toMatchObject({ files: [], strays: [] });
  expect(one('notes/README.md', '').strays).toEqual([{ path: 'content/notes/README.md' }]);
});

test('a folder that is not there is empty content', async () => {
  const content = await readContent('tests/fixtures/not-there');
  expect([content.files, content.unreadable, content.strays]).toEqual([[], [], []]);
});

test('whatever the bytes, reading does not throw and every file is accounted for', () => {
  const path = fc.constantFrom('sources/a.md', 'topics/a.mdx', 'terms.yaml', 'pathways/a.yaml', 'x');
  const yaml = fc
    .string({ unit: fc.constantFrom(...Array.from('ab: -[]{}&*!|>\'"#%@`,?\n\t0_')) })
    .map((text) => new TextEncoder().encode(`---\n${text}\n---\n`));
  fc.assert(
    fc.property(path, fc.oneof(fc.uint8Array(), yaml), (where, bytes) => {
      const { files, unreadable, strays } = toContent([{ path: where, bytes }]);
      expect(files.length + unreadable.length + strays.length).toBe(1);
    }),
    { numRuns: 1000 },
  );
});
