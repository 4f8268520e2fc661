/** Bodies as trees: Markdown of sources, MDX of topics and questions. Reads structure only; what is right or wrong is for the check. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Place } from './content-file.ts';

export type BodyFormat = 'md' | 'mdx';

/** A body that could not be read as MDX; `place` is relative to the body, from 1. */
export interface BodyProblem {
  readonly message: string;
  readonly place: Place;
}

export type ParsedBody =
  { readonly tree: Root; readonly problem?: undefined } | { readonly tree?: undefined; readonly problem: BodyProblem };

const START: Place = { line: 1, column: 1 };

/** Where a thrown message of the parser points; it carries either a point or a range. */
function placeOf(error: unknown): Place {
  const { line, column, place } = error as { line?: number; column?: number; place?: { start?: Place } & Partial<Place> };
  const point = place?.start ?? place;
  return { line: point?.line ?? line ?? START.line, column: point?.column ?? column ?? START.column };
}

/**
 * The body as an mdast tree with positions, GitHub's additions to Markdown included.
 * Markdown always parses; for MDX that does not, `problem` says why, e.g. `parseBody('<A>', 'mdx').problem?.place.line === 1`.
 */
export function parseBody(body: string, format: BodyFormat): ParsedBody {
  if (format === 'md') return { tree: fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) };
  try {
    return { tree: fromMarkdown(body, { extensions: [gfm(), mdxjs()], mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()] }) };
  } catch (error) {
    return { problem: { message: (error as { reason?: string }).reason ?? (error as Error).message, place: placeOf(error) } };
  }
}

/** Where a node starts, relative to the body, from 1. */
export const startOf = (node: Nodes): Place => ({
  line: node.position?.start.line ?? START.line,
  column: node.position?.start.column ?? START.column,
});
