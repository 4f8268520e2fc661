/** The limits: what an editor reads beyond them, that honest content lies far below, and that nothing hostile outlasts them. */
import { describe, expect, it, test, vi } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { fixContent } from '../../../src/check/fix/fix-content.ts';
import { mayTakeLong, tryFiles } from '../../../src/check/trial.ts';
import { toContent } from '../../../src/library/content.ts';
import { readContent, readRawFiles } from '../../../src/library/from-files.ts';
import { signsIn } from '../../../src/library/within-limits.ts';
import { limits } from '../../../src/schema/limits.ts';
import { hostileFiles } from '../../../scripts/bench/hostile-files.ts';
import { AS_OF, contentWith, issuesOf, messagesOf, slowBody } from './fixture.ts';

// Threads load everything anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

test.each(['file-too-large', 'body-too-long', 'field-too-long', 'nested-too-deep', 'too-many-signs', 'too-slow'])(
  '%s says what stands there and the way out',
  async (rule) => {
    expect(await messagesOf(rule)).toMatchSnapshot();
  },
);

test.each(['forbidden-character', 'mixed-script'])('%s says what stands there and the way out', async (rule) => {
  expect(await messagesOf(rule)).toMatchSnapshot();
});

describe('honest content', () => {
  it.each(['content', 'tests/fixtures/content', 'tests/fixtures/differences'])(
    'of %s lies at a quarter of every limit or below, and is read without a thread',
    async (folder) => {
      const { files, unreadable } = await readContent(folder);
      expect(unreadable).toEqual([]);
      const largest = { text: 0, key: 0, entries: 0, fields: 0 };
      const look = (value: unknown, depth: number, rows: boolean): void => {
        largest.fields = Math.max(largest.fields, depth);
        if (typeof value === 'string') largest.text = Math.max(largest.text, value.length);
        else if (Array.isArray(value) && !rows) largest.entries = Math.max(largest.entries, value.length);
        if (typeof value === 'object' && value !== null)
          for (const [key, child] of Object.entries(value)) {
            largest.key = Math.max(largest.key, key.length);
            look(child, depth + 1, false);
          }
      };
      for (const { collection, value } of files) if (collection !== 'fingerprint') look(value, 0, Array.isArray(value));
      for (const [name, most] of Object.entries(largest)) expect(most * 4, name).toBeLessThanOrEqual(limits[name as 'text'].most);
      for (const { body, path } of files) {
        expect(body.length * 4, path).toBeLessThanOrEqual(limits.body.most);
        expect(signsIn(body) * 4, path).toBeLessThanOrEqual(limits.signs.most);
        expect(body.split('\n').length * 4, path).toBeLessThanOrEqual(limits.lines.most);
      }
      expect((await readRawFiles(folder)).filter(mayTakeLong).map(({ path }) => path)).toEqual([]);
    },
  );

  it('was measured: every limit is at least four times the largest', () => {
    for (const { most, largest } of Object.values(limits)) expect(most).toBeGreaterThanOrEqual(largest * 4);
  });
});

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a hostile file', () => {
  test('is one of at least forty', () => expect(hostileFiles.length).toBeGreaterThan(40));

  test('ends in an issue that names it, or is checked, in the time allowed', async () => {
    const base = await readRawFiles('tests/fixtures/content');
    const files = hostileFiles.map(({ path, text }) => ({ path, bytes: encode(text) }));
    const refused = await tryFiles(files);
    // What a thread refuses, it refuses for nothing but time.
    expect([...refused].filter(([, { rule }]) => rule !== 'too-slow')).toEqual([]);
    const pages = files.filter(({ path }) => path.includes('hostile-'));
    const lists = files.filter(({ path }) => !path.includes('hostile-'));
    const contents = [[...base, ...pages], ...lists.map((file) => [...base.filter(({ path }) => path !== file.path), file])];
    for (const [index, raw] of contents.entries()) {
      const issues = checkContent(toContent(raw, 'content', refused), { asOf: AS_OF }).filter(({ level }) => level === 'error');
      expect(issues.filter(({ message }) => /could not be applied|ended with an error/.test(message))).toEqual([]);
      const named = new Set(issues.map(({ file }) => file));
      for (const { path, bytes } of index ? lists.slice(index - 1, index) : pages)
        expect([path, named.has(`content/${path}`) || !bytes.length]).toEqual([path, true]);
    }
  }, 600_000);
});

// Timed by its nature: on a busy machine the file that is fine may miss so short a time as well.
test('the thread is stopped when it does not come to an end, and the next file is read', { retry: 5 }, async () => {
  const head = '---\na: b\n---\n';
  const files = [
    { path: 'topics/slow.mdx', bytes: encode(`${head}${slowBody}`) },
    { path: 'topics/fine.mdx', bytes: encode(`${head}${`${'word '.repeat(250)}\n\n`.repeat(32)}`) },
  ];
  expect(files.map(mayTakeLong)).toEqual([true, true]);
  const refused = await tryFiles(files, 'content', 0.2);
  expect([...refused].map(([path, { message }]) => [path, message])).toEqual([
    ['topics/slow.mdx', 'The file could not be read within 0.2 seconds.'],
  ]);
});

test('what is thrown by a value that no parser comes back from becomes a sentence', async () => {
  for (const deep of ['- '.repeat(10_000), '['.repeat(20_000), '{a: '.repeat(10_000)]) {
    const content = await contentWith({ 'sources/example-2021-advice.md': `---\n${deep}\n---\n`, 'terms.yaml': deep });
    expect(
      checkContent(content, { asOf: AS_OF }).filter(({ file, level }) => level === 'error' && /advice|terms/.test(file)).length,
    ).toBeGreaterThan(1);
  }
});

test('a fix takes out what nobody sees, and leaves what may have meant something', async () => {
  const [path, text] = [
    'sources/example-2021-advice.md',
    `---\ntitle: "Ad\u200bvice"\n---\n\nIn\u2028short\ufeff, \u202eno\u00adthing\u0007.\n`,
  ];
  const content = await contentWith({ [path]: text });
  const fixed = fixContent(content).find((one) => one.path === `content/${path}`);
  expect(fixed?.text).toBe('---\ntitle: "Advice"\n---\n\nIn short, \u202enothing\u0007.\n');
  expect(fixed?.changes.filter((change) => change === 'characters that nobody sees')).toHaveLength(2);
  expect((await issuesOf('forbidden-character')).length).toBeGreaterThan(4);
});
