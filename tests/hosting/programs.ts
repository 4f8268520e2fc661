/** Starts nginx and Caddy on this machine with the configurations of the site, each in a folder of its own and on a port of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toCaddyfile } from '../../src/hosting/caddy.ts';
import { toNginx } from '../../src/hosting/nginx.ts';
import type { ServedFolder } from '../../src/hosting/responses.ts';

export interface RunningProgram {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';

/** The program of that name, also where only the system looks for it; undefined where it is not installed. */
export const findProgram = (name: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

async function untilItAnswers(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended at once: ${said()}`);
    const answers = await fetch(`http://${host}:${port}/`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await wait(100);
  }
  throw new Error(`The server does not answer: ${said()}`);
}

async function run(program: string, toArguments: (folder: string, port: number) => string[]): Promise<RunningProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'patency-hosting-'));
  const port = await freePort();
  const child = spawn(program, toArguments(folder, port), {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString('utf8')));
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(
      child,
      port,
      () => said + (existsSync(join(folder, 'error.log')) ? readFileSync(join(folder, 'error.log'), 'utf8') : ''),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return { port, close };
}

/** A site by the name that it answers to. */
export interface NamedSite {
  readonly name: string;
  readonly root: string;
  readonly served: ServedFolder;
}

/** nginx as a child of the test, with no more than its own part around the configurations of one site or of several. */
export const startNginx = (program: string, sites: readonly NamedSite[]): Promise<RunningProgram> =>
  run(program, (folder, port) => {
    mkdirSync(join(folder, 'temp'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/temp/${name};`)
      .join(' ');
    for (const { name, root, served } of sites)
      writeFileSync(join(folder, `${name}.conf`), toNginx(served, { root, name, listen: [`${host}:${port}`] }));
    writeFileSync(
      join(folder, 'nginx'),
      `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log; events {} http { access_log off; ${temporary} include ${folder}/*.conf; }`,
    );
    return ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx')];
  });

export const startCaddy = (program: string, root: string, served: ServedFolder): Promise<RunningProgram> =>
  run(program, (folder, port) => {
    const options = '{\n\tadmin off\n\tauto_https off\n}\n';
    writeFileSync(join(folder, 'Caddyfile'), options + toCaddyfile(served, { root, address: `http://${host}:${port}` }));
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  });
