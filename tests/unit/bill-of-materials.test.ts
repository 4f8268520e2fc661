/** The bill of materials is made from the lockfile alone and holds what it holds. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const { scripts, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'scripts' | 'dependencies',
  Record<string, string>
>;

test('names every package that the build needs, with its version, and is the same twice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bom-'));
  try {
    const texts = ['a.json', 'b.json'].map((name) => {
      const path = join(folder, name);
      const command = (scripts['bom'] ?? '').replace('.cache/bom.cdx.json', path).split(' ').slice(1);
      execFileSync(process.execPath, ['node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js', ...command]);
      return readFileSync(path, 'utf8');
    });
    expect(texts[0]).toBe(texts[1]);
    const { bomFormat, components } = JSON.parse(texts[0] ?? '') as {
      bomFormat: string;
      components: { group?: string; name: string; version: string }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const held = new Map(components.map(({ group, name, version }) => [group ? `${group}/${name}` : name, version]));
    expect(Object.entries(dependencies).filter(([name, version]) => held.get(name) !== version)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
