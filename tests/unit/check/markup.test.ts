/** What an editor reads about code, HTML, links and pictures in bodies: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('mdx-code says what stands there and the way out', async () => {
  expect(await messagesOf('mdx-code')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:12:1  mdx-code
      \`<Answer>\` has \`for\` set to \`publik\`, expected \`public\`, \`student\` or \`clinician\`.
      Did you mean \`public\`?
    content/topics/bent-widget.mdx:14:1  mdx-code
      The body cannot be read as MDX: Expected a closing tag for \`<BottomLine>\`.
      Close every tag; write \`\\<\` and \`\\{\` where the sign itself is meant.
    content/topics/widgets.mdx:33:1  mdx-code
      \`export const x = 1;\` is an export, and bodies are prose.
      Take it out: what a page needs besides prose stands in its frontmatter.
    content/topics/widgets.mdx:37:1  mdx-code
      \`{1 + 1}\` is an expression, and bodies are prose.
      Write the text itself; a brace that is meant as a brace is written \`\\{\`.
    content/topics/widgets.mdx:39:1  mdx-code
      \`<Answer>\` has no place in a topic.
      Components for a topic are \`BottomLine\`, \`Result\`, \`Recommendation\` or \`Absent\`.
    content/topics/widgets.mdx:41:1  mdx-code
      \`<BottomLin>\` is no component that bodies may use.
      Did you mean \`BottomLine\`?
    content/topics/widgets.mdx:43:1  mdx-code
      \`<BottomLine>\` has an attribute \`id\` that it does not know.
      It takes \`for\`.
    7 errors in 3 files.
    "
  `);
});

test('raw-html says what stands there and the way out', async () => {
  expect(await messagesOf('raw-html')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:31:8  raw-html
      \`<b onclick="x()">\` is HTML, expected Markdown alone.
      Write it as Markdown, or take it out; write \`\\<\` where the sign itself is meant.
    content/topics/widgets.mdx:35:7  raw-html
      \`<em>\` is HTML, expected Markdown alone.
      Write it as Markdown, or take it out; write \`\\<\` where the sign itself is meant.
    2 errors in 2 files.
    "
  `);
});

test('unsafe-link says what stands there and the way out', async () => {
  expect(await messagesOf('unsafe-link')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:19:38  unsafe-link
      \`retracted.notice\` is \`data:text/html,x\`, expected an address or a DOI.
      Write the address with https://, or the DOI as \`10.…\`.
    content/sources/example-2021-advice.md:32:1  unsafe-link
      The link leads to \`javascript:alert(1)\`, which is no address of a page.
      Write an address that starts with https:// or http://, or a path of the site such as \`/topics/…/\`.
    content/sources/example-2021-advice.md:32:29  unsafe-link
      The link leads to \`mailto:a@b.example\`, which is no address of a page.
      Write an address that starts with https:// or http://, or a path of the site such as \`/topics/…/\`.
    content/sources/example-2021-advice.md:32:57  unsafe-link
      The link leads to \`//other.example/\`, which is no address of a page.
      Write an address that starts with https:// or http://, or a path of the site such as \`/topics/…/\`.
    4 errors in 1 file.
    "
  `);
});

test('image-without-rights says what stands there and the way out', async () => {
  expect(await messagesOf('image-without-rights')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:19:88  image-without-rights
      \`rights.image.address\` is \`https://journal.example/widget.png\`, which is not a file of the site.
      Take \`address\` out and keep \`credit\` and \`status\`; with rights cleared, write a path from \`/\`.
    content/sources/example-2020-trial.md:45:91  image-without-rights
      The picture \`/pictures/widget.png\` has no source that names its rights as cleared.
      Take it out, or add \`rights.image\` with this \`address\` and \`status: cleared\` to the source it is from.
    content/topics/widgets.mdx:35:1  image-without-rights
      The picture \`https://other.example/x.png\` is not a file of the site.
      Take it out; with rights cleared, put the file into \`public/\` and write its path from \`/\`.
    content/topics/widgets.mdx:35:37  image-without-rights
      The picture \`/pictures/other.png\` has no source that names its rights as cleared.
      Take it out, or add \`rights.image\` with this \`address\` and \`status: cleared\` to the source it is from.
    4 errors in 2 files.
    "
  `);
});
