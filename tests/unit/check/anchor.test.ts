/** Anchors against raw articles: what an editor reads, what is recorded, and that the look at them never mistakes one text for another. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorLine, anchorState, seeAnchors, type SeenAnchor } from '../../../src/check/anchors.ts';
import { buildVerifications } from '../../../src/check/verifications.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { buildLintContext } from '../../../src/check/lint-context.ts';
import { toContent } from '../../../src/library/content.ts';
import { readRawFiles } from '../../../src/library/from-files.ts';
import { sha256 } from '../../../src/library/passage.ts';
import { anchorHash, verifiedOn } from '../../../src/library/anchor.ts';
import { AS_OF, messagesOf, readSnapshots, RULES_FOLDER } from './fixture.ts';

test('anchor-not-found says which end is missing and the way out', async () => {
  expect(await messagesOf('anchor-not-found')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:31:23  anchor-not-found
      \`findings[0].anchor.starts\` is \`Neither of these\`, which does not stand in the raw article.
      Look the passage up and make the anchor again: \`npm run anchor -- example-2020-trial "first words" "last words"\`.
    content/sources/example-2020-trial.md:38:46  anchor-not-found
      \`findings[1].anchor.ends\` is \`lasted a year\`, which does not stand in the raw article after its first words.
      Look the passage up and make the anchor again: \`npm run anchor -- example-2020-trial "first words" "last words"\`.
    2 errors in 1 file.
    "
  `);
});

test('anchor-changed says that the passage is another one', async () => {
  expect(await messagesOf('anchor-changed')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:32:65  anchor-changed
      \`findings[0].anchor\` has both its ends in the raw article, but the passage between them is another one.
      Read it again and compare \`says\`. Look the passage up and make the anchor again: \`npm run anchor -- example-2020-trial "first words" "last words"\`.
    1 error in 1 file.
    "
  `);
});

test('stale-verification says what no longer holds', async () => {
  expect(await messagesOf('stale-verification')).toMatchInlineSnapshot(`
    "content/verifications.yaml:1:11  stale-verification (warning)
      Of 2 anchors recorded for \`example-2020-trial\`, 1 is gone or edited. They count as unchecked.
      Record it again: \`npm run validate -- --snapshots DIR --record\`.
    content/verifications.yaml:7:11  stale-verification (warning)
      \`example-2021-advice\` was made from another raw article than the one recorded here. They count as unchecked.
      Record it again: \`npm run validate -- --snapshots DIR --record\`.
    content/verifications.yaml:11:11  stale-verification (warning)
      \`example-1999-gone\` is not in content/sources. They count as unchecked.
      Record it again: \`npm run validate -- --snapshots DIR --record\`.
    3 warnings in 1 file.
    "
  `);
});

interface Looked {
  readonly seen: SeenAnchor[];
  readonly content: ReturnType<typeof toContent>;
  readonly context: ReturnType<typeof buildLintContext>;
}

async function seenIn(rule: string, withSnapshots = true): Promise<Looked> {
  const content = toContent(await readRawFiles(`${RULES_FOLDER}/${rule}`));
  const wanted = new Set([...content.library.sources.values()].flatMap(({ snapshot }) => snapshot ?? []));
  const snapshots = withSnapshots ? await readSnapshots(wanted) : undefined;
  const context = buildLintContext(content, { asOf: AS_OF, snapshots });
  return { content, context, seen: seeAnchors(context) };
}

test('a raw article is found by its bytes, whatever its name, and only when it is asked for', async () => {
  const { content } = await seenIn('stale-verification');
  const hash = content.library.sources.get('example-2020-trial' as never)?.snapshot ?? '';
  expect([...(await readSnapshots(new Set([hash]))).keys()]).toEqual([hash]);
  expect((await readSnapshots(new Set(['sha256-x']))).size).toBe(0);
});

test('without the raw article an anchor is unchecked and no issue', async () => {
  const { content, seen } = await seenIn('anchor-not-found', false);
  expect(seen.map(({ state }) => state)).toEqual(['unchecked', 'unchecked']);
  expect(checkContent(content, { asOf: AS_OF }).filter(({ rule }) => rule.startsWith('anchor-'))).toEqual([]);
  expect(anchorLine(seen, false)).toBe('2 anchors unchecked: give the raw articles with `--snapshots DIR`.');
  expect(anchorLine(seen, true)).toBe('0 anchors checked, 2 unchecked: no snapshot of `example-2020-trial`.');
  expect(anchorLine([], true)).toBe('');
});

test('the record holds what was found and not what was not', async () => {
  const good = await seenIn('stale-verification');
  const rows = buildVerifications(good.context, [], AS_OF);
  expect(rows.map(({ source, on, anchors }) => [source, on, anchors.length])).toEqual([['example-2020-trial', AS_OF, 1]]);
  expect(buildVerifications((await seenIn('anchor-not-found')).context, rows, AS_OF)).toEqual([]);
  expect(buildVerifications((await seenIn('anchor-changed')).context, rows, AS_OF)).toEqual([]);
});

test('a source whose raw article is not at hand keeps what still holds of its record, with its day', async () => {
  const { context } = await seenIn('stale-verification', false);
  const [row] = buildVerifications((await seenIn('stale-verification')).context, [], '2026-11-01');
  if (!row) throw new Error('The fixture has no anchor.');
  expect(buildVerifications(context, [row], AS_OF)).toEqual([row]);
  expect(buildVerifications(context, [{ ...row, snapshot: `sha256-${'0'.repeat(64)}` }], AS_OF)).toEqual([]);
  expect(buildVerifications(context, [{ ...row, anchors: ['0'.repeat(64)] }], AS_OF)).toEqual([]);
});

test('an anchor edited after the look, or another raw article, counts as unchecked', async () => {
  const { context, seen } = await seenIn('stale-verification');
  const [row] = buildVerifications(context, [], AS_OF);
  const [one] = seen;
  if (!row || !one) throw new Error('The fixture has no anchor.');
  const library = { verifications: new Map([[row.source, row]]) };
  const source = { id: row.source, snapshot: row.snapshot };
  expect(verifiedOn(library, source, one.anchor)).toBe(AS_OF);
  expect(verifiedOn(library, source, { ...one.anchor, ends: 'the other' })).toBeUndefined();
  expect(verifiedOn(library, { ...source, snapshot: `sha256-${'0'.repeat(64)}` }, one.anchor)).toBeUndefined();
  expect(verifiedOn({ verifications: new Map() }, source, one.anchor)).toBeUndefined();
});

const words = fc.array(fc.constantFrom('clot', 'vein', 'leg', 'was', 'removed'), { minLength: 3, maxLength: 30 });

test('any passage of any text is found again, however its lines are broken, and a changed word within it is noticed', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.constantFrom(' ', '\n', ' \r\n\t'), (all, cut, gap) => {
      const at = 1 + (cut % (all.length - 1));
      const passage = `Start ${all.slice(0, at).join(' ')} end`;
      const anchor = { starts: 'Start', ends: 'end', sha256: sha256(passage) };
      const text = `${all.join(gap)}${gap}${passage.replaceAll(' ', gap)}${gap}more`;
      expect(anchorState(text, anchor)).toBe('found');
      expect(anchorState(text.replace(/Start\s+/, 'Start not '), anchor)).toBe('changed');
      expect(anchorState(text.replace('Start', 'Begin'), anchor)).toBe('no-start');
      expect(anchorState(text.replaceAll('end', 'stop'), anchor)).toBe('no-end');
      expect(anchorState(undefined, anchor)).toBe('unchecked');
      expect(anchorHash(anchor)).not.toBe(anchorHash({ ...anchor, starts: 'start' }));
    }),
  );
});
