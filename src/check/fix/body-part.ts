/** The body of a page set anew, step by step; a step that would change what it says is left out and named. */
import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseBody, type BodyFormat } from '../../library/body.ts';
import { citationsIn } from '../../library/citations.ts';
import { withEdits, type Edit } from './edit.ts';
import { respelledId } from './id-spelling.ts';
import { setParagraph } from './paragraph.ts';
import { isSameBody } from './same-meaning.ts';
import type { Part } from './part.ts';
import { counted } from '../field-name.ts';

/** Nodes whose white space counts. */
const VERBATIM = new Set(['code', 'inlineCode', 'html', 'break', 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
/** Parents whose lines begin with more than blanks. */
const PREFIXED = new Set(['blockquote', 'footnoteDefinition']);

const offsetsOf = (node: Nodes): [number, number] => [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];

function trailingSpace(body: string, format: BodyFormat): Edit[] {
  const { tree } = parseBody(body, format);
  if (!tree) return [];
  const kept: [number, number][] = [];
  visit(tree, (node: Nodes) => {
    if (VERBATIM.has(node.type)) kept.push(offsetsOf(node));
  });
  return [...body.matchAll(/[ \t]+$/gm)].flatMap(({ index, 0: blank }) =>
    kept.some(([start, end]) => index < end && index + blank.length > start) ? [] : [{ start: index, end: index + blank.length, text: '' }],
  );
}

function paragraphs(body: string, format: BodyFormat): Edit[] {
  const { tree } = parseBody(body, format);
  const edits: Edit[] = [];
  if (!tree) return edits;
  visit(tree, (node: Nodes) => {
    if (PREFIXED.has(node.type)) return SKIP;
    if (node.type !== 'paragraph') return undefined;
    const [start, end] = offsetsOf(node);
    const raw = body.slice(start, end);
    const indent = ' '.repeat((node.position?.start.column ?? 1) - 1);
    const text = setParagraph(node, raw, start, indent);
    if (text !== raw) edits.push({ start, end, text });
    return SKIP;
  });
  return edits;
}

/** Citations of sources in another spelling; one kept for each key that names one source. */
function citedIds(body: string, format: BodyFormat, sources: readonly string[]): (Edit & { from: string })[] {
  const lines = body.split('\n');
  return citationsIn(body, format).flatMap(({ id, line, column }) => {
    const to = respelledId(id, sources);
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column;
    return to !== undefined && body.startsWith(id, start) ? [{ start, end: start + id.length, text: to, from: id }] : [];
  });
}

/** All edits where together they keep the meaning, else those that do so one by one. */
function harmless(body: string, format: BodyFormat, edits: readonly Edit[]): Edit[] {
  if (isSameBody(body, withEdits(body, edits), format)) return [...edits];
  return edits.filter((edit) => isSameBody(body, withEdits(body, [edit]), format));
}

/** The body fixed, e.g. with one sentence to a line. `sources` are the ids that citations may name. A body that cannot be read stays as it is. */
export function fixBody(body: string, format: BodyFormat, sources: readonly string[]): Part {
  const changes: string[] = [];
  const left: string[] = [];
  let text = body;
  const step = (edits: readonly Edit[], changed: (count: number) => string, kept: (count: number) => string): void => {
    const safe = edits.length ? harmless(text, format, edits) : [];
    const next = withEdits(text, safe);
    // Edits that are harmless alone may still do harm together.
    if (safe.length && isSameBody(text, next, format)) {
      text = next;
      changes.push(changed(safe.length));
    } else if (safe.length) left.push(kept(safe.length));
    if (safe.length < edits.length) left.push(kept(edits.length - safe.length));
  };
  if (parseBody(body, format).problem) return { text, changes, left };
  const cited = citedIds(text, format, sources);
  text = withEdits(text, cited);
  for (const { from, text: to } of cited) changes.push(`\`[@${from}]\` → \`[@${to}]\``);
  step(
    trailingSpace(text, format),
    (count) => `trailing space on ${counted(count, 'line')}`,
    (count) => `trailing space on ${counted(count, 'line')}, which carries meaning`,
  );
  step(
    paragraphs(text, format),
    (count) => `one sentence to a line and curly quotes in ${counted(count, 'paragraph')}`,
    (count) => `${counted(count, 'paragraph')} that would have changed ${count === 1 ? 'its' : 'their'} meaning`,
  );
  const end = text.trim() ? `${text.trimEnd()}\n` : '';
  if (end !== text && isSameBody(text, end, format)) {
    text = end;
    changes.push('one line feed at the end');
  }
  return { text, changes, left };
}
