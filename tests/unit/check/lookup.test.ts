/** What the check says of lookups. */
import { expect, test } from 'vitest';
import { contentWith, messagesOf, AS_OF } from './fixture.ts';
import { checkContent } from '../../../src/check/check-content.ts';

const trial = 'sources/example-2020-trial.md';
const rowsOf = (notice: string): string => `- { job: notices, source: example-2020-trial, on: 2026-11-10, notices: [{ ${notice} }] }\n`;

test('a notice that no digest mentions is an error when it takes the work back or doubts it, and a warning when it is anything else', async () => {
  expect(await messagesOf('unrecorded-notice')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:12:6  unrecorded-notice (warning)
      Crossref lists a correction of \`example-2020-trial\` (10.5555/widgets.erratum, February 2021), which the digest does not mention.
      Open https://doi.org/10.5555/widgets.erratum; if it changes what we say, write \`corrected\` with its day and address; otherwise name its DOI in the digest.
    content/sources/example-2020-trial.md:12:6  unrecorded-notice
      Crossref lists an expression of concern about \`example-2020-trial\` (10.5555/widgets.concern, September 2026), which the digest does not mention.
      Open https://doi.org/10.5555/widgets.concern; write \`concern\` with its day and its DOI, and say in the digest what is doubted.
    content/sources/example-2020-trial.md:12:6  unrecorded-notice
      Crossref lists a retraction of \`example-2020-trial\` (10.5555/widgets.gone, October 2026), which the digest does not mention.
      Open https://doi.org/10.5555/widgets.gone; if it holds, write \`retracted\`, or \`withdrawn\` where its publisher took it back, with its day and address.
    content/sources/example-2020-trial.md:12:6  unrecorded-notice (warning)
      Crossref lists a newer version of \`example-2020-trial\` (10.5555/widgets.2), which the digest does not mention.
      Open https://doi.org/10.5555/widgets.2; hold the newest one and write \`supersededBy\`, or name its DOI in the digest if nothing changed.
    content/sources/example-2020-trial.md:12:6  unrecorded-notice
      Crossref lists a retraction of \`example-2020-trial\` (10.5555/widgets.notice, 1 October 2026), which the digest does not mention.
      Open https://doi.org/10.5555/widgets.notice; if it holds, write \`retracted\`, or \`withdrawn\` where its publisher took it back, with its day and address.
    3 errors, 2 warnings in 1 file.
    "
  `);
});

test('a registry that says otherwise is named with what it says', async () => {
  expect(await messagesOf('stale-registration')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:21:10  stale-registration (warning)
      The registry of NCT00000001 gives the status \`COMPLETED\`, and holds results, and expects completion 30 September 2026 (found on 10 November 2026).
      Open https://clinicaltrials.gov/study/NCT00000001 and bring \`pending\` up to date, or ingest the results and leave it out.
    1 warning in 1 file.
    "
  `);
});

test('an address that moved and a passage that is lost are named; an address that the source does not have is not', async () => {
  expect(await messagesOf('dead-address')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:15:6  dead-address (warning)
      \`url\` leads to another address, \`https://journal.example/2020/widgets\` (found on 10 November 2026).
      If that is the same work, write the new address.
    content/sources/example-2020-trial.md:25:5  dead-address (warning)
      The passage of finding 1 does not stand on the page any more (found on 10 November 2026).
      Read the page again: where it says something else now, mend the finding; where only the words changed, make the anchor anew.
    2 warnings in 1 file.
    "
  `);
});

test.each([
  [
    'a correction whose DOI stands in the digest',
    'is: correction, type: erratum, work: 10.5555/W.Erratum',
    (text: string) => `${text}\nSee 10.5555/w.erratum.\n`,
  ],
  [
    'a retraction that stands in its field',
    'is: retraction, type: retraction, work: 10.5555/n',
    (text: string) => text.replace('status: under-review', 'status: under-review\nretracted: { on: 2026-10-01, notice: 10.5555/n }'),
  ],
])('%s has been dealt with', async (_, notice, edit) => {
  const base = (await contentWith()).files.find(({ path }) => path.endsWith(trial))?.text ?? '';
  const content = await contentWith({ 'lookups.yaml': rowsOf(notice), [trial]: edit(base) });
  expect(checkContent(content, { asOf: AS_OF }).filter(({ rule }) => rule === 'unrecorded-notice')).toEqual([]);
});

const said = async (notice: string, edit: (text: string) => string = (text) => text): Promise<string[]> => {
  const base = (await contentWith()).files.find(({ path }) => path.endsWith(trial))?.text ?? '';
  const content = await contentWith({ 'lookups.yaml': rowsOf(notice), [trial]: edit(base) });
  return checkContent(content, { asOf: AS_OF }).flatMap(({ rule, level }) => (rule === 'unrecorded-notice' ? [level] : []));
};
const field =
  (line: string) =>
  (text: string): string =>
    text.replace('status: under-review', `status: under-review\n${line}`);

test.each([
  'is: retraction, type: retraction',
  'is: concern, type: expression_of_concern',
  'is: other, type: expression-of-concern',
  'is: other, type: withdrawal',
  'is: correction, type: Withdrawn',
  'is: other, type: removal',
  'is: other, type: partial_retraction',
])('%s stops the build, and naming its DOI alone is not enough', async (notice) => {
  expect(await said(`${notice}, work: 10.5555/n`)).toEqual(['error']);
  expect(await said(`${notice}, work: 10.5555/n`, (text) => `${text}\nSee 10.5555/n.\n`)).toEqual(['error']);
  expect(await said(`${notice}, work: 10.5555/n`, field('corrected: { on: 2026-10-01, notice: 10.5555/n }'))).toEqual(['error']);
});

test.each([
  ['is: retraction, type: retraction', 'withdrawn: { on: 2026-10-01, notice: 10.5555/n }'],
  ['is: other, type: withdrawal', 'withdrawn: { on: 2026-10-01, notice: 10.5555/n }'],
  ['is: concern, type: expression_of_concern', 'concern: { on: 2026-10-01, notice: https://doi.org/10.5555/N }'],
  ['is: concern, type: expression_of_concern', 'retracted: { on: 2026-10-01, notice: 10.5555/other }'],
])('%s is dealt with by `%s`', async (notice, line) => {
  expect(await said(`${notice}, work: 10.5555/n`, field(line))).toEqual([]);
});

test('a second concern is not dealt with by the field of the first', async () => {
  const first = field('concern: { on: 2026-10-01, notice: 10.5555/first }');
  expect(await said('is: concern, type: expression_of_concern, work: 10.5555/n', first)).toEqual(['error']);
  expect(
    await said('is: concern, type: expression_of_concern, work: 10.5555/n', (text) => `${first(text)}\nAgain in 10.5555/n.\n`),
  ).toEqual([]);
});
