import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formPolicy, sitePolicy } from '../../../src/hosting/policy.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'patency-configurations-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const run = (env: Record<string, string>, ...args: string[]): void => {
  execFileSync(process.execPath, ['scripts/hosting.ts', '--out', out, ...args], { env: { ...process.env, ...env }, stdio: 'pipe' });
};
const read = (name: string): string => readFileSync(join(out, name), 'utf8');

it('writes a configuration of each server for the site and for the form, each with its name, folder and policy', () => {
  const repository = 'https://github.com/owner/name';
  run({ SITE_URL: 'https://clots.example', FORM_URL: 'https://edit.clots.example/', REPOSITORY_URL: repository }, '--root', '/srv/clots');
  expect(readdirSync(out).sort()).toEqual(['Caddyfile', 'form-Caddyfile', 'form-nginx.conf', 'nginx.conf']);
  expect(read('nginx.conf')).toContain('    server_name clots.example;\n    root "/srv/clots";\n');
  expect(read('Caddyfile')).toContain('\nclots.example {\n\troot * `/srv/clots`\n');
  expect(read('form-nginx.conf')).toContain('    server_name edit.clots.example;\n    root "/srv/patency-form";\n');
  for (const name of ['nginx.conf', 'Caddyfile']) {
    expect(read(name)).toContain(sitePolicy.header);
    expect(read(`form-${name}`)).toContain(formPolicy(repository).header);
    expect(read(`form-${name}`)).not.toContain(sitePolicy.header);
  }
});

it('writes one for both where the form stands beside the pages', () => {
  run({ FORM_URL: '/admin/' });
  expect(readdirSync(out).sort()).toEqual(['Caddyfile', 'nginx.conf']);
  expect(read('nginx.conf')).toContain('~^/admin/ "base-uri');
});

it('refuses a folder that could say something else in a configuration', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/hosting.ts', '--out', out, '--root', '/srv/a; }'], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('`--root` is `/srv/a; }`, expected an absolute folder of letters, digits, dots, hyphens and slashes.');
});

it('takes a port in place of the host of the site in what Caddy is told, and nothing that could say something else', () => {
  run({ SITE_URL: 'https://clots.example/' }, '--address', ':8080');
  expect(read('Caddyfile')).toMatch(/^:8080 \{$/m);
  expect(read('form-Caddyfile')).toMatch(/^form\.clots\.example \{$/m);
  const { stderr } = spawnSync(process.execPath, ['scripts/hosting.ts', '--out', out, '--address', 'a { }'], { encoding: 'utf8' });
  expect(stderr).toContain('`--address` is `a { }`, expected a host, a port such as `:8080`, or both.');
});
