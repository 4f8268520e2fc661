/** A real repository in a temporary folder, written to as a git host does: commits on branches, without a work tree. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A commit as a host is asked for it; contents are base64. */
export interface NewCommit {
  readonly branch?: { readonly branchName: string };
  readonly expectedHeadOid?: string;
  readonly fileChanges?: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions: readonly { readonly path: string }[];
  };
  readonly message?: { readonly headline: string };
}

export interface Repository {
  /** Runs git in the repository, e.g. `git('log', '--format=%s', 'main')`. */
  readonly git: (...args: string[]) => string;
  /** Bytes of an object as text, e.g. `show('main:content/terms.yaml')`; undefined where it is not there. */
  readonly show: (object: string) => string | undefined;
  /** Puts a commit on top of a branch and names it and its files. Throws when the branch is elsewhere. */
  readonly commit: (wanted: NewCommit) => Record<string, unknown>;
  readonly close: () => void;
}

const environment = {
  ...process.env,
  GIT_AUTHOR_NAME: 'Editor',
  GIT_AUTHOR_EMAIL: 'editor@example.org',
  GIT_COMMITTER_NAME: 'Editor',
  GIT_COMMITTER_EMAIL: 'editor@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** A repository with the files of a folder as its only commit, on `main`. */
export function startRepository(folder: string): Repository {
  const root = mkdtempSync(join(tmpdir(), 'patency-git-'));
  const [gitDir, index] = [join(root, 'repository.git'), join(root, 'index')];
  const env = { ...environment, GIT_DIR: gitDir, GIT_INDEX_FILE: index, GIT_WORK_TREE: folder };
  const run = (args: readonly string[], input?: Buffer | string): string =>
    execFileSync('git', args, { cwd: folder, env, input, stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 1 << 26 }).toString();
  const git = (...args: string[]): string => run(args).trim();
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');

  const show = (object: string): string | undefined => {
    try {
      return run(['cat-file', 'blob', object]);
    } catch {
      return undefined;
    }
  };

  function commit({ branch, expectedHeadOid = '', fileChanges, message }: NewCommit): Record<string, unknown> {
    const name = `refs/heads/${branch?.branchName}`;
    if (git('rev-parse', name) !== expectedHeadOid) throw new Error('Expected branch to point to another commit');
    git('read-tree', expectedHeadOid);
    for (const { path, contents } of fileChanges?.additions ?? []) {
      const blob = run(['hash-object', '-w', '--stdin'], Buffer.from(contents, 'base64')).trim();
      git('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
    }
    for (const { path } of fileChanges?.deletions ?? []) git('update-index', '--force-remove', path);
    const oid = run(['commit-tree', git('write-tree'), '-p', expectedHeadOid, '-F', '-'], message?.headline).trim();
    git('update-ref', name, oid);
    const files = (fileChanges?.additions ?? []).map(({ path }, i) => [`file_${i}`, { oid: git('rev-parse', `${oid}:${path}`) }]);
    return { oid, ...(Object.fromEntries(files) as Record<string, unknown>) };
  }

  return { git, show, commit, close: () => rmSync(root, { recursive: true, force: true }) };
}
