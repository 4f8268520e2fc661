/** Bodies that strangers could send to do harm, the processors of the build as a test calls them, and a reader of HTML that says what in it is alive. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MarkdownRenderer } from '@astrojs/internal-helpers/markdown';
import { renderJSX } from 'astro/runtime/server/jsx.js';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { pageProcessor, sourceProcessor } from '../../../src/integrations/body-processors.ts';
import hostile from '../../fixtures/hostile/bodies.json' with { type: 'json' };

export { hostile };

/** What Astro hands to a processor; see markdown in astro.config.mjs. */
const shared = { syntaxHighlight: false } as const;
let sources: Promise<MarkdownRenderer> | undefined;

/** The HTML of a source's body, as the build prints it. */
export async function renderSource(body: string): Promise<string> {
  sources ??= Promise.resolve(sourceProcessor().createRenderer(shared));
  return (await (await sources).render(body.trim(), {})).code;
}

const compiled = join('.cache', `hostile-${process.pid}`);
let count = 0;

/** The HTML of a topic's or question's body, as the build prints it; throws where MDX does. Components become `section`. */
export async function renderPage(body: string): Promise<string> {
  const processor = await pageProcessor('tests/fixtures/content');
  const renderer = await processor.createMdxRenderer?.(shared, {
    srcDir: new URL('../../../src/', import.meta.url),
    optimize: false,
    sourcemap: false,
  });
  const result = await renderer?.process(body, '/page.mdx', {});
  await mkdir(compiled, { recursive: true });
  const file = join(compiled, `${(count += 1)}.mjs`);
  await writeFile(file, result?.code ?? '');
  const page = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: (props: object) => unknown };
  return String(await renderJSX({} as never, page.default({ components: { Answer: 'section', BottomLine: 'section' } })));
}

/** Removes what `renderPage` wrote. */
export const dropCompiled = (): Promise<void> => rm(compiled, { recursive: true, force: true });

const quiet = new Set(
  `html head body p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del hr br a img table caption thead tbody tr th td input section sup span`.split(
    ' ',
  ),
);
const still =
  /^(?:href|title|alt|src|id|class|role|start|align|type|checked|disabled|for|aria-label|aria-describedby|data-footnote-ref|data-footnote-backref|data-footnotes|data-source|data-label|scope|data-pagefind-ignore)$/;

function* aliveAt(node: Tree.Element): Iterable<string> {
  if (!quiet.has(node.tagName) || !node.namespaceURI.endsWith('xhtml')) yield `<${node.tagName}>`;
  for (const { name, value } of node.attrs) {
    const url = URL.parse(value, 'https://patency.example/sources/a/');
    if (!still.test(name)) yield `${name}=${value}`;
    else if (
      name === 'href' &&
      (!url || !/^https?:$/.test(url.protocol) || url.username || (url.host !== 'patency.example' && !/^https?:\/\/[^/\\]/i.test(value)))
    )
      yield `${name}=${value}`;
    else if (name === 'src' && (url?.origin !== 'https://patency.example' || !value.startsWith('/'))) yield `${name}=${value}`;
  }
}

/** What could run, load, send or lead away in HTML, as a browser reads it, e.g. `aliveIn('<p onclick=x>')` → `['onclick=x']`. Knows nothing of our own tables. */
export function aliveIn(html: string): string[] {
  const found: string[] = [];
  const open: Tree.Node[] = [parse(`<!doctype html><html><head></head><body>${html}</body></html>`)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) found.push(...aliveAt(node));
    if (node.nodeName === '#comment') found.push('a comment');
    if ('childNodes' in node) open.push(...node.childNodes);
  }
  return found;
}

/** The same body where a parser may read it in another way: in a list, a quotation, a cell, a heading, behind an open quotation mark. */
export function placings(body: string): string[] {
  const lines = body.split('\n');
  return [
    body,
    `Words.\n\n${body}\n\nMore "words\n`,
    lines.map((line, index) => `${index ? '  ' : '- '}${line}`).join('\n'),
    lines.map((line) => `> ${line}`).join('\n'),
    `| a | b |\n|---|---|\n| "x | ${lines.join(' ')} |\n`,
    `## ${lines.join(' ')}\n\nx`,
    `The score is told <"abc\n"def ${body}`,
    `[x]: /topics/ "\n${body}`,
  ];
}
