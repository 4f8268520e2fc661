/** `npm run review` as a clinician calls it: what is covered, the text to sign, and the approval once it is signed. */
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { lineOf, signWith } from '../../../src/check/examples/signing.ts';

// Each starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'patency-'));
const folder = join(root, 'content');
cpSync('tests/fixtures/content', folder, { recursive: true });
const { privateKey } = generateKeyPairSync('ed25519');
const people = join(folder, 'people.yaml');
const keyed = readFileSync(people, 'utf8').replace(
  '  from: 2026-11-01\n',
  `  from: 2026-11-01\n  keys: [{ key: ${lineOf(privateKey)}, from: 2026-11-01 }]\n`,
);
const waiting = '.cache/approvals/term-widget.txt';
const clear = (): void => ['', '.sig'].forEach((ending) => rmSync(waiting + ending, { force: true }));
beforeEach(() => {
  clear();
  writeFileSync(people, keyed);
});
afterAll(() => {
  clear();
  rmSync(root, { recursive: true, force: true });
});

const run = (script: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [`scripts/${script}.ts`, ...args, '--content', folder], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
const review = (...args: string[]) => run('review', ...args, '--as-of', '2026-11-20');

test('it prints all that a page states, what approving means and how long it takes, and writes nothing', async () => {
  const { code, out } = await review('term/widget');
  expect(code).toBe(0);
  expect(out).toContain('definition: The thing that the example is about.\n');
  expect(out).toContain('work · example-2020-trial · interests · funding: public\n');
  expect(out).toMatch(/That is \d+ words, about 5 minutes at 100 words a minute\. Nothing was written\./);
  expect(existsSync(waiting)).toBe(false);
});

test('a text is written, signed and put into the content, and from then on the check finds the page approved', async () => {
  const first = await review('term/widget', '--by', 'robin-reviewer');
  expect(first.code).toBe(0);
  expect(first.out).toContain(`ssh-keygen -Y sign -n patency-approval -f ~/.ssh/id_ed25519 ${waiting}`);
  const text = readFileSync(waiting, 'utf8');
  expect(text).toMatch(
    /^Approval, form 1\nsite: Widgets\npage: term\/widget\nby: robin-reviewer\non: 2026-11-20\ndue: 2028-11-20\n\nname: widget\n/,
  );
  writeFileSync(`${waiting}.sig`, signWith(privateKey, text));
  const second = await review('term/widget', '--by', 'robin-reviewer');
  expect(second).toMatchObject({
    code: 0,
    out: expect.stringContaining('/approvals/term-widget.yaml: `npm run validate` checks it') as string,
  });
  const checked = await run('validate', '--as-of', '2026-11-20');
  expect([checked.code, checked.out]).toEqual([0, expect.not.stringContaining('approval-')]);
  const file = join(folder, 'approvals/term-widget.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('due: 2028-11-20', 'due: 2028-11-19'));
  const forged = await run('validate', '--as-of', '2026-11-20');
  expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('approval-not-signed')]);
  rmSync(file);
});

test('a signature by another key, or of another text, is refused with a sentence', async () => {
  await review('term/widget', '--by', 'robin-reviewer');
  const text = readFileSync(waiting, 'utf8');
  const refused = async (signature: string): Promise<string> => {
    writeFileSync(`${waiting}.sig`, signature);
    const { code, out } = await review('term/widget', '--by', 'robin-reviewer');
    expect(code).toBe(1);
    return out;
  };
  expect(await refused(signWith(generateKeyPairSync('ed25519').privateKey, text))).toMatch(
    /^The signature was made with a key that is none of /,
  );
  expect(await refused(signWith(privateKey, `${text} `))).toMatch(/^The signature is not of what stands in this file/);
  expect(await refused(signWith(privateKey, text, 'git'))).toMatch(/^The signature was made for “git”/);
  expect(await refused('Nothing.')).toMatch(/^The signature cannot be read\./);
  expect(existsSync(join(folder, 'approvals/term-widget.yaml'))).toBe(false);
});

test('what changed while a text waited to be signed is named, and the text is written anew', async () => {
  await review('term/widget', '--by', 'robin-reviewer');
  const terms = join(folder, 'terms.yaml');
  const before = readFileSync(terms, 'utf8');
  writeFileSync(terms, before.replace('The thing that', 'Whatever'));
  const { out } = await review('term/widget', '--by', 'robin-reviewer');
  expect(out).toContain(
    '“definition” was “The thing that the example is about.” and is “Whatever the example is about”. It is written anew.',
  );
  expect(readFileSync(waiting, 'utf8')).toContain('definition: Whatever');
  writeFileSync(terms, before);
});

test.each([
  [['term/wigdet'], /^There is no page `term\/wigdet` in .* that readers get\. Did you mean `term\/widget`\?\n$/],
  [['term/widget', 'term/distal'], /^Expected one page, such as `question\/<id>`\.\n/],
  [['term/widget', '--by', 'robin-reviewr'], /^There is no `robin-reviewr` in .*people\.yaml\. Did you mean `robin-reviewer`\?\n$/],
  [['term/widget', '--by', 'erin-editor'], /^`erin-editor` is somebody who is no reviewer: /],
  [
    ['term/widget', '--by', 'robin-reviewer', '--until', '2029-01-01'],
    /^It holds until 1 January 2029, more than 24 months after 20 November 2026\./,
  ],
])('a wrong call ends with 2 and says what to do: %j', async (args, said) => {
  expect(await review(...args)).toEqual({ code: 2, out: '', err: expect.stringMatching(said) as string });
});

test('a reviewer without a key is told where one belongs', async () => {
  writeFileSync(people, keyed.replace(/ {2}keys: .*\n/, ''));
  expect((await review('term/widget', '--by', 'robin-reviewer')).err).toMatch(/^`robin-reviewer` is somebody who has no key there: /);
});
