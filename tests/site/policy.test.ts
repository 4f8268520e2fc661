/** What the built site says of itself to any host: a policy in every page, and no form for editors. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { sitePolicy } from '../../src/hosting/policy.ts';
import { compressible, isWithheld, otherType, typeOf } from '../../src/hosting/responses.ts';

const folder = inject('siteFolder');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
const pages = files.filter((file) => /html?$/.test(file)).map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }));

/** Elements of a page up to its policy, e.g. `['html', 'head', 'meta charset']`, and how many policies it has. */
function readPolicies(html: string): { before: string[]; policies: string[] } {
  const before: string[] = [];
  const policies: string[] = [];
  const parser = new Parser({
    onopentag: (name, { charset, ...attributes }) => {
      if (attributes['http-equiv']?.toLowerCase() === 'content-security-policy') policies.push(attributes['content'] ?? '');
      else if (policies.length === 0) before.push(charset === undefined ? name : `${name} charset`);
    },
  });
  parser.end(html);
  return { before, policies };
}

describe('every built page', () => {
  test('carries the policy once, redirects and the page for wrong addresses too, and nothing stands before it that could load', () => {
    expect(pages.length).toBeGreaterThan(300);
    expect(pages.filter(({ html }) => /http-equiv="?refresh/.test(html)).length).toBeGreaterThan(0);
    const faults = pages.filter(({ html }) => {
      const { before, policies } = readPolicies(html);
      return policies.join() !== sitePolicy.meta || before.some((name) => !['html', 'head', 'meta charset'].includes(name));
    });
    expect(faults.map(({ file }) => file)).toEqual([]);
  });

  test('pays less than 300 bytes for it', () => {
    const sent = (text: string): number => gzipSync(text, { level: 9 }).length;
    const costs = pages.map(({ html }) => sent(html) - sent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')));
    expect(Math.max(...costs)).toBeLessThan(300);
    expect(Math.min(...costs)).toBeGreaterThan(0);
  });
});

describe('the built site', () => {
  test('has no form for editors, and no page that leads to one', () => {
    expect(existsSync(join(folder, 'admin'))).toBe(false);
    expect(pages.filter(({ html }) => /href="[^"]*\/admin\//.test(html)).map(({ file }) => file)).toEqual([]);
  });

  test('has a type for every file that is no part of the search', () => {
    const untyped = files.filter((file) => typeOf(file) === otherType && !/\.(?:pf_\w+|pagefind|br|gz)$|^\/_headers$/.test(file));
    expect(untyped).toEqual([]);
  });

  test('has twins beside its text, of which no list and no index knows', () => {
    const twins = files.filter((file) => /\.(?:br|gz)$/.test(file));
    expect(twins.length).toBeGreaterThan(600);
    expect(twins.filter((file) => !compressible.some((ending) => file.replace(/\.(?:br|gz)$/, '').endsWith(`.${ending}`)))).toEqual([]);
    const lists = ['/offline/pages.json', '/service-worker.js', '/addresses.json'].map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(lists.filter((text) => /\.(?:br|gz|part)\b|_headers/.test(text))).toEqual([]);
    expect(files.filter(isWithheld).filter((file) => !twins.includes(file))).toEqual(['/_headers']);
  });
});
