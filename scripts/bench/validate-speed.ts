/** How long `npm run validate` takes and how much memory at its peak, on made-up content of any size. Measures the door itself, as a child. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryOf } from '../content-memory.ts';
import { buildMadeContent, madeId, madeSnapshot, madeWords } from './made-content.ts';
import { toFingerprintFile } from '../../src/ingest/fingerprint.ts';

/** The raw articles that we hold have 506 words on average. */
const ARTICLE_WORDS = 500;
// Backwards, because all made-up words lie on one cycle: forwards, articles and digests would share long stretches of it.
const article = (n: number) => ({
  text: madeWords(n * 7919 + 13, ARTICLE_WORDS)
    .split(' ')
    .reverse()
    .join(' '),
  headings: [],
  disclaimers: [],
  boilerplate: [],
});

/** One fingerprint file for each source that `buildMadeContent` makes, by its path below the content folder. */
export function* makeFingerprints(sources: number): Iterable<readonly [path: string, text: string]> {
  for (let n = 1; n <= sources; n += 1) {
    const file = toFingerprintFile(madeId(n), article(n), madeSnapshot(n));
    if (file) yield [file.path, file.text];
  }
}

export interface SpeedRow {
  readonly sources: number;
  readonly files: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** The door as `npm run validate` opens it, with the flags that it gives to Node. */
const project = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: { validate: string } };
const validate = scripts.validate
  .split(' ')
  .slice(1)
  .map((part) => (part.endsWith('.ts') ? join(project, part) : part));
/** Run in the child before its own code: prints the peak memory, in kilobytes, as its last line of errors. */
const memoryProbe = `data:text/javascript,${encodeURIComponent('process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))')}`;

async function writeContent(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const path of new Set([...files.keys()].map((file) => dirname(join(folder, file))))) await mkdir(path, { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}

/** Runs the check once. Throws with what the check said when it found anything: then the content is not what was meant. */
async function runOnce(folder: string, ...more: string[]): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', memoryProbe, ...validate, '--content', folder, '--as-of', '2026-02-01', ...more]);
  let said = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = (performance.now() - started) / 1000;
  const peak = /\npeak (\d+)\n/.exec(errors)?.[1];
  if (code !== 0 || !said.startsWith('No issues') || peak === undefined) {
    throw new Error(`The check of made-up content did not run clean: ${(said + errors).trim().split('\n').slice(0, 3).join(' ')}`);
  }
  return { seconds, megabytes: Number(peak) / 1024 };
}

/** One row for each size, in a folder of its own that is removed afterwards. */
export async function measureValidate(sizes: readonly number[]): Promise<SpeedRow[]> {
  const rows: SpeedRow[] = [];
  for (const sources of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'patency-bench-'));
    try {
      const files = buildMadeContent(sources);
      for (const [path, text] of makeFingerprints(sources)) files.set(path, text);
      await writeContent(folder, files);
      rows.push({ sources, files: files.size, ...(await runOnce(folder)) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

export interface ChangedRow {
  readonly what: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * How long `--changed` takes with one source edited: the first time, when everything is read, and again, when only what
 * changed is. Measured with and without the fingerprints of raw articles, against which every text is held.
 */
export async function measureChanged(sources: number): Promise<ChangedRow[]> {
  const rows: ChangedRow[] = [];
  for (const withFingerprints of [false, true]) {
    const folder = await mkdtemp(join(tmpdir(), 'patency-bench-'));
    const edited = join(folder, 'sources', `${madeId(1)}.md`);
    try {
      const files = buildMadeContent(sources);
      if (withFingerprints) for (const [path, text] of makeFingerprints(sources)) files.set(path, text);
      await writeContent(folder, files);
      const where = withFingerprints ? 'with fingerprints' : 'without fingerprints';
      // What was saved within the last two seconds is never taken for unchanged.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      rows.push({ what: `first time, ${where}`, ...(await runOnce(folder, '--changed', edited)) });
      await writeFile(edited, `${files.get(`sources/${madeId(1)}.md`) ?? ''}\nFili gohu.\n`);
      rows.push({ what: `again, ${where}`, ...(await runOnce(folder, '--changed', edited)) });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(memoryOf(folder), { force: true });
    }
  }
  return rows;
}

/** Time for one more file between two sizes, against the time for one file before: about 1 where the check is linear. */
export function growth(rows: readonly SpeedRow[]): number | undefined {
  const [a, b, c] = rows.slice(-3);
  if (!a || !b || !c) return undefined;
  const slope = (from: SpeedRow, to: SpeedRow): number => (to.seconds - from.seconds) / (to.files - from.files);
  return slope(b, c) / slope(a, b);
}
