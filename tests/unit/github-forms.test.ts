/** What people meet on GitHub: forms, templates, owners and the page for contributors, each of which must hold. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { collections } from '../../src/schema/collections.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const inFolder = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const { scripts } = JSON.parse(read('package.json')) as Readonly<Record<'scripts', Record<string, string>>>;
const commandsIn = (text: string): string[] => [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');

describe('forms for issues', () => {
  const forms = inFolder('.github/ISSUE_TEMPLATE').filter((path) => !path.endsWith('config.yml'));

  test.each(forms)('%s has what GitHub asks of a form', (path) => {
    const form = parse(read(path)) as {
      name: string;
      description: string;
      body: { type: string; id?: string; attributes: Record<string, unknown> }[];
    };
    expect([form.name, form.description].every((text) => text.length > 3)).toBe(true);
    expect(form.body.filter(({ type }) => !['markdown', 'input', 'textarea', 'dropdown', 'checkboxes'].includes(type))).toEqual([]);
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(fields.filter(({ id, attributes }) => !/^[\w-]+$/.test(id ?? '') || typeof attributes.label !== 'string')).toEqual([]);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { attributes } of fields.filter(({ type }) => type === 'dropdown')) {
      const options = attributes.options as unknown[];
      expect(options.every((one) => typeof one === 'string')).toBe(true);
      expect(new Set(options).size).toBe(options.length);
    }
  });

  test('are chosen from a page that is valid as well', () => {
    expect(parse(read('.github/ISSUE_TEMPLATE/config.yml'))).toEqual({ blank_issues_enabled: true });
  });
});

describe('templates for requests', () => {
  const templates = ['.github/PULL_REQUEST_TEMPLATE.md', ...inFolder('.github/PULL_REQUEST_TEMPLATE')];

  test.each(templates)('%s asks first how it helps readers', (path) => {
    expect(read(path)).toMatch(/^## How does this help readers\?\n/);
    expect(read(path)).toContain('npm run validate');
  });

  test('are the three that are named where they are chosen', () => {
    const named = [...read('.github/PULL_REQUEST_TEMPLATE.md').matchAll(/&template=([\w-]+\.md)/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(readdirSync('.github/PULL_REQUEST_TEMPLATE').sort());
  });
});

describe('CODEOWNERS', () => {
  const lines = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

  test('names places that are there, or will be with their first file', () => {
    const folders = Object.values(collections).map(({ path }) => `/content/${path}/`);
    const places = lines.map((line) => line.split(/\s+/)[0] ?? '');
    expect(places.filter((place) => !existsSync(place.slice(1)) && !folders.includes(place))).toEqual([]);
  });

  test('covers code and MDX, and leaves sources to anyone', () => {
    const places = lines.map((line) => line.split(/\s+/)[0]);
    expect(places).toEqual(
      expect.arrayContaining(['/src/', '/content/topics/', '/content/questions/', '/content/people.yaml', '/content/approvals/']),
    );
    expect(places.filter((place) => place === '*' || place?.startsWith('/content/sources'))).toEqual([]);
  });

  test('has nobody in it but people, teams or addresses', () => {
    const owners = lines.flatMap((line) => line.split(/\s+/).slice(1));
    expect(owners.filter((owner) => !/^(?:@[\w-]+(?:\/[\w-]+)?|\S+@\S+\.\S+)$/.test(owner))).toEqual([]);
  });
});

describe('the guide to the settings', () => {
  const nobody = read('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#') && !/\s\S*@/.test(line));

  test('says that nobody is named as long as that is so, and the command lists where', () => {
    expect(read('.github/SETTINGS.md').includes('**Nobody is named today**')).toBe(nobody.length > 0);
    const { status, stdout } = spawnSync(process.execPath, ['scripts/github.ts', 'owners'], { encoding: 'utf8' });
    expect(status).toBe(nobody.length > 0 ? 1 : 0);
    expect(nobody.filter((place) => !stdout.includes(`  ${place}\n`))).toEqual([]);
  });

  test('says whose name belongs behind each line of CODEOWNERS', () => {
    expect(read('.github/CODEOWNERS')).toMatch(/(?:\n# An? (?:clinician|medical editor|maintainer)[^\n]*\n(?:\/[^\n]*\n)+)+$/);
  });

  test.each(['SETTINGS.md', 'SECURITY.md'])('%s leads to files and calls commands that are there', (name) => {
    const text = read(`.github/${name}`);
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s#]+)/g)].map(([, href]) => href ?? '');
    expect(links.filter((href) => !existsSync(join('.github', href)))).toEqual([]);
    expect(commandsIn(text).filter((one) => !(one in scripts))).toEqual([]);
  });
});

describe('CONTRIBUTING', () => {
  const text = read('.github/CONTRIBUTING.md');

  test('calls only commands that are there', () => {
    expect(commandsIn(text).filter((name) => !(name in scripts))).toEqual([]);
    expect(commandsIn(text)).toEqual(expect.arrayContaining(['ingest', 'anchor', 'validate', 'diff', 'dev']));
  });

  test('fits on one screen', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(45);
  });

  test('leads to files, forms and templates that are there', () => {
    const links = [...text.matchAll(/\]\((\.\.\/[^)\s]+)\)/g)].map(([, href]) => href ?? '');
    const form = /^\.\.\/\.\.\/\.\.\/issues\/new\?template=(.+)$/;
    const missing = links.filter((href) => {
      const name = form.exec(href)?.[1];
      return !existsSync(name ? `.github/ISSUE_TEMPLATE/${name}` : join('.github', href));
    });
    expect(missing).toEqual([]);
    expect(text).toContain('&template=new-source.md');
  });
});
