/** What an editor reads about addresses within the site: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('broken-link says what stands there and the way out', async () => {
  expect(await messagesOf('broken-link')).toMatchInlineSnapshot(`
    "content/topics/widgets.mdx:35:5  broken-link
      The link to \`/topics/fitting-a-wigdet/\` leads to no page of the site.
      Did you mean \`/topics/fitting-a-widget/\`?
    content/topics/widgets.mdx:35:49  broken-link
      The link to \`/nowhere/at/all/\` leads to no page of the site.
      Link to a page of content, for example \`/topics/<id>/\`, or to one of \`/topics/\`, \`/questions/\`, \`/matrix/\` ….
    content/topics/widgets.mdx:35:79  broken-link
      The link to \`../fitting-a-widget\` leads to no page of the site.
      Did you mean \`/topics/fitting-a-widget/\`?
    content/topics/widgets.mdx:35:111  broken-link
      The link to \`/sources/example-2022-draft/\` leads to a draft, which readers do not get.
      Take the link out until the draft is submitted.
    content/topics/widgets.mdx:35:153  broken-link
      The link to \`../sources/example-2020-trial.md\` leads to no page of the site.
      Did you mean \`/sources/example-2020-trial/\`?
    5 errors in 1 file.
    "
  `);
});

test('broken-fragment says what stands there and the way out', async () => {
  expect(await messagesOf('broken-fragment')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:28:39  broken-fragment
      The link to \`../../sources/example-2020-trial/#finding-example-2020-tr…\` names the place \`#finding-example-2020-trial--widget-choise\`, which \`/sources/example-2020-trial/\` does not have.
      Did you mean \`#finding-example-2020-trial--widget-choice\`?
    content/topics/widgets.mdx:35:5  broken-fragment
      The link to \`/topics/fitting-a-widget/#step-2\` names the place \`#step-2\`, which \`/topics/fitting-a-widget/\` does not have.
      Did you mean \`#step-1\`?
    content/topics/widgets.mdx:35:87  broken-fragment
      The link to \`#moer\` names the place \`#moer\`, which \`/topics/widgets/\` does not have.
      Places there are \`#more\`, \`#ref-example-2020-trial\`, \`#ref-example-2021-advice\`.
    content/topics/widgets.mdx:35:105  broken-fragment
      The link to \`/references/#ref-example-2020\` names the place \`#ref-example-2020\`, which \`/references/\` does not have.
      Places there are \`#ref-example-2020-trial\`, \`#ref-example-2021-advice\`, \`#ref-example-2022-draft\`.
    4 errors in 2 files.
    "
  `);
});

test('alias-collision says what stands there and the way out', async () => {
  expect(await messagesOf('alias-collision')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:21:11  alias-collision
      \`aliases[0]\` is \`/papers/widgets\`, which is an alias of \`example-2020-trial\` too.
      Take this alias out: an address leads to one page.
    content/sources/example-2021-advice.md:21:28  alias-collision
      \`aliases[1]\` is \`/topics/widgets/\`, which is the address of the topic \`widgets\`.
      Take this alias out: an address leads to one page.
    2 errors in 1 file.
    "
  `);
});
