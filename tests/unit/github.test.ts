/** The workflows: least rights, actions pinned by commit, nothing of a stranger run with the rights of the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { COMMENT_MARK } from '../../src/changes/report.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const inFolder = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const workflows = inFolder('.github/workflows');
const { scripts, dependencies } = JSON.parse(read('package.json')) as Readonly<Record<'scripts' | 'dependencies', Record<string, string>>>;
const load = (path: string): Workflow => parse(read(path)) as Workflow;
const stepsOf = (workflow: Workflow): Step[] => Object.values(workflow.jobs).flatMap(({ steps }) => steps);
const commandsIn = (text: string): string[] => [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');

/** What GitHub's own reader of workflows has against a text; it remembers texts by their name. */
const faultsOf = async (name: string, text: string): Promise<string[]> =>
  (await validate(TextDocument.create(`file:///${name}`, 'yaml', 1, text))).map(({ message }) =>
    typeof message === 'string' ? message : message.value,
  );

test('the reader of workflows finds what is wrong with one', async () => {
  const steps = '    steps:\n      - run: echo ${{ githu.ref }}\n        shel: bash\n';
  expect(await faultsOf('a.yml', `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: [b]\n${steps}`)).toEqual([
    "Value 'b' is not valid",
    "Unrecognized named-value: 'githu'",
    "Unexpected value 'shel'",
    'The workflow must contain at least one job with no dependencies.',
  ]);
});

describe.each(workflows)('%s', (path) => {
  const text = read(path);
  const workflow = load(path);

  test('is YAML with a name, an occasion and jobs that end in time', () => {
    expect(workflow.name).toMatch(/^[A-Z]/);
    expect(Object.keys(workflow.on)).not.toEqual([]);
    expect(Object.values(workflow.jobs).map((job) => job['timeout-minutes'] ?? Infinity)).toSatisfy((minutes: number[]) =>
      minutes.every((one) => one <= 60),
    );
  });

  test('is what GitHub takes for a workflow', async () => {
    expect(await faultsOf(path, text)).toEqual([]);
  });

  test('pins every action by commit and says which version that is', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(lines.filter((line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    expect(lines).toHaveLength(stepsOf(workflow).filter(({ uses }) => uses).length);
  });

  test('may only read, unless a job names what it writes', () => {
    expect(Object.entries(workflow.permissions).filter(([, right]) => right !== 'read')).toEqual([]);
    const written = Object.values(workflow.jobs).flatMap(({ permissions = {} }) =>
      Object.entries(permissions).filter(([, right]) => right === 'write'),
    );
    // Whoever may write must not run what a stranger sent.
    if (written.length) expect(Object.keys(workflow.on)).not.toContain('pull_request');
  });

  test('never gives the rights of the repository to the code of a pull request', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter(({ with: options }) => options?.['persist-credentials'] !== false)).toEqual([]);
    if ('workflow_run' in workflow.on) {
      expect(checkouts.map(({ with: options }) => options?.ref)).toEqual(
        checkouts.map(() => '${{ github.event.repository.default_branch }}'),
      );
      expect(text).not.toMatch(/git (?:checkout|switch|merge(?!-base)|pull|worktree)\b/);
    }
  });

  test('puts nothing that a stranger can write into a command', () => {
    expect(stepsOf(workflow).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('lets no text of a stranger into the log, and none unescaped into a summary or a body', () => {
    expect(stepsOf(workflow).filter(({ run = '' }) => /\bcat .*\.txt/.test(run) || run.includes("'```"))).toEqual([]);
  });

  test('runs no install script, whoever wrote the lockfile', () => {
    const installs = stepsOf(workflow).flatMap(({ run = '' }) => run.split('\n').filter((line) => /\bnpm (?:ci|install)\b/.test(line)));
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
  });

  test('calls only commands that package.json has', () => {
    expect(
      stepsOf(workflow)
        .flatMap(({ run = '' }) => commandsIn(run))
        .filter((name) => !(name in scripts)),
    ).toEqual([]);
  });
});

test('there are workflows for content, code, site and the difference in words', () => {
  expect(workflows.map((path) => load(path).name)).toEqual(
    expect.arrayContaining(['Content is valid', 'Code is sound', 'Site builds', 'Evidence in words']),
  );
});

test('the checks start by themselves on the requests that a scheduled job opens', () => {
  for (const name of ['feeds', 'lookups']) {
    const [, files = ''] = /for checks in ([\w. ]+); do gh workflow run/.exec(read(`.github/workflows/${name}.yml`)) ?? [];
    const started = files.split(' ').map((file) => load(`.github/workflows/${file}`));
    expect(started.map((one) => one.name)).toEqual(['Content is valid', 'Code is sound', 'Site builds']);
    expect(started.filter((one) => !('workflow_dispatch' in one.on))).toEqual([]);
    expect(Object.values(load(`.github/workflows/${name}.yml`).jobs).map(({ permissions }) => permissions?.['actions'])).toEqual(['write']);
  }
});

test('the comment waits for a workflow that is there, and finds its own comment again', () => {
  const { on } = load('.github/workflows/difference.yml');
  const waits = (on.workflow_run as { workflows: string[] }).workflows;
  expect(workflows.map((path) => load(path).name)).toEqual(expect.arrayContaining(waits));
  expect(read('.github/workflows/difference.yml')).toContain(`startswith("${COMMENT_MARK}")`);
});

/** Packages that a script needs, through all that it imports. */
function packagesOf(entry: string): Set<string> {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    const text = read(file);
    const fixed = [...text.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)';/gm)];
    const late = [...text.matchAll(/\bimport\('([^']+)'\)/g)];
    for (const [, specifier = ''] of [...fixed, ...late]) {
      if (specifier.startsWith('.')) files.add(join(dirname(file), specifier));
      else if (!specifier.startsWith('node:'))
        packages.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  return packages;
}

test.each(['validate', 'diff'])('%s runs without the packages for development, as the first workflow installs', (name) => {
  const entry = /^node .*?(\S+\.ts)$/.exec(scripts[name] ?? '')?.[1] ?? '';
  const packages = [...packagesOf(entry)];
  expect(packages).toContain('zod');
  expect(packages.filter((one) => !(one in dependencies))).toEqual([]);
});
