/** What it takes to add a collection: the compiler is given a row that nobody has seen to, and must name every place that has to. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = new URL('../../..', import.meta.url).pathname;
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
  ts.sys,
  root,
);

/** Types of what Vite hands in, e.g. `import.meta.env`. */
const astro = join(root, 'node_modules/astro/client.d.ts');
/** Reads modules that have types only once Astro has made them. */
const made = 'src/library/load.ts';
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join(root, 'src', path));

type Edit = readonly [path: string, words: string, instead: string];

const ROW = `case: { ...folder, many: 'cases', path: 'cases', ending: '.mdx', ids: 'case', approved: ['title'] },`;
const row: readonly Edit[] = [
  ['src/schema/collections.ts', "  term: '/glossary/',", "  term: '/glossary/',\n  case: '/cases/',"],
  ['src/schema/collections.ts', '    section: { ...list,', `    ${ROW}\n    section: { ...list,`],
];
/** A schema is a schema: that of questions will do. */
const schema: Edit = ['src/schema/schemas.ts', '  question,\n', '  question,\n  case: question,\n'];

/** The files of `src` that no longer compile with these edits; the disk is left alone. Throws where an edit finds nothing to change. */
function brokenBy(edits: readonly Edit[], files = sources): string[] {
  const texts = new Map<string, string>();
  for (const [path, words, instead] of edits) {
    const text = texts.get(path) ?? ts.sys.readFile(join(root, path)) ?? '';
    if (text.split(words).length !== 2) throw new Error(`\`${words}\` does not stand once in ${path}.`);
    texts.set(
      path,
      text.replace(words, () => instead),
    );
  }
  const host = ts.createCompilerHost(options);
  host.readFile = (path) => texts.get(path.slice(root.length)) ?? ts.sys.readFile(path);
  const program = ts.createProgram({ rootNames: [...files, astro], options: { ...options, noEmit: true }, host });
  return files
    .filter((path) => program.getSemanticDiagnostics(program.getSourceFile(path)).length > 0)
    .map((path) => path.slice(root.length))
    .filter((path) => path !== made);
}

test('a row without a schema is refused where the schemas are', () => {
  expect(brokenBy(row, [join(root, 'src/schema/schemas.ts')])).toEqual(['src/schema/schemas.ts']);
});

test('a collection with a schema is asked for what each collection has of its own, and for nothing else', () => {
  expect(brokenBy([...row, schema])).toEqual([
    'src/evidence/citations.ts', // which sources it uses
    'src/evidence/freshness.ts', // what makes it stale
    'src/exports/llms-txt.ts', // what a language model is told of it
    'src/exports/page-markdown.ts', // how its page reads as Markdown
    'src/search/ranking.client.ts', // how much it weighs among what search finds
    'src/site/preview.ts', // what its card shows
    'src/evidence/approval/statement.ts', // what it prints of other files
  ]);
});
