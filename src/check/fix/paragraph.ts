/** One paragraph of a body set anew: one sentence to a line, curly quotation marks. Its markup, code, links and citations keep their bytes. */
import type { Nodes, Paragraph } from 'mdast';
import { visit, SKIP } from 'unist-util-visit';
import { curled } from './curly-quotes.ts';
import { sentenceStarts } from './sentences.ts';

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
export function setParagraph(paragraph: Paragraph, raw: string, offset: number, indent: string): string {
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
