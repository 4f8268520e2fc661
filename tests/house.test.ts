import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../src/library/from-files.ts';
import { diseaseWords, phrasesOf } from './house/disease-words.ts';
import { surveyHouse, surveyTopLevel } from './house/survey.ts';
import { exceptions, floors } from './house/tables.ts';

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

  it.each(['content', 'tests/fixtures/kidney-stones/content'])('says no word of the disease that %s is about', async (folder) => {
    const { library } = await readContent(folder);
    const phrases = phrasesOf(library);
    expect(phrases.length).toBeGreaterThan(20);
    const files = new Map([...filesBelow('src')].filter(([path]) => !path.endsWith('.css')));
    expect(diseaseWords(files, phrases)).toEqual([]);
  });

  it('has a floor for every room, and three exceptions at most', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(rooms.filter((room) => !floors.flat().includes(room))).toEqual([]);
    expect(exceptions.length).toBeLessThanOrEqual(3);
  });

  it('has nothing at its top that does not belong there, and no path aliases', () => {
    expect(surveyTopLevel(readdirSync(root))).toEqual([]);
    expect(readFileSync(join(root, 'tsconfig.json'), 'utf8')).not.toMatch(/"(?:paths|baseUrl)"/);
  });
});

describe('the surveyor', () => {
  it('names the file, the import and the rule when a border is broken', () => {
    expect(survey({ 'src/evidence/a.ts': "import { b } from '../parts/b.ts';" })).toEqual([
      'src/evidence/a.ts imports `../parts/b.ts`; evidence may import: words, schema, hosting, library.',
    ]);
  });

  it.each([
    ['re-exported', "export { b } from '../parts/b.ts';\nexport const c = 1;"],
    ['dynamic', "export const b = await import('../parts/b.ts');"],
    ['for its effects', "import '../parts/b.ts';"],
    ['of a type', "import type { B } from '../parts/b.ts';"],
    ['of a type in place', "export type B = import('../parts/b.ts').B;"],
  ])('sees an import %s', (_, code) => {
    expect(survey({ 'src/evidence/a.ts': code })).toHaveLength(1);
  });

  it.each([
    ['directly', { a: "import { b } from './b.ts';", b: "import { a } from './a.ts';" }, 'a b a'],
    ['by types alone', { a: "import type { B } from './b.ts';", b: "export type A = import('./a.ts').A;" }, 'a b a'],
    ['through others', { a: "import './b.ts';", b: "import './c.ts';", c: "export const a = import('./a.ts');" }, 'a b c a'],
    ['into which a file outside it leads', { a: "import './b.ts';", b: "import './c.ts';", c: "import './b.ts';" }, 'b c b'],
    ['with itself', { a: "import { a } from './a.ts';" }, 'a a'],
  ])('names a circle once, file by file, when files import each other %s', (_, code, circle) => {
    const files = Object.fromEntries(Object.entries(code).map(([name, text]) => [`src/evidence/${name}.ts`, text]));
    const way = circle.split(' ').map((name) => `src/evidence/${name}.ts`);
    expect(survey(files)).toEqual([
      `${way[0]} imports itself in a circle: ${way.join(' → ')}; move what they share to the lower file or to one of its own.`,
    ]);
  });

  it('names every circle, and no two files that a third imports', () => {
    const both = {
      'src/evidence/a.ts': "import './b.ts';\nimport './c.ts';",
      'src/evidence/b.ts': "import './c.ts';",
      'src/evidence/c.ts': '',
    };
    expect(survey(both)).toEqual([]);
    expect(survey({ ...both, 'src/evidence/b.ts': "import './a.ts';", 'src/evidence/c.ts': "import './a.ts';" })).toHaveLength(2);
  });

  it('refuses a room beside it on the same floor, and a floor above it', () => {
    expect(survey({ 'src/check/a.ts': "import type { b } from '../ingest/b.ts';" })).toHaveLength(1);
    expect(survey({ 'src/parts/a.ts': "import { b } from '../collections/sources/b.ts';" })).toHaveLength(1);
    expect(survey({ 'src/collections/sources/a.ts': "import { b } from '../../parts/b.ts';\nimport { c } from '../terms/c.ts';" })).toEqual(
      [],
    );
  });

  it('keeps the environment from what is a pure function of the library', () => {
    expect(survey({ 'src/evidence/a.ts': "import { site } from '../config.ts';" })).toHaveLength(1);
    expect(survey({ 'src/parts/a.ts': "import { site } from '../config.ts';" })).toEqual([]);
  });

  it('reads the frontmatter and the scripts of Astro files, each by its own rule', () => {
    const astro = (front: string, script: string) =>
      surveyHouse(new Map([['src/site/A.astro', `---\n/** A. */\n${front}\n---\n<p>x</p>\n<script>\n${script}\n</script>\n`]]));
    expect(astro("import type { V } from '../parts/v.ts';\nimport B from './B.astro';", "import { p } from './p.client.ts';")).toEqual([]);
    expect(astro("import { p } from './p.client.ts';", "import { v } from '../parts/v.ts';")).toEqual([
      'src/site/A.astro imports `./p.client.ts`, which runs in a browser; only files that end in `.client.ts` may.',
      'src/site/A.astro imports `../parts/v.ts` in a <script>; what runs in a browser is in files that end in `.client.ts`.',
    ]);
    expect(astro("import { v } from '../parts/v.ts';", '')).toEqual([
      'src/site/A.astro imports `../parts/v.ts`; a component prints what it is handed and imports types, words and figures.',
    ]);
  });

  it('finds a package on its way to a browser, however far down', () => {
    const files = {
      'src/search/a.client.ts': "import './b.ts';",
      'src/search/b.ts': "import { c } from '../schema/c.ts';\nimport type { Node } from 'unist';",
      'src/schema/c.ts': "import { z } from 'zod';",
    };
    expect(survey(files)).toEqual([
      'src/search/a.client.ts → src/search/b.ts → src/schema/c.ts → `zod`: the package would be sent to a browser; search may send: nothing else.',
    ]);
    expect(survey({ 'src/site/a.client.ts': "import { join } from 'node:path';" })).toHaveLength(1);
    expect(survey({ 'src/offline/service.worker.ts': "import { Serwist } from 'serwist';" })).toEqual([]);
  });

  it('keeps packages out of the schema', () => {
    expect(survey({ 'src/schema/a.ts': "import { z } from 'zod';\nimport { parse } from 'yaml';" })).toEqual([
      'src/schema/a.ts imports the package `yaml`; schema may import of packages: zod.',
    ]);
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
    expect(survey({ 'src/evidence/a.ts': code })).toEqual([expect.stringContaining(`src/evidence/a.ts touches ${what}; only `)]);
  });

  it('lets the world in where it belongs', () => {
    const fine = {
      'src/library/from-files.ts': "import { readFile } from 'node:fs/promises';",
      'src/integrations/a.ts': "import { writeFile } from 'node:fs/promises';",
      'src/ingest/a.ts': 'export const a = (fetch: (url: string) => string) => fetch("x");',
      'src/parts/a.ts': "export const a = new Date('2026-01-01');",
      'scripts/a.ts': 'console.log(process.argv);',
    };
    expect(survey(fine)).toEqual([]);
    for (const path of ['src/library/from-files.ts', 'scripts/a.ts'])
      expect(survey({ [path]: "import { writeFile } from 'node:fs/promises';" })).toEqual([
        expect.stringContaining(`${path} touches the disk, writing; only src/library/to-files.ts, `),
      ]);
  });

  it.each([
    ['in a program', 'src/parts/a.ts', "export const a = '/topics/';"],
    ['at the start of a longer one', 'src/parts/a.ts', 'export const a = (id: string) => `/topics/${id}/`;'],
    ['in markup', 'src/parts/A.astro', '---\n/** A. */\n---\n<a href="/search/">Search</a>\n'],
  ])('refuses an address that is spelt %s, and takes a comment on one', (_, path, code) => {
    expect(surveyHouse(new Map([[path, opened(code).replace('/** A room. */\n---', '---')]])).join('\n')).toContain('spells the address');
    expect(survey({ 'src/parts/a.ts': '// `/topics/`\nexport const a = 1;' })).toEqual([]);
  });

  it('does not take words in text and comments for code', () => {
    expect(
      survey({ 'src/evidence/a.ts': "// console.log, Date.now()\nexport const a = \"import x from '../parts/x.ts'; fetch('x')\";" }),
    ).toEqual([]);
  });

  it.each([
    ['src/evidence/utils.ts', 'export const a = 1;', 'says nothing'],
    ['src/lib/a.ts', 'export const a = 1;', 'says nothing'],
    ['src/evidence/types.ts', 'export const a = 1;', 'says nothing'],
    ['src/evidence/index.ts', 'export const a = 1;', 'barrel'],
    ['src/evidence/all.ts', "export * from './a.ts';\nexport { b } from './b.ts';", 'passes on'],
    ['src/evidence/someThing.ts', 'export const a = 1;', 'kebab-case'],
    ['src/parts/some-thing.astro', '', 'PascalCase'],
    ['src/evidence/long.ts', 'export const a = 1;\n'.repeat(250), '251 lines'],
    ['tests/unit/a.test.ts', ['it.', "skip('x');"].join(''), 'repair what it hides'],
  ])('refuses %s', (path, code, because) => {
    expect(survey({ [path]: code }).join('\n')).toContain(because);
  });

  it('refuses one name for two exported types, and knows what is not exported', () => {
    const both = { 'src/evidence/a.ts': 'export interface Row { a: 1 }', 'src/parts/b.ts': 'export type Row = 1;' };
    expect(survey(both)).toEqual(['src/evidence/a.ts and src/parts/b.ts export a type `Row` each; one name, one meaning.']);
    expect(survey({ ...both, 'src/parts/b.ts': 'type Row = 1;\nexport const b: Row = 1;' })).toEqual([]);
  });

  it('asks every file to open with what it does', () => {
    expect(surveyHouse(new Map([['src/evidence/a.ts', 'export const a = 1;\n']]))).toEqual([
      'src/evidence/a.ts does not open with a sentence on what it does and must not do.',
    ]);
  });

  it('knows what belongs at the top of the project', () => {
    expect(surveyTopLevel(['src', '.config', 'LICENSE', 'dist', 'notes.txt'])).toEqual([
      'notes.txt does not belong at the top of the project.',
    ]);
  });
});

