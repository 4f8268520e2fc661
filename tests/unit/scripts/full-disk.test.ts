/** Every command that writes content, on a disk that takes no more: nothing is half-written, and an editor reads why and what to do. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writing } from '../../../src/library/unwritten.ts';
import { madeDigests } from '../ingest/made-digests.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
const at = (...path: string[]): string => join(folder, ...path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-'));
  cpSync(join(root, 'tests/fixtures/content'), at('content'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a script in the folder, on a disk that takes so many bytes. */
function run(bytes: number, script: string, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const call = ['--import', join(import.meta.dirname, 'full-disk.mjs'), join(root, 'scripts', `${script}.ts`), ...args];
  const env = { ...process.env, DISK_BYTES: String(bytes), REGISTRY_MIRROR: 'http://127.0.0.1:9' };
  return new Promise((resolve) => {
    execFile(process.execPath, call, { cwd: folder, env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** All files of the folder but the lock, with what is in them. */
const tree = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((path) => statSync(at(path)).isFile() && !path.includes('.writing.'))
      .map((path) => [path, readFileSync(at(path), 'utf8')]),
  );

const trial = 'content/sources/example-2020-trial.md';
/** Gives the trial an anchor that holds, so that there is something to record, and the raw article for it. */
const prepare: Record<string, () => void> = {
  fix: () => {
    for (const file of [trial, 'content/sources/example-2021-advice.md'])
      writeFileSync(
        at(file),
        readFileSync(at(file), 'utf8')
          .replace(/^kind: .*\n/m, '')
          .replace(/\n---\n/, '\nkind: trial\n---\n'),
      );
  },
  record: () => undefined,
  fingerprint: () => {
    const { snapshot = '' } =
      /snapshot: (?<snapshot>\S+)/.exec(readFileSync(join(root, 'tests/fixtures/ingest/leaflet/draft.md'), 'utf8'))?.groups ?? {};
    writeFileSync(at(trial), readFileSync(at(trial), 'utf8').replace(/^status:/m, `snapshot: ${snapshot}\nstatus:`));
  },
  lookups: () => undefined,
};

describe.each([
  ['fix', 'validate', ['--content', 'content', '--fix'], '`content/sources/example-2020-trial.md`'],
  [
    'record',
    'validate',
    ['--content', 'content', '--snapshots', join(root, 'tests/fixtures/snapshots'), '--record'],
    '`content/verifications.yaml`',
  ],
  [
    'fingerprint',
    'fingerprint',
    ['--content', 'content', '--snapshots', join(root, 'tests/fixtures/ingest')],
    '`content/fingerprints/example-2020-trial.yaml`',
  ],
  ['lookups', 'lookups', ['link', '--content', 'content', '--allow-private'], '`content/lookups.yaml`'],
] as const)('%s on a full disk', (name, script, args, file) => {
  it('says which file, why and what to do, and leaves all files as they were', async () => {
    prepare[name]?.();
    const before = tree();
    const done = await run(60, script, args);
    expect(done.code).toBe(2);
    expect(done.err).toContain(
      `${file} could not be written: the disk is full. Free some space and run this again; nothing was left half-written.`,
    );
    expect(done.err).not.toMatch(/bug of ours|^Usage|^ +at /m);
    expect(tree()).toEqual(before);
  });
});

it('--fix on a disk that fills up tells which files it had changed, and the next run changes the rest', async () => {
  prepare['fix']?.();
  const size = statSync(at('content/sources/example-2020-trial.md')).size;
  const first = await run(size + 200, 'validate', ['--content', 'content', '--fix']);
  expect(first.err).toMatch(
    /^content\/sources\/example-2020-trial\.md\n {2}.+\nChanged 1 file\.\n`content\/sources\/example-2021-advice\.md` could not be written: the disk is full\./,
  );
  const second = await run(1e9, 'validate', ['--content', 'content', '--fix']);
  expect(second.err).toContain('Changed 2 files.');
  expect((await run(1e9, 'validate', ['--content', 'content', '--fix'])).err).toContain('Nothing to fix.');
});

it('ingest on a disk that fills up refuses in words what found no room, keeps what did, and finishes when there is room', async () => {
  mkdirSync(at('raw'));
  const digests = madeDigests(60).filter(({ becomes }) => becomes === 'drafted');
  for (const { name, text } of digests) writeFileSync(at('raw', name), text);
  rmSync(at('content'), { recursive: true });
  const { code, out } = await run(60_000, 'ingest', ['raw', '--date', '2026-11-20']);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^refused {5}raw\/\S+: The draft could not be written: the disk is full\.\n {12}Free some space\. There is no draft of this article; run it again\.$/m,
  );
  const drafts = readdirSync(at('content/sources'));
  expect(drafts.length).toBeGreaterThan(5);
  expect(drafts.length).toBeLessThan(digests.length);
  expect(out).toContain(`${drafts.length} drafted, 0 known, 0 off topic, ${digests.length - drafts.length} refused`);
  expect(readdirSync(at('.snapshots'))).toHaveLength(drafts.length);
  expect(readdirSync(at('content/fingerprints'))).toHaveLength(drafts.length);
  expect(Object.keys(tree()).filter((path) => path.endsWith('.part'))).toEqual([]);
  expect((await run(1e9, 'ingest', ['raw', '--date', '2026-11-20'])).code).toBe(0);
  expect(readdirSync(at('content/sources'))).toHaveLength(digests.length);
});

it.each([
  ['EDQUOT', 'your share of the disk is used up. Free some space or ask for more and run this again'],
  ['EROFS', 'the disk can only be read. Work on a disk that can be written to and run this again'],
  ['EACCES', 'you may not write there. Ask for the right to write there and run this again'],
  ['EFBIG', 'files may not become that large here. Raise the limit'],
  ['EMFILE', 'too many files are open. Close other programs or raise the limit'],
  ['EBUSY', 'EBUSY: as the system says it. See to that and run this again'],
])('a disk that refuses with %s is told in words', (code, words) => {
  const refuse = (): never => {
    throw Object.assign(new Error(`${code}: as the system says it`), { code });
  };
  expect(() => writing('content/a.md', refuse)).toThrow(`\`content/a.md\` could not be written: ${words}`);
});

it('a mistake of ours is no fault of the disk', () => {
  const mistake = new TypeError('x is not a function');
  expect(() =>
    writing('content/a.md', () => {
      throw mistake;
    }),
  ).toThrow(mistake);
});
