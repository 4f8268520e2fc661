/** What an editor reads about a record that tells too little: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('missing-gist asks for one, of no draft', async () => {
  expect(await messagesOf('missing-gist')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:2:1  missing-gist (warning)
      \`gist\` is missing: every source says in one sentence what it found or says.
      Add \`gist:\` with at most 30 plain words.
    1 warning in 1 file.
    "
  `);
});

test('gist-too-long counts the words', async () => {
  expect(await messagesOf('gist-too-long')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:4:7  gist-too-long
      \`gist\` has 31 words; it may have 30.
      Say only what the work found or says; the digest holds the rest.
    content/sources/example-2022-draft.md:4:7  gist-too-long (warning)
      \`gist\` has 31 words; it may have 30.
      Say only what the work found or says; the digest holds the rest.
    1 error, 1 warning in 2 files.
    "
  `);
});

test('undated-record names what the date can be looked up by', async () => {
  expect(await messagesOf('undated-record')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:8:9  undated-record (warning)
      \`issued\` is \`undated\`, and the work has \`doi\`, \`pmid\`, \`registry\`, \`volume\`.
      Take the year from its record or from a reference line, and say in \`recordFrom\` where it was seen.
    1 warning in 1 file.
    "
  `);
});

test('pending-without-date tells an undated end from a missing one', async () => {
  expect(await messagesOf('pending-without-date')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:22:47  pending-without-date
      \`pending.completion\` is \`undated\`: a trial whose result is waited for has a date.
      Take the completion date from its registry, or take \`pending\` out where nothing is pending.
    content/sources/example-2021-advice.md:21:1  pending-without-date
      \`pending.completion\` is missing: a trial whose result is waited for has a date.
      Take the completion date from its registry, or take \`pending\` out where nothing is pending.
    content/sources/example-2022-draft.md:14:47  pending-without-date (warning)
      \`pending.completion\` is \`undated\`: a trial whose result is waited for has a date.
      Take the completion date from its registry, or take \`pending\` out where nothing is pending.
    2 errors, 1 warning in 3 files.
    "
  `);
});
