/**
 * The body of a source as the tree that Astro prints it from: the same parser with the same features, so that what is
 * judged is what readers get. Needs a native program; what runs in the browser reads by `body.ts`.
 */
import { markdownToMdast, type Features } from 'satteri';
import type { Root } from 'mdast';
import type { Place } from './content-file.ts';

/** What is Markdown in a source. All is said here, so that no default of Astro says it differently. */
export const sourceFeatures = {
  gfm: true,
  smartPunctuation: true,
  frontmatter: false,
  math: false,
  headingAttributes: false,
  directive: false,
  superscript: false,
  subscript: false,
  wikilinks: false,
  definitionList: false,
  rawHtml: false,
} as const satisfies Features;

export interface SourceTree {
  /** Places in it are relative to `text`. */
  readonly tree: Root;
  /** What is printed: Astro trims a body before it reads it, so that an indented first line is no code. */
  readonly text: string;
  /** The place in the body of a place in the tree. */
  readonly toBody: (place: Place) => Place;
}

/** Reads the body of a source, e.g. `readSource('\n\n  <b>').toBody({ line: 1, column: 1 })` → `{ line: 3, column: 3 }`. Never throws. */
export function readSource(body: string): SourceTree {
  const text = body.trim();
  const lead = body.slice(0, body.length - body.trimStart().length).split('\n');
  const [lines, indent] = [lead.length - 1, lead.at(-1)?.length ?? 0];
  return {
    tree: markdownToMdast(text, { features: sourceFeatures }) as Root,
    text,
    toBody: ({ line, column }) => ({ line: line + lines, column: line === 1 ? column + indent : column }),
  };
}
