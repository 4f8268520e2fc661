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
