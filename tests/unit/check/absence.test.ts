/** What sources leave out: what an editor reads when something speaks against it, and what the record keeps of a look. */
import { expect, test } from 'vitest';
import { absenceLine, buildVerifications } from '../../../src/check/verifications.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { buildLintContext } from '../../../src/check/lint-context.ts';
import { deniesSomething } from '../../../src/check/negation.ts';
import { readRawFiles } from '../../../src/library/from-files.ts';
import { AS_OF, contentWith, messagesOf, readSnapshots, RULES_FOLDER } from './fixture.ts';

test('absence-disproved names the words of the raw article, or of the digest, and both ways out', async () => {
  expect(await messagesOf('absence-disproved')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:23:13  absence-disproved
      \`absent[0]\` says that the source leaves out \`cost\`, and its raw article holds \`…longer than the other, and both cost the same. the maker…\`.
      Read the passage: take the item out, or add the passage under \`dismissed\` with the reason why it does not report it.
    content/sources/example-2020-trial.md:27:12  absence-disproved
      \`silentOn[0]\` says that the source is silent on \`widget-choice\`, and \`findings[0]\` speaks on it.
      Take it out of \`silentOn\`.
    content/sources/example-2021-advice.md:20:18  absence-disproved
      \`absent[0]\` says that the source leaves out \`colour\`, and the body of the same digest holds \`red is the colour that it prefers.\`.
      If that reports it, take the item out; if not, add the passage under \`dismissed\` with the reason why it does not report it.
    3 errors in 2 files.
    "
  `);
});

test('absence-unchecked asks for a record of the look, and for dismissals that dismiss something', async () => {
  expect(await messagesOf('absence-unchecked')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:25:17  absence-unchecked
      \`absent[0]\` dismisses \`Two widgets were worn\`, which holds no word of \`colour\` where it stands in the raw article, or does not stand there.
      Copy the passage as it stands there, at most eight words of it, or take it out.
    content/sources/example-2021-advice.md:20:35  absence-unchecked
      \`absent[0].checked\` is \`text\`, and the source has no \`snapshot\` that could have been searched.
      Search it and keep the record with \`npm run validate -- --snapshots DIR --record\`, or write \`checked: no\`.
    2 errors in 2 files.
    "
  `);
});

async function contextOf(rule: string, withSnapshots: boolean) {
  const overlay = await readRawFiles(`${RULES_FOLDER}/${rule}`);
  const content = await contentWith(Object.fromEntries(overlay.map(({ path, bytes }) => [path, bytes])));
  const wanted = new Set([...content.library.sources.values()].flatMap(({ snapshot }) => snapshot ?? []));
  return buildLintContext(content, { asOf: AS_OF, snapshots: withSnapshots ? await readSnapshots(wanted) : undefined });
}

test('the record keeps an absence that held, and lets it go when its words or its dismissals change', async () => {
  const context = await contextOf('absence-unchecked', true);
  const rows = buildVerifications(context, [], AS_OF);
  expect(rows.map(({ source, absent }) => [source, absent.length])).toEqual([['example-2020-trial', 1]]);
  expect(absenceLine(context)).toBe('1 absence looked for, 0 not checked.');
  const blind = await contextOf('absence-unchecked', false);
  expect(buildVerifications(blind, rows, '2027-01-01')).toEqual(rows);
  const trial = context.content.library.sources.get('example-2020-trial' as never);
  const edited = await contentWith({
    'vocabulary.yaml': (blind.content.files.find(({ path }) => path.endsWith('vocabulary.yaml'))?.text ?? '').replace(
      'color*',
      'color*, hue*',
    ),
    'sources/example-2020-trial.md': blind.content.files.find(({ id }) => id === trial?.id)?.text ?? '',
  });
  expect(buildVerifications(buildLintContext(edited, { asOf: AS_OF }), rows, AS_OF)).toEqual([]);
});

test('an absence with a current record needs no raw article, and none with an older one passes', async () => {
  const context = await contextOf('absence-unchecked', true);
  const [row] = buildVerifications(context, [], AS_OF);
  const record = (absent: string): string =>
    `- source: example-2020-trial\n  snapshot: ${row?.snapshot ?? ''}\n  on: ${AS_OF}\n  absent: [${absent}]\n`;
  const overlay = await readRawFiles(`${RULES_FOLDER}/absence-unchecked`);
  const files = Object.fromEntries(overlay.filter(({ path }) => !path.includes('advice')).map(({ path, bytes }) => [path, bytes]));
  const found = async (absent: string): Promise<string[]> =>
    checkContent(await contentWith({ ...files, 'verifications.yaml': record(absent) }), { asOf: AS_OF }).map(({ rule }) => rule);
  expect(await found(row?.absent[0] ?? '')).toEqual([]);
  expect(await found('a'.repeat(64))).toEqual(['absence-unchecked', 'stale-verification']);
});

test.each([
  ['It names no drug.', true],
  ['How many had it is not given.', true],
  ['The report leaves out the dose.', true],
  ['No difference in deaths was shown.', false],
  ['Deaths were not shown to differ.', false],
  ['It suggests not more than one session.', false],
  ['Eight of ten had a stent.', false],
])('“%s” denies something: %s', (sentence, denies) => {
  expect(deniesSomething(sentence)).toBe(denies);
});

test('a source with a mistake in another field is left out of the count of absences and does not break the check', async () => {
  const overlay = await readRawFiles(`${RULES_FOLDER}/absence-unchecked`);
  const files = Object.fromEntries(overlay.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const [path = ''] = Object.keys(files).filter((one) => one.includes('example-2020-trial'));
  const text = (files[path] ?? '').replace(/\n +dismissed:.*/, '').replace('status: under-review', 'staus: under-review');
  const broken = await contentWith({ ...files, [path]: text });
  expect(absenceLine(buildLintContext(broken, { asOf: AS_OF }))).toBe('');
});
