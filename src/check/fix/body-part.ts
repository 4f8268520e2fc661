/**
 * The body of a page set anew, step by step: one sentence to a line, curly quotation marks. A step that would change what it says is
 * left out and named; markup, code, links and citations keep their bytes.
 */
import type { Nodes, Root, Paragraph } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseBody, type BodyFormat } from '../../library/body.ts';
import { citationsInTree } from '../../library/citations.ts';
import { withEdits, type Edit, type FixPart } from './edit.ts';
import { respelledId, curled, sentenceStarts } from './spelling.ts';
import { isSameBody } from './same-meaning.ts';
import { formatCount } from '../../words/phrase.ts';

/** A sign of markup, which a reader does not see; and a sign of what must not be touched, which a reader sees as a word. */
const MARKUP = '\u0000';
const KEPT = 'x';
/** What would begin a list, a heading, a quotation, a table, a tag or an import at the start of a line. */
const BLOCK_START = /^(?:[-+*](?:\s|$)|[>|=~<{:]|#{1,6}(?:\s|$)|`{3}|-{3}|\d+[.)](?:\s|$)|(?:import|export)\b|\[[^\]]*\]:)/;
const CITATION = /\[[^[\]]*@[^[\]]*\]/g;
const ESCAPE = /\\.|&[#\w]+;/g;

/** The paragraph letter for letter, as far as it is plain text; the rest as `MARKUP` or `KEPT`. */
function maskOf(paragraph: Paragraph, raw: string, offset: number): string[] {
  const mask = Array.from({ length: raw.length }, () => MARKUP);
  const fill = (from: number, to: number, char?: string): void => {
    for (let at = from; at < to; at += 1) mask[at] = char ?? raw[at] ?? KEPT;
  };
  visit(paragraph, (node: Nodes) => {
    if (node === paragraph || node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') return undefined;
    const from = (node.position?.start.offset ?? offset) - offset;
    const to = (node.position?.end.offset ?? offset) - offset;
    if (node.type !== 'text') {
      fill(from, to, KEPT);
      return SKIP;
    }
    fill(from, to);
    for (const pattern of [CITATION, ESCAPE]) {
      for (const match of raw.slice(from, to).matchAll(pattern)) fill(from + match.index, from + match.index + match[0].length, KEPT);
    }
    return undefined;
  });
  // The indent of a line that begins with markup belongs to no node.
  return mask.map((char, at) => (char === MARKUP && /\s/.test(raw[at] ?? '') ? (raw[at] ?? char) : char));
}

const hasBreak = (paragraph: Paragraph): boolean => {
  let found = false;
  visit(paragraph, 'break', () => void (found = true));
  return found;
};

/**
 * The paragraph set anew. `raw` is its text, `offset` where that starts in the body, `indent` what stands before its other
 * lines. One with hard line breaks keeps its lines. Example: `A "b".⏎C. D.` becomes `A “b”.⏎C.⏎D.`
 */
function setParagraph(paragraph: Paragraph, raw: string, offset: number, indent: string): string {
  const mask = maskOf(paragraph, raw, offset);
  const masked = mask.join('');
  const quoted = curled(masked, { isSeen: (char) => char !== MARKUP });
  const set = raw.split('').map((char, index) => (mask[index] === MARKUP || mask[index] !== char ? char : (quoted[index] ?? char)));
  if (hasBreak(paragraph)) return set.join('');
  // Closing markup stands behind a stop as a closing quotation mark would.
  const starts = new Set(sentenceStarts(masked.replaceAll(MARKUP, '"')).filter((start) => !BLOCK_START.test(raw.slice(start))));
  let out = '';
  for (let at = 0; at < set.length;) {
    const blank = /^\s+/.exec(masked.slice(at))?.[0] ?? '';
    if (!blank) {
      out += set[at] ?? '';
      at += 1;
      continue;
    }
    at += blank.length;
    out += starts.has(at) ? `\n${indent}` : blank.includes('\n') ? ' ' : blank;
  }
  return out;
}

/** Nodes whose white space counts. */
const VERBATIM = new Set(['code', 'inlineCode', 'html', 'break', 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
/** Parents whose lines begin with more than blanks. */
const PREFIXED = new Set(['blockquote', 'footnoteDefinition']);

const offsetsOf = (node: Nodes): [number, number] => [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];

function trailingSpace(body: string, tree: Root): Edit[] {
  if (!/[ \t]$/m.test(body)) return [];
  const kept: [number, number][] = [];
  visit(tree, (node: Nodes) => {
    if (VERBATIM.has(node.type)) kept.push(offsetsOf(node));
  });
  return [...body.matchAll(/[ \t]+$/gm)].flatMap(({ index, 0: blank }) =>
    kept.some(([start, end]) => index < end && index + blank.length > start) ? [] : [{ start: index, end: index + blank.length, text: '' }],
  );
}

function paragraphs(body: string, tree: Root): Edit[] {
  const edits: Edit[] = [];
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
function citedIds(body: string, tree: Root, sources: readonly string[]): (Edit & { from: string })[] {
  const lines = body.split('\n');
  return citationsInTree(tree, body).flatMap(({ id, line, column }) => {
    const to = respelledId(id, sources);
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column;
    return to !== undefined && body.startsWith(id, start) ? [{ start, end: start + id.length, text: to, from: id }] : [];
  });
}

/** All edits where together they keep the meaning, else as many as do, taken in one by one. */
function harmless(body: string, format: BodyFormat, edits: readonly Edit[]): readonly Edit[] {
  if (isSameBody(body, withEdits(body, edits), format)) return edits;
  return edits.reduce<Edit[]>((safe, edit) => (isSameBody(body, withEdits(body, [...safe, edit]), format) ? [...safe, edit] : safe), []);
}

/** One kind of edit: what it would do, what is said when it was done, and when it would have changed what the body says. */
interface Step {
  readonly find: (body: string, tree: Root) => readonly Edit[];
  readonly done: (count: number) => string;
  readonly left: (count: number) => string;
}

const steps: readonly Step[] = [
  {
    find: trailingSpace,
    done: (count) => `trailing space on ${formatCount(count, 'line')}`,
    left: (count) => `trailing space on ${formatCount(count, 'line')}, which carries meaning`,
  },
  {
    find: paragraphs,
    done: (count) => `one sentence to a line and curly quotes in ${formatCount(count, 'paragraph')}`,
    left: (count) => `${formatCount(count, 'paragraph')} that would have come to say something else`,
  },
];

/** The body fixed, e.g. with one sentence to a line. `sources` are the ids that citations may name. A body that cannot be read stays as it is. */
export function fixBody(body: string, format: BodyFormat, sources: readonly string[]): FixPart {
  const changes: string[] = [];
  const left: string[] = [];
  let { tree } = parseBody(body, format);
  if (!tree) return { text: body, changes, left };
  const cited = citedIds(body, tree, sources);
  let text = withEdits(body, cited);
  for (const { from, text: to } of cited) changes.push(`\`[@${from}]\` → \`[@${to}]\``);
  for (const { find, done, left: kept } of steps) {
    tree = text === body ? tree : (parseBody(text, format).tree ?? tree);
    const edits = find(text, tree);
    const safe = edits.length ? harmless(text, format, edits) : [];
    if (safe.length) changes.push(done(safe.length));
    if (safe.length < edits.length) left.push(kept(edits.length - safe.length));
    text = withEdits(text, safe);
  }
  const end = text.trim() ? `${text.trimEnd()}\n` : '';
  if (end !== text && isSameBody(text, end, format)) {
    text = end;
    changes.push('one line feed at the end');
  }
  return { text, changes, left };
}
