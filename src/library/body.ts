/**
 * Texts as trees: MDX of topics and questions with the parser that prints them, and Markdown where no page is printed from
 * it or no native program runs; how a source is printed, `source-markdown.ts` tells. Reads structure only.
 */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { visit } from 'unist-util-visit';
import type { Place } from './content-file.ts';

export type BodyFormat = 'md' | 'mdx';

/** The code of an expression, as the parser leaves it on the node. */
interface Program {
  readonly body: readonly { readonly expression?: { readonly type: string; readonly value?: unknown } }[];
}

/** A body that could not be read as MDX; `place` is relative to the body, from 1. */
export interface BodyProblem {
  readonly message: string;
  readonly place: Place;
}

export type ParsedBody =
  { readonly tree: Root; readonly problem?: undefined } | { readonly tree?: undefined; readonly problem: BodyProblem };

// Made once: putting them together costs more than reading a short body.
const markdown = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
const mdx = { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] };

const START: Place = { line: 1, column: 1 };

/** What a thrown message of the parser says and where it points: it carries a point, a range, or only the range in its text. */
function problemOf(error: unknown): BodyProblem {
  const { line, column, place, reason, message } = error as {
    place?: { start?: Place } & Partial<Place>;
    reason?: string;
  } & Partial<Place> &
    Error;
  const text = reason ?? message;
  const range = / ?\((\d+):(\d+)-\d+:\d+\)/;
  const written = range.exec(text);
  const point = place?.start ?? place;
  return {
    message: text.replace(range, ''),
    place: {
      line: point?.line ?? line ?? Number(written?.[1] ?? START.line),
      column: point?.column ?? column ?? Number(written?.[2] ?? START.column),
    },
  };
}

/**
 * The body as an mdast tree with positions, GitHub's additions to Markdown included.
 * Markdown always parses; for MDX that does not, `problem` says why, e.g. `parseBody('<A>', 'mdx').problem?.place.line === 1`.
 */
export function parseBody(body: string, format: BodyFormat): ParsedBody {
  if (format === 'md') return { tree: fromMarkdown(body, markdown) };
  try {
    return { tree: fromMarkdown(body, mdx) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** Where a node starts, relative to the body, from 1. */
export const startOf = (node: Nodes): Place => ({
  line: node.position?.start.line ?? START.line,
  column: node.position?.start.column ?? START.column,
});

/** The addresses of references by name. Of two with one name the first counts, as it does where the page is printed. */
export function definitionsOf(tree: Nodes): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!addresses.has(identifier)) addresses.set(identifier, url);
  });
  return addresses;
}

/** What an expression prints where nothing is computed: `{'text'}`, `{12}`, and nothing for `{/* a comment *\/}`; else undefined. */
export function literalOf(node: object): string | undefined {
  const { estree } = (node as { data?: { estree?: Program } }).data ?? {};
  const [first, second] = estree?.body ?? [];
  if (!estree || second) return undefined;
  if (!first) return '';
  const { type, value } = first.expression ?? {};
  return type === 'Literal' && (typeof value === 'string' || typeof value === 'number') ? String(value) : undefined;
}
