import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { surveyHouse, surveyTopLevel } from './house/survey.ts';
import { roomTable } from './house/tables.ts';

const root = new URL('..', import.meta.url).pathname;

function filesBelow(...folders: string[]): Map<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|astro|css|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
  );
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const opened = (code: string): string => `/** A room. */\n${code}`;
const survey = (files: Record<string, string>): string[] =>
  surveyHouse(new Map(Object.entries(files).map(([path, code]) => [path, opened(code)])));

describe('the house', () => {
  it('keeps its borders, its names and its sizes', () => {
    expect(surveyHouse(filesBelow('src', 'scripts', 'tests'))).toEqual([]);
  });

  it('has a row for every room', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(rooms.filter((room) => !(room in roomTable) && room !== 'styles')).toEqual([]);
  });

  it('has nothing at its top that does not belong there, and no path aliases', () => {
    expect(surveyTopLevel(readdirSync(root))).toEqual([]);
    expect(readFileSync(join(root, 'tsconfig.json'), 'utf8')).not.toMatch(/"(?:paths|baseUrl)"/);
  });
});

describe('the surveyor', () => {
  it('names the file, the import and the rule when a border is broken', () => {
    expect(survey({ 'src/graph/a.ts': "import { b } from '../views/b.ts';" })).toEqual([
      'src/graph/a.ts imports `../views/b.ts`; graph may import: words, schema, library.',
    ]);
  });

  it.each([
    ['re-exported', "export { b } from '../views/b.ts';\nexport const c = 1;"],
    ['dynamic', "export const b = await import('../views/b.ts');"],
    ['for its effects', "import '../views/b.ts';"],
    ['of a type', "import type { B } from '../views/b.ts';"],
    ['of a type in place', "export type B = import('../views/b.ts').B;"],
  ])('sees an import %s', (_, code) => {
    expect(survey({ 'src/graph/a.ts': code })).toHaveLength(1);
  });

  it.each([
    ['directly', { a: "import { b } from './b.ts';", b: "import { a } from './a.ts';" }, 'a b a'],
    ['by types alone', { a: "import type { B } from './b.ts';", b: "export type A = import('./a.ts').A;" }, 'a b a'],
    ['through others', { a: "import './b.ts';", b: "import './c.ts';", c: "export const a = import('./a.ts');" }, 'a b c a'],
    ['into which a file outside it leads', { a: "import './b.ts';", b: "import './c.ts';", c: "import './b.ts';" }, 'b c b'],
    ['with itself', { a: "import { a } from './a.ts';" }, 'a a'],
  ])('names a circle once, file by file, when files import each other %s', (_, code, circle) => {
    const files = Object.fromEntries(Object.entries(code).map(([name, text]) => [`src/graph/${name}.ts`, text]));
    const way = circle.split(' ').map((name) => `src/graph/${name}.ts`);
    expect(survey(files)).toEqual([
      `${way[0]} imports itself in a circle: ${way.join(' → ')}; move what they share to the lower file or to one of its own.`,
    ]);
  });

  it('names every circle, and no two files that a third imports', () => {
    const both = { 'src/graph/a.ts': "import './b.ts';\nimport './c.ts';", 'src/graph/b.ts': "import './c.ts';", 'src/graph/c.ts': '' };
    expect(survey(both)).toEqual([]);
    expect(survey({ ...both, 'src/graph/b.ts': "import './a.ts';", 'src/graph/c.ts': "import './a.ts';" })).toHaveLength(2);
  });

  it('tells types from values where only types may pass', () => {
    const code = (what: string) => survey({ 'src/exports/a.ts': `import ${what} from '../graph/b.ts';` });
    expect([code('type { B }'), code('{ type B }')]).toEqual([[], []]);
    expect(code('{ b, type B }')).toEqual([
      'src/exports/a.ts imports `../graph/b.ts`; exports may import: words, schema, library (types), graph (types), views, site.',
    ]);
  });

  it('lets in the one file that a room may use of another, and not its neighbour', () => {
    expect(survey({ 'src/browser/a.ts': "import { u } from '../views/urls.ts';" })).toEqual([]);
    expect(survey({ 'src/browser/a.ts': "import { u } from '../views/page.ts';" })).toHaveLength(1);
    expect(
      survey({ 'src/pages/a.ts': "import { l } from '../library/from-astro.ts';\nimport { m } from '../library/body.ts';" }),
    ).toHaveLength(1);
  });

  it('reads the frontmatter and the scripts of Astro files, each by its own rule', () => {
    const astro = (front: string, script: string) =>
      survey({ 'src/components/A.astro': '' })
        .concat(
          surveyHouse(new Map([['src/components/A.astro', `---\n/** A. */\n${front}\n---\n<p>x</p>\n<script>\n${script}\n</script>\n`]])),
        )
        .filter((sentence) => sentence.includes('imports'));
    expect(astro("import type { V } from '../views/v.ts';", "import { p } from '../browser/p.ts';")).toEqual([]);
    expect(astro("import { p } from '../browser/p.ts';", "import { v } from '../views/v.ts';")).toEqual([
      'src/components/A.astro imports `../browser/p.ts`; components may import: words, views (types), figures, components, schema (types).',
      'src/components/A.astro imports `../views/v.ts` in a <script>; a <script> in components may import: browser.',
    ]);
  });

  it('keeps packages out of the schema and of the browser', () => {
    expect(survey({ 'src/schema/a.ts': "import { z } from 'zod';\nimport { parse } from 'yaml';" })).toEqual([
      'src/schema/a.ts imports the package `yaml`; schema may import of packages: zod.',
    ]);
    expect(survey({ 'src/browser/a.ts': "import x from 'zod';" })).toHaveLength(1);
  });

  it.each([
    ['Astro’s virtual modules', "import { getCollection } from 'astro:content';"],
    ['the disk', "import { readFile } from 'node:fs/promises';"],
    ['the network', "export const a = () => fetch('/x');"],
    ['the network', 'export const a = globalThis.fetch;'],
    ['sockets', "import { createServer } from 'node:http';"],
    ['threads', "import { Worker } from 'node:worker_threads';"],
    ['the clock', 'export const a = new Date();'],
    ['the clock', 'export const a = Date.now();'],
    ['the environment', 'export const a = globalThis.process?.env;'],
    ['the mode of Astro', 'export const a = import.meta.env.DEV;'],
    ['chance', 'export const a = Math.random();'],
    ['arguments, console or exit code', "console.log('x');"],
    ['arguments, console or exit code', 'process.exitCode = 1;'],
  ])('says who may touch %s: %s', (what, code) => {
    expect(survey({ 'src/graph/a.ts': code })).toEqual([expect.stringContaining(`src/graph/a.ts touches ${what}; only `)]);
  });

  it('lets the world in where it belongs', () => {
    const fine = {
      'src/library/from-files.ts': "import { readFile } from 'node:fs/promises';",
      'src/integrations/a.ts': "import { writeFile } from 'node:fs/promises';",
      'src/ingest/a.ts': 'export const a = (fetch: (url: string) => string) => fetch("x");',
      'src/views/a.ts': "export const a = new Date('2026-01-01');",
      'scripts/a.ts': 'console.log(process.argv);',
    };
    expect(survey(fine)).toEqual([]);
    for (const path of ['src/library/from-files.ts', 'scripts/a.ts'])
      expect(survey({ [path]: "import { writeFile } from 'node:fs/promises';" })).toEqual([
        expect.stringContaining(`${path} touches the disk, writing; only src/library/to-files.ts, `),
      ]);
  });

  it('does not take words in text and comments for code', () => {
    expect(
      survey({ 'src/graph/a.ts': "// console.log, Date.now()\nexport const a = \"import x from '../views/x.ts'; fetch('x')\";" }),
    ).toEqual([]);
  });

  it.each([
    ['src/graph/utils.ts', 'export const a = 1;', 'says nothing'],
    ['src/lib/a.ts', 'export const a = 1;', 'says nothing'],
    ['src/graph/types.ts', 'export const a = 1;', 'says nothing'],
    ['src/graph/index.ts', 'export const a = 1;', 'barrel'],
    ['src/graph/all.ts', "export * from './a.ts';\nexport { b } from './b.ts';", 'passes on'],
    ['src/graph/someThing.ts', 'export const a = 1;', 'kebab-case'],
    ['src/components/some-thing.astro', '', 'PascalCase'],
    ['src/graph/long.ts', 'export const a = 1;\n'.repeat(250), '251 lines'],
    ['tests/unit/a.test.ts', ['it.', "skip('x');"].join(''), 'repair what it hides'],
  ])('refuses %s', (path, code, because) => {
    expect(survey({ [path]: code }).join('\n')).toContain(because);
  });

  it('asks every file to open with what it does', () => {
    expect(surveyHouse(new Map([['src/graph/a.ts', 'export const a = 1;\n']]))).toEqual([
      'src/graph/a.ts does not open with a sentence on what it does and must not do.',
    ]);
  });

  it('knows what belongs at the top of the project', () => {
    expect(surveyTopLevel(['src', '.config', 'LICENSE', 'dist', 'notes.txt'])).toEqual([
      'notes.txt does not belong at the top of the project.',
    ]);
  });
});
