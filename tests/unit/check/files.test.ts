/** What an editor reads about files and ids: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('unreadable-file says what stands there and the way out', async () => {
  expect(await messagesOf('unreadable-file')).toMatchInlineSnapshot(`
    "content/sources/no-fields.md:1:1  unreadable-file
      The file has no frontmatter, expected fields between two lines of \`---\` at its very top.
      Start the file with \`---\`, the fields, and \`---\` again.
    content/sources/two-ends.md:4:1  unreadable-file
      The line begins with \`---\` or \`+++\`, which ends the fields of a file, and the fields go on below it.
      Indent the line, or begin it with something else.
    content/sources/two-line-ends.md:5:1  unreadable-file
      The line ends with a carriage return alone, which some programs take for the end of a line and some do not.
      Save the file again with line feeds.
    content/sources/two-titles.md:4:1  unreadable-file
      The field \`title\` stands here a second time.
      Keep one of the two.
    content/topics/latin.mdx:3:1  unreadable-file
      The file is not UTF-8 text.
      Save it again with the encoding UTF-8.
    5 errors in 5 files.
    "
  `);
});

test('invalid-file-name says what stands there and the way out', async () => {
  expect(await messagesOf('invalid-file-name')).toMatchInlineSnapshot(`
    "content/source/example.md:1:1  invalid-file-name
      Nothing reads \`source/example.md\`: it is not where content lies.
      Move it to \`sources\`.
    content/sources/2020/example.md:1:1  invalid-file-name
      Nothing reads \`sources/2020/example.md\`: it is not where content lies.
      Move it up, directly into \`sources/\`: folders in it are not read.
    content/sources/Example_2020 Trial.md:1:1  invalid-file-name
      The file name \`Example_2020 Trial\` is its id and its address, expected lower-case letters, digits and single hyphens.
      Rename it to \`example-2020-trial.md\`.
    content/topics/widget.md:1:1  invalid-file-name
      Nothing reads \`topics/widget.md\`: it is not where content lies.
      Files in \`topics/\` end with \`.mdx\`: rename it, or move it out of the content folder.
    4 errors in 4 files.
    "
  `);
});

test('duplicate-id says what stands there and the way out', async () => {
  expect(await messagesOf('duplicate-id')).toMatchInlineSnapshot(`
    "content/terms.yaml:10:7  duplicate-id
      \`id\` of entry 2 is \`widget\`, which an earlier entry has.
      Give it an id of its own, or put the two entries together.
    1 error in 1 file.
    "
  `);
});
