/**
 * A git host for tests: the part of GitHub's interface that the form for editors calls, answered from a real repository in a
 * temporary folder. It knows questions by their words and refuses the rest, so that a new one is seen.
 */
import type { Page, Route } from 'playwright-core';
import { startRepository, type NewCommit } from './git-repository.ts';

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  readonly base: string;
  readonly draft: boolean;
  readonly labels: string[];
}

export interface GitHost {
  /** Runs git in the repository, e.g. `git('log', '--format=%s', 'main')`. */
  readonly git: (...args: string[]) => string;
  readonly pulls: readonly PullRequest[];
  /** Requests that it had no answer for. */
  readonly refused: readonly string[];
  /** Answers for `https://api.github.com` in a page. */
  readonly answerIn: (page: Page) => Promise<void>;
  readonly close: () => void;
}

type Variables = Readonly<Record<string, string>> & { readonly input?: Input };
interface Input extends NewCommit {
  readonly name?: string;
  readonly oid?: string;
}

const DAY = '2026-11-20T12:00:00Z';

/** A repository with the content of a folder as its only commit, on `main`. */
export function startGitHost(folder: string): GitHost {
  const { git, show, commit, close } = startRepository(folder);
  const pulls: PullRequest[] = [];
  const refused: string[] = [];
  /** The fields that a question asks under names of its own, e.g. `content_0: object(oid: "…")`. */
  const aliased = (query: string, pattern: RegExp, answer: (value: string) => unknown): Record<string, unknown> =>
    Object.fromEntries([...query.matchAll(pattern)].map(([, alias = '', value = '']) => [alias, answer(value.slice(1, -1))]));
  const blobOf = (object: string) => {
    const text = show(object);
    if (text === undefined) return null;
    return { oid: git('rev-parse', object), byteSize: Buffer.byteLength(text), isBinary: false, isTruncated: false, text };
  };
  const author = { name: 'Editor', email: 'editor@example.org', avatarUrl: '', user: { id: 1, login: 'editor' } };
  const history = () => ({ target: { history: { nodes: [{ oid: git('rev-parse', 'main'), author, committedDate: DAY }] } } });
  const pullNode = ({ number, title, branch, draft, labels }: PullRequest) => ({
    ...{ id: `pull-${number}`, number, title, url: `https://github.com/example/patency/pull/${number}`, isDraft: draft },
    ...{ isCrossRepository: false, createdAt: DAY, updatedAt: DAY, headRefName: branch, headRefOid: git('rev-parse', branch) },
    author: { login: 'editor', avatarUrl: '', name: 'Editor', email: '', databaseId: 1 },
    labels: { nodes: labels.map((name) => ({ name })) },
    files: {
      nodes: git('diff', '--name-status', 'main', branch)
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ path: line.split('\t')[1], changeType: line.startsWith('A') ? 'ADDED' : 'MODIFIED' })),
    },
  });

  function answerQuery(query: string, { input, branch = 'main' }: Variables): unknown {
    if (query.includes('createCommitOnBranch')) return { createCommitOnBranch: { commit: { ...commit(input ?? {}), committedDate: DAY } } };
    if (query.includes('createRef')) {
      git('update-ref', input?.name ?? '', input?.oid ?? '', '');
      return { createRef: { ref: { name: input?.name } } };
    }
    if (query.includes('fork: repository'))
      return { fork: { id: 'repository' }, base: { ref: { target: { oid: git('rev-parse', 'main') } } } };
    if (query.includes('defaultBranchRef')) return { repository: { defaultBranchRef: { name: 'main' } } };
    if (query.includes('pullRequests(') && query.includes('totalCount')) return { repository: { pullRequests: { totalCount: 0 } } };
    if (query.includes('pullRequests(')) return { repository: { pullRequests: { nodes: pulls.map(pullNode) } } };
    if (/ content_\d+: /.test(query)) return { repository: aliased(query, /(content_\d+):\s+object\(oid: ("[^"]*")\)/g, blobOf) };
    if (/ file_\d+: /.test(query)) return { repository: aliased(query, /(file_\d+):\s+object\(expression: ("[^"]*")\)/g, blobOf) };
    if (/ (?:commit|history)_\d+: /.test(query))
      return { repository: aliased(query, /((?:commit|history)_\d+):\s+ref\(qualifiedName: \$branch(\b)/g, history) };
    if (query.includes('... on Commit { oid }')) return { repository: { ref: { target: { oid: git('rev-parse', branch) } } } };
    if (query.includes('history(first: 1) { nodes { oid message } }'))
      return {
        repository: {
          ref: { target: { history: { nodes: [{ oid: git('rev-parse', branch), message: git('log', '-1', '--format=%B', branch) }] } } },
        },
      };
    throw new Error(`no answer to ${query}`);
  }

  function answer(method: string, path: string, body: unknown): unknown {
    if (path === '/user')
      return { id: 1, name: 'Editor', login: 'editor', email: 'editor@example.org', avatar_url: '', html_url: 'https://github.com/editor' };
    if (/\/collaborators\/editor$/.test(path)) return undefined;
    const [, tree] = /\/git\/trees\/([0-9a-z]+)\?recursive=1$/.exec(path) ?? [];
    if (tree) {
      const rows = git('ls-tree', '-r', '-l', tree).split('\n');
      return {
        tree: rows
          .map((row) => /^\d+ (\w+) (\w+) +(\d+)\t(.*)$/.exec(row))
          .map((row) => ({ type: row?.[1], sha: row?.[2], size: Number(row?.[3]), path: row?.[4] })),
      };
    }
    if (path === '/graphql') {
      const { query, variables } = body as { query: string; variables: Variables };
      return { data: answerQuery(query, variables) };
    }
    if (method === 'POST' && path.endsWith('/pulls')) {
      const { title, head, base, draft } = body as { title: string; head: string; base: string; draft: boolean };
      const number = pulls.push({ number: pulls.length + 1, title, branch: head, base, draft, labels: [] });
      return {
        number,
        node_id: `pull-${number}`,
        title,
        html_url: '',
        head: { sha: git('rev-parse', head) },
        created_at: DAY,
        updated_at: DAY,
      };
    }
    const [, number] = /\/issues\/(\d+)\/labels$/.exec(path) ?? [];
    if (method === 'POST' && number) {
      pulls[Number(number) - 1]?.labels.push(...(body as { labels: string[] }).labels);
      return [];
    }
    throw new Error(`no answer to ${method} ${path}`);
  }

  async function fulfil(route: Route): Promise<void> {
    const request = route.request();
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' };
    const { pathname, search } = new URL(request.url());
    try {
      if (request.method() !== 'OPTIONS' && request.headers()['authorization'] !== 'token a-token') {
        await route.fulfill({ status: 401, headers });
        return;
      }
      const value = request.method() === 'OPTIONS' ? undefined : answer(request.method(), pathname + search, request.postDataJSON());
      await (value === undefined ? route.fulfill({ status: 204, headers }) : route.fulfill({ json: value, headers }));
    } catch (error) {
      refused.push((error as Error).message);
      await route.fulfill({ status: 422, headers, json: { message: (error as Error).message } });
    }
  }

  return {
    git,
    pulls,
    refused,
    answerIn: async (page) => {
      await page.route('https://api.github.com/**', fulfil);
    },
    close,
  };
}
