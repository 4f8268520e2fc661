/** `npm run bench -- mutants`: changes the code that decides, one place at a time, and names the changes that no unit test beside it notices. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

/** What is changed, and the folder of the tests that must notice. */
const parts: readonly { readonly mutate: readonly string[]; readonly tests: string }[] = [
  { mutate: ['src/evidence/**/*.ts'], tests: 'tests/unit/evidence' },
  { mutate: ['src/ingest/client/address-guard.ts'], tests: 'tests/unit/ingest' },
  {
    mutate: ['check-content', 'dependents', 'gate', 'locate', 'nearest', 'reading-level', 'tally', 'uses'].map(
      (name) => `src/check/${name}.ts`,
    ),
    tests: 'tests/unit/check',
  },
];

/** The files of a pattern, in order. Throws where there is none: then the file has moved, and the row above must follow. */
function filesOf(pattern: string): string[] {
  const files = globSync(pattern).sort();
  if (!files.length) throw new Error(`No file is \`${pattern}\`, whose mutants were to be tried.`);
  return files;
}

/** Lines that hold something to change: no comment, no import, no type, not only marks. */
const isCode = (line: string): boolean =>
  /\w/.test(line) && !/^\s*(?:\/?\*|\/\/|import\b|(?:export )?(?:type|interface)\b|readonly\b)/.test(line);

/**
 * As many lines of code as wanted, drawn by a seed: the same ones for the same text, as ranges that the mutation run takes.
 * Example: `drawLines(new Map([['a.ts', 'f();\n']]), 5, 'x')` gives `['a.ts:1-1']`.
 */
export function drawLines(files: ReadonlyMap<string, string>, most: number, seed: string): string[] {
  const places = [...files].flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => (isCode(line) ? [`${file}:${index + 1}-${index + 1}`] : [])),
  );
  const ranked = places.map((place) => ({ place, rank: createHash('sha256').update(`${seed} ${place}`).digest('hex') }));
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, most)
    .map(({ place }) => place);
}

export interface MutantOptions {
  /** Files to change, e.g. `src/evidence/verdict.ts`; all of the parts where there are none. */
  readonly only: readonly string[];
  /** How many lines to draw from each part; all where it is not given. */
  readonly sample?: number;
  readonly seed: string;
}

/**
 * Runs the mutants of each part and prints the score of each file and every survivor with its place, before and after.
 * Writes below `.cache/` alone. Throws where a wanted file belongs to no part, or where the tests fail without a mutant.
 */
export async function reportMutants({ only, sample, seed }: MutantOptions): Promise<void> {
  const all = parts.map(({ mutate, tests }) => ({ tests, files: mutate.flatMap(filesOf) }));
  const stray = only.find((file) => !all.some(({ files }) => files.includes(file)));
  if (stray !== undefined)
    throw new Error(`\`${stray}\` is not among the files whose mutants are tried: see \`scripts/bench/mutants.ts\`.`);
  const wanted = all.map(({ tests, files }) => ({ tests, files: files.filter((file) => !only.length || only.includes(file)) }));
  for (const { tests, files } of wanted.filter(({ files }) => files.length)) {
    const lines = sample === undefined ? files : drawLines(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])), sample, seed);
    console.log(
      `\nMutants of ${files.length === 1 ? files[0] : `${files.length} files`}${sample === undefined ? '' : `, on ${lines.length} lines drawn with \`${seed}\``}, against ${tests}\n`,
    );
    await new Stryker({
      mutate: lines,
      // Sentences are pinned by tests of their own; emptied one by one they would hide what decides.
      mutator: { excludedMutations: ['StringLiteral'] },
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: '.config/vitest.mutants.config.ts', dir: tests },
      ignorePatterns: ['dist*', '.astro', '.snapshots'],
      tempDirName: '.cache/mutants',
      reporters: ['progress-append-only', 'clear-text'],
      clearTextReporter: { logTests: false, reportTests: false },
      timeoutMS: 60_000,
      dryRunTimeoutMinutes: 30,
    }).runMutationTest();
  }
}
