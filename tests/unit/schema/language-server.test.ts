/** The real YAML language server, as an editor starts it: it completes our fields with their words and rejects what is wrong. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';

// It starts Node anew, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Diagnostics {
  readonly uri: string;
  readonly diagnostics: readonly { readonly message: string; readonly range: { readonly start: { readonly line: number } } }[];
}
interface Completion {
  readonly items: readonly { readonly label: string; readonly documentation?: string | { readonly value: string } }[];
}

let server: ChildProcess;
let connection: MessageConnection;
const waiting = new Map<string, (found: Diagnostics) => void>();

const settings = JSON.parse(await readFile('.vscode/settings.json', 'utf8')) as Record<string, unknown>;
const yaml = {
  schemas: settings['yaml.schemas'],
  schemaStore: { enable: settings['yaml.schemaStore.enable'] },
  validate: true,
  completion: true,
};

beforeAll(async () => {
  server = spawn(process.execPath, ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio']);
  if (!server.stdout || !server.stdin) throw new Error('The server has no streams.');
  connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? yaml : {})),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', (found: Diagnostics) => waiting.get(found.uri)?.(found));
  connection.listen();
  const root = pathToFileURL(process.cwd()).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'project' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  // The server takes no file before it has asked for its settings.
  const asked = new Promise((resolve) => connection.onNotification('window/logMessage', resolve));
  await connection.sendNotification('initialized', {});
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 2000))]);
});

afterAll(() => {
  connection.dispose();
  server.kill();
});

/** Opens a text under the name of a file of content and hands over what the server complains of, line by line. */
async function complaints(path: string, text: string): Promise<{ uri: string; found: [number, string][] }> {
  const uri = pathToFileURL(path).href;
  const answer = new Promise<Diagnostics>((resolve) => waiting.set(uri, resolve));
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  const { diagnostics } = await answer;
  return { uri, found: diagnostics.map(({ message, range }) => [range.start.line, message]) };
}

/** What it offers at a place, with the words to each. */
async function offers(uri: string, line: number, character: number): Promise<Map<string, string>> {
  const { items } = await connection.sendRequest<Completion>('textDocument/completion', {
    textDocument: { uri },
    position: { line, character },
  });
  return new Map(
    items.map(({ label, documentation }) => [label, typeof documentation === 'object' ? documentation.value : (documentation ?? '')]),
  );
}

test('in a pathway it completes a field with its description and rejects a word that is not in the list', async () => {
  const whole = await readFile('tests/fixtures/content/pathways/widget-path.yaml', 'utf8');
  expect((await complaints('content/pathways/right.yaml', whole)).found).toEqual([]);
  const lines = whole
    .replace(/^intervention: .*$/m, 'intervention: lysys')
    .trimEnd()
    .split('\n');
  const { uri, found } = await complaints('content/pathways/wrong.yaml', [...lines, 'constr'].join('\n'));
  const wrong = lines.findIndex((line) => line === 'intervention: lysys');
  expect(found.find(([line]) => line === wrong)?.[1]).toMatch(/^Value is not accepted\. Valid values: "any-removal", /);
  expect((await offers(uri, lines.length, 6)).get('constraints')).toBe(
    'What the same source states elsewhere and the rules must not break.',
  );
});

test('in the frontmatter of a source it completes fields and words with their meaning, and rejects wrong values', async () => {
  const frontmatter =
    /^---\n([\s\S]*?)\n---\n/.exec(await readFile('tests/fixtures/content/sources/example-2020-trial.md', 'utf8'))?.[1] ?? '';
  expect((await complaints('content/sources/right-2020-source.md', frontmatter)).found).toEqual([]);
  const text = [
    'kind: trail',
    'title: A',
    'issued: 12/2017',
    'language: en',
    'retrieved: 2026-02-30',
    'coverage: abstract',
    'status: draft',
    'shortT',
  ];
  const { uri, found } = await complaints('content/sources/wrong-2020-source.md', text.join('\n'));
  const rejected = new Map(found);
  expect(rejected.get(0)).toMatch(/^Value is not accepted\. Valid values: "guideline", /);
  expect(rejected.get(2)).toContain('pattern');
  expect(rejected.has(4)).toBe(true);
  expect([...rejected.keys()].filter((line) => [1, 3, 5, 6].includes(line))).toEqual([]);
  expect((await offers(uri, text.length - 1, 6)).get('shortTitle')).toMatch(/^Name by which the work is known/);
  expect((await offers(uri, 5, 'coverage: '.length)).get('second-hand')).toBe(
    'As cited elsewhere: made from what another work says about it; the work itself was not read',
  );
});