describe('a word of a disease', () => {
  const phrases = [
    { text: 'Calf', from: 'vocabulary.yaml' },
    { text: 'caval filter', from: 'terms.yaml' },
    { text: 'CDT', from: 'terms.yaml' },
  ];
  const found = (path: string, text: string): string[] => diseaseWords(new Map([[path, text]]), phrases);

  it.each([
    ['src/a.ts', "export const a = 'The calf.';", 'calf'],
    ['src/a.ts', 'export const a = `${1} Caval filter`;', 'Caval filter'],
    ['src/a.ts', 'export const a = /\\bcalf\\b/;', 'calf'],
    ['src/a.ts', "export const a = { 'caval filter': 1 };", 'caval filter'],
    ['src/A.astro', '---\nconst a = 1;\n---\n\n<p>Try CDT</p>\n', 'CDT'],
    ['src/A.astro', "---\nconst a = 'calf';\n---\n\n<p />\n", 'calf'],
  ])('is found in what %s says: %s', (path, text, word) => {
    expect(found(path, text).join()).toContain(`“${word}”`);
  });

  it.each([
    ['src/a.ts', "/** The calf. */\n// CDT\nexport const calf = 'calfskin';"],
    ['src/a.ts', "import { a } from './calf.ts';\nexport const b: 'calf' = a;"],
    ['src/a.ts', "export const cdt = 'cdt, the caval-filter';"],
    ['src/A.astro', '---\n/** calf */\n---\n\n<!-- calf --><p>{/* calf */}</p>\n'],
  ])('is not taken for one in comments, names of code and other words: %s %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});
