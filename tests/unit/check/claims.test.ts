/** What an editor reads of sentences that say something else, or more, than the sources that they cite. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('number-not-carried says what stands there and the way out', async () => {
  expect(await messagesOf('number-not-carried')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:17  number-not-carried
      The number “7” does not stand in the digest of \`example-2020-trial\`, cited for it.
      Take the number from the digest; where it is right and the digest lacks it, add it there with its place. What we worked out ourselves is said so, as in “by our arithmetic”.
    content/questions/widget-choice.mdx:29:59  number-not-carried
      The numbers of “4 of 10 against 4” do not stand together in the digest of \`example-2020-trial\`, cited for it.
      Take the number from the digest; where it is right and the digest lacks it, add it there with its place. What we worked out ourselves is said so, as in “by our arithmetic”.
    content/questions/widget-choice.mdx:29:59  number-not-carried
      The numbers of “4 of 10 against 4 of 10” do not stand together in the digest of \`example-2020-trial\`, cited for it.
      Take the number from the digest; where it is right and the digest lacks it, add it there with its place. What we worked out ourselves is said so, as in “by our arithmetic”.
    3 errors in 1 file.
    "
  `);
});

test('strength-not-carried says what stands there and the way out', async () => {
  expect(await messagesOf('strength-not-carried')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:13  strength-not-carried
      The word “recommends” is stronger than \`example-2021-advice\`, which has there: permits (Section 4).
      Use the word that the source uses, or one that is weaker; what another source says more strongly is cited from there.
    1 error in 1 file.
    "
  `);
});

test('intervention-mismatch says what stands there and the way out', async () => {
  expect(await messagesOf('intervention-mismatch')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:3  intervention-mismatch
      The name “ring” stands beside \`example-2020-trial\`, which has no finding and no result on it.
      Name what the source is about, or cite the source that is about this.
    1 error in 1 file.
    "
  `);
});

test('another-work-named says what stands there and the way out', async () => {
  expect(await messagesOf('another-work-named')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:4  another-work-named
      The name “WIDGETS” stands beside \`example-2021-advice\`, where nothing is said of it.
      Cite the source that is named, or name the one that is cited.
    1 error in 1 file.
    "
  `);
});

test('citation-off-topic says what stands there and the way out', async () => {
  expect(await messagesOf('citation-off-topic')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:1  citation-off-topic (warning)
      Hardly a word of “A journal of examples printed the comparison of both, paid from a public fund: n” stands in the digest of \`example-2021-advice\`, which is cited for it.
      See whether another source was meant; else say it in words that the digest uses, or add to the digest what it lacks.
    1 warning in 1 file.
    "
  `);
});

test('quotation-not-found says what stands there and the way out', async () => {
  expect(await messagesOf('quotation-not-found')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:15  quotation-not-found
      \`“worn day and night”\` is in quotation marks beside \`example-2021-advice\`, and neither digest nor raw text at hand has these words.
      Say it in words of ours, without the marks; or put the words into the digest, with their place, if the source has them.
    1 error in 1 file.
    "
  `);
});

test('locator-not-in-digest says what stands there and the way out', async () => {
  expect(await messagesOf('locator-not-in-digest')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:21  locator-not-in-digest
      The citation of \`example-2021-advice\` points to \`section 9\`, which is no place that its digest names.
      Point to \`Section 4\`, or leave the place out.
    1 error in 1 file.
    "
  `);
});

test('registers-apart says what stands there and the way out', async () => {
  expect(await messagesOf('registers-apart')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:14:7  registers-apart
      \`<Answer for="public">\` says “12 months”, a number that \`<Answer for="clinician">\` does not have.
      Give all registers one count: take the number over, or leave it to the text below the answers.
    content/questions/widget-choice.mdx:14:17  registers-apart
      \`<Answer for="public">\` says “4”, a number that \`<Answer for="clinician">\` does not have.
      Give all registers one count: take the number over, or leave it to the text below the answers.
    content/questions/widget-choice.mdx:14:22  registers-apart
      \`<Answer for="public">\` says “10”, a number that \`<Answer for="clinician">\` does not have.
      Give all registers one count: take the number over, or leave it to the text below the answers.
    content/questions/widget-choice.mdx:14:33  registers-apart (warning)
      \`<Answer for="public">\` cites \`example-2020-trial\`, which \`<Answer for="clinician">\` does not.
      Cite it for clinicians as well, or leave it to the text below the answers.
    content/questions/widget-choice.mdx:18:55  registers-apart (warning)
      \`<Answer for="student">\` cites \`example-2020-trial\`, which \`<Answer for="clinician">\` does not.
      Cite it for clinicians as well, or leave it to the text below the answers.
    3 errors, 2 warnings in 1 file.
    "
  `);
});

test('claim-of-absence says what stands there and the way out', async () => {
  expect(await messagesOf('claim-of-absence')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:29:11  claim-of-absence
      The words “does not report” say what is not there, and \`example-2020-trial\` lists nothing like it under \`absent\`.
      Look for it in the source and list it under \`absent:\` of the digest, write \`<Absent of="…" item="…" />\`, or say what the source does say.
    content/questions/widget-choice.mdx:29:74  claim-of-absence
      The words “nobody knows” say what is not there, and \`example-2020-trial\` lists nothing like it under \`absent\`.
      Look for it in the source and list it under \`absent:\` of the digest, write \`<Absent of="…" item="…" />\`, or say what the source does say.
    2 errors in 1 file.
    "
  `);
});
