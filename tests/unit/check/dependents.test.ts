/** What a change reaches. Held against full checks: whatever warning comes or goes with an edit stands in a file that was named. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMadeContent } from '../../../scripts/bench/made-content.ts';
import { checkContent, checkContext } from '../../../src/check/check-content.ts';
import { affectedFiles } from '../../../src/check/dependents.ts';
import { buildLintContext, type LintContext } from '../../../src/check/lint-context.ts';
import { rules } from '../../../src/check/rules.ts';
import { toContent, type Content } from '../../../src/library/content.ts';
import { AS_OF, contentWith, issuesOf } from './fixture.ts';

type Files = ReadonlyMap<string, string>;

const read = (files: Files): Content => toContent([...files].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));
const contextOf = (content: Content): LintContext => buildLintContext(content, { asOf: AS_OF });

/** Paths of the files that a change from one folder to another reaches. */
function reached(before: Files, after: Files): Set<string> {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  const old = new Map(paths.flatMap((path) => (before.has(path) ? [[path, before.get(path) ?? '']] : [])));
  return affectedFiles(contextOf(read(after)), new Set(paths.map((path) => `content/${path}`)), contextOf(read(old)));
}

const base = await contentWith();
const shipped: Files = new Map(base.files.map(({ path, text }) => [path.slice('content/'.length), text]));
test('a source reaches its questions, their topics, what cites it and the pathway made of it', () => {
  const after = new Map(shipped).set('sources/example-2021-advice.md', `${shipped.get('sources/example-2021-advice.md') ?? ''}\nMore.\n`);
  const files = reached(shipped, after);
  expect(files).toContain('content/questions/widget-choice.mdx');
  expect([...files].some((path) => path.startsWith('content/topics/'))).toBe(true);
});

test('what a file no longer names is reached too, and so is what names a file that is gone', () => {
  const path = 'sources/example-2020-trial.md';
  const without = new Map(shipped);
  without.delete(path);
  const files = reached(shipped, without);
  expect(files).toContain(`content/${path}`);
  expect(files).toContain('content/questions/widget-choice.mdx');
});

// Few files that name each other, so that most edits show somewhere else.
const small = buildMadeContent(3);
// Without vocabulary or site every file is read in another way, and the check starts anew.
const paths = [...small.keys()].filter((path) => !/^(?:verifications|vocabulary|site)\b/.test(path));
const ids = paths.filter((path) => path.startsWith('sources/')).map((path) => path.slice('sources/'.length, -'.md'.length));

/** Edits that change what a file names, is or says, so that warnings and errors come and go in others. */
const edits: readonly ((text: string, id: string) => string)[] = [
  (text, id) => text.replace(/^status: .*$/m, `status: under-review\nsupersededBy: ${id}`),
  (text) => text.replace(/^status: .*$/m, 'status: draft'),
  (text) => text.replace(/^status: .*$/m, 'status: under-review\nretracted: { on: 2026-01-01, notice: https://example.org/x }'),
  (text) => text.replace(/^findings:\n[\s\S]*?(?=^results:)/m, 'findings: []\n'),
  (text, id) => text.replace(/@made-\d+-work\d+/, `@${id}`),
  (text) => text.replace(/^doi: .*$/m, 'doi: 10.1000/made.3\nregistry: NCT00790335'),
  (text) => text.replace(/^title: .*$/m, 'titel: wrong'),
  (text) => text.replace(/^topics: .*$/m, 'topics: [made-topic-0, made-topic-9]'),
  (text) => `${text}\nSee [this](/questions/made-question-0/#finding-${ids[0] ?? ''}-1).\n`,
  (text) => text.replace('id: made-term-1', 'id: made-term-one'),
  (text, id) => text.replace(/restsOn: \[\]|restsOn: \n {2}- source: \S+/, `restsOn: [{ source: ${id} }]`),
];
const change = fc.record({
  path: fc.constantFrom(...paths),
  edit: fc.constantFrom('delete' as const, ...edits),
  id: fc.constantFrom(...ids),
});
const applied = (files: Files, changes: readonly { path: string; edit: (typeof edits)[number] | 'delete'; id: string }[]): Files => {
  const after = new Map(files);
  for (const { path, edit, id } of changes) {
    const text = after.get(path);
    if (text === undefined) continue;
    if (edit === 'delete') after.delete(path);
    else after.set(path, edit(text, id));
  }
  return after;
};

test('after random edits every warning that came or went stands in a file that was reached', () => {
  let elsewhere = 0;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), fc.array(change, { minLength: 1, maxLength: 2 }), (earlier, later) => {
      const before = applied(small, earlier);
      const after = applied(before, later);
      const warnings = (files: Files): string[] =>
        checkContent(read(files), { asOf: AS_OF }).flatMap(({ level, file, rule, message }) =>
          level === 'warning' ? [`${file} ${rule} ${message}`] : [],
        );
      const [old, now] = [warnings(before), warnings(after)];
      const moved = [...old.filter((one) => !now.includes(one)), ...now.filter((one) => !old.includes(one))];
      const files = reached(before, after);
      elsewhere += moved.filter((one) => !later.some(({ path }) => one.startsWith(`content/${path} `))).length;
      expect(moved.filter((one) => !files.has(one.split(' ')[0] ?? ''))).toEqual([]);
    }),
    { numRuns: 80, seed: 5 },
  );
  // The edits are of a kind that shows in other files.
  expect(elsewhere).toBeGreaterThan(5);
}, 60_000);

test('leaving local rules out where nothing changed gives what the full check gives', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.array(change, { minLength: 1, maxLength: 2 }), (earlier, later) => {
      const before = applied(small, earlier);
      const after = applied(before, later);
      const wrong = new Set(checkContent(read(before), { asOf: AS_OF }).flatMap(({ level, file }) => (level === 'error' ? [file] : [])));
      const same = [...after].filter(([path, text]) => before.get(path) === text).map(([path]) => `content/${path}`);
      const settled = new Set(same.filter((path) => !wrong.has(path)));
      const context = contextOf(read(after));
      const changed = reached(before, after);
      expect(checkContext(context, { changed, settled })).toEqual(checkContext(context, { changed }));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test.each(rules.filter(({ local }) => local).map((rule) => [rule.name, rule] as const))(
  '%s finds in a file what it finds there among others, or it would not be local',
  async (name, rule) => {
    const all = await issuesOf(name, { rules: [rule] });
    for (const file of new Set(all.map((issue) => issue.file))) {
      const others = new Set(base.files.map(({ path }) => path).filter((path) => path !== file));
      const alone = await issuesOf(name, { rules: [rule], settled: others });
      expect(alone.filter((issue) => issue.file === file)).toEqual(all.filter((issue) => issue.file === file));
    }
  },
);
