/** What an editor reads about fields that schemas refuse: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('invalid-field says what stands there and the way out', async () => {
  expect(await messagesOf('invalid-field')).toMatchInlineSnapshot(`
    "content/sections.yaml:1:1  invalid-field
      The file holds a group of fields, expected a list.
      Write a list: each entry starts with \`- id:\`.
    content/sources/example-2020-trial.md:2:1  invalid-field
      \`title\` is missing.
      Add \`title:\` (Title as published).
    content/sources/example-2020-trial.md:9:8  invalid-field
      \`pages\` is an empty list, expected text.
      What belongs here: Pages, e.g. \`2240-2252\`.
    content/sources/example-2020-trial.md:15:12  invalid-field
      \`retrieved\` is \`2026-02-30\`: a day is written 2026-11-20 and must exist.
      What belongs here: Day on which we read it.
    content/sources/example-2020-trial.md:16:11  invalid-field
      \`coverage\` is \`fulltext\`, expected \`full-text\`, \`abstract\`, \`excerpt\`, \`teaser\` or \`second-hand\`.
      Did you mean \`full-text\`?
    content/sources/example-2020-trial.md:23:5  invalid-field
      \`findings[0].id\` is missing.
      Add \`id:\` (Short name that says what it is, e.g. \`filter-failed\`. Unique in the source, and never used for anything else).
    content/sources/example-2020-trial.md:24:5  invalid-field
      \`findings[0].directon\` is not a field here.
      Did you mean \`direction\`?
    content/sources/example-2020-trial.md:35:40  invalid-field
      \`results[0].arms[0].total\` is \`ten\`, expected a number.
      What belongs here: Out of how many.
    content/sources/example-2021-advice.md:2:1  invalid-field
      \`jurisdiction\` is missing: a source of the kind \`guideline\` has one.
      Add \`jurisdiction:\` (Country or body to which it applies, e.g. \`England\`), or correct \`kind\`.
    content/sources/example-2021-advice.md:14:5  invalid-field
      \`restsOn[1]\`: give either \`source\` (it has a digest here) or \`work\` (it has none).
      Correct the value.
    content/sources/example-2022-draft.md:2:1  invalid-field (warning)
      \`url\` is missing: a source of the kind \`news\` has one.
      Add \`url:\` (Address at the publisher's, never a mirror), or correct \`kind\`.
    content/terms.yaml:1:3  invalid-field
      \`name\` of entry 1 is missing.
      Add \`name:\` (The term as it stands in a sentence).
    content/terms.yaml:2:3  invalid-field
      \`names\` of entry 1 is not a field here.
      Did you mean \`name\`?
    content/topics/bent-widget.mdx:2:7  invalid-field
      \`kind\` is \`disease\`, expected \`condition\`, \`procedure\`, \`device\` or \`concept\`.
      Correct the value.
    content/topics/bent-widget.mdx:6:13  invalid-field
      \`objectives\` is an empty list, expected at least 1 entry.
      What belongs here: What a student can do after reading.
    14 errors, 1 warning in 6 files.
    "
  `);
});
