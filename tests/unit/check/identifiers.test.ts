/** What an editor reads about identifiers of works: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('invalid-identifier says what stands there and the way out', async () => {
  expect(await messagesOf('invalid-identifier')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:11:6  invalid-identifier
      \`doi\` is \`https://doi.org/10.5555/widgets.2020\`, which is not a DOI.
      Write \`10.5555/widgets.2020\`.
    content/sources/example-2020-trial.md:12:7  invalid-identifier
      \`pmid\` is \`PMC12345\`, which is not a PubMed identifier.
      Write the number alone: one to eight digits.
    content/sources/example-2020-trial.md:13:11  invalid-identifier
      \`registry\` is \`NCT1\`, which is not a trial registry number.
      Write it as the registry prints it, for example \`NCT\` and eight digits.
    content/sources/example-2021-advice.md:7:7  invalid-identifier
      \`isbn\` is \`9781473134318\`, which is not an ISBN: its check digit does not hold.
      Compare it with the work digit by digit; write it in quotation marks.
    4 errors in 2 files.
    "
  `);
});

test('duplicate-identifier says what stands there and the way out', async () => {
  expect(await messagesOf('duplicate-identifier')).toMatchInlineSnapshot(`
    "content/sources/sample-2020-twin.md:11:6  duplicate-identifier
      \`doi\` is \`10.5555/WIDGETS.2020\`, and \`example-2020-trial\` has the same.
      Keep one of the two files and put what the other adds into it, or correct the identifier.
    content/sources/sample-2020-twin.md:12:7  duplicate-identifier
      \`pmid\` is \`12345678\`, and \`example-2020-trial\` has the same.
      Keep one of the two files and put what the other adds into it, or correct the identifier.
    content/sources/sample-2020-twin.md:13:11  duplicate-identifier (warning)
      \`registry\` is \`NCT00000001\`, and \`example-2020-trial\` has the same.
      Keep one of the two files and put what the other adds into it, or correct the identifier.
    content/sources/sample-2020-twin.md:14:6  duplicate-identifier
      \`url\` is \`http://www.journal.example/widgets/?utm_source=x\`, and \`example-2020-trial\` has the same.
      Keep one of the two files and put what the other adds into it, or correct the identifier.
    3 errors, 1 warning in 1 file.
    "
  `);
});
