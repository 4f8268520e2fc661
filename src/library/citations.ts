/**
 * Citation keys in bodies (`[@id]`, `[@id, p. 3; @other]`, `[-@id]`, `[see @id]`), and whether rehype-citation 2.3.2 prints them:
 * it leaves what it skips as text and says nothing. Ids are not looked up here.
 */
import type { Nodes, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody, startOf, type BodyFormat } from './body.ts';
import type { Place } from './content-file.ts';

export interface Citation {
  readonly id: string;
  /** What stands after the comma, e.g. `p. 3`. */
  readonly locator?: string;
  /** Of the `@`, relative to the body, from 1. */
  readonly line: number;
  readonly column: number;
  /** False when it would stand on the page as typed, or lose its locator. */
  readonly renders: boolean;
  /** Why it does not render, as the end of "is not rendered: ", e.g. `it stands in bold`. */
  readonly reason?: string;
}

const BRACKETS = /\[([^[\]]*@[^[\]]+)\]/gu;
const KEY = /(?<![\p{L}\d_.])@([\p{L}\d_](?:[^\s{;,\]]*[\p{L}\d_])?)/gu;
const PART = /^(?<prefix>[^@]*)@(?<id>[\p{L}\d_](?:[^\s{;,\]]*[\p{L}\d_])?)(?<rest>[\s\S]*)$/u;
const LABEL =
  /^(?:(?:pp?|ll?|nn?|no|col|fig|chap|para|pt|sec|sect|vol)\.|¶|§|(?:page|chapter|column|figure|line|note|number|paragraph|part|section|volume)\b)?\s*\d+(?:\s*[-–,]\s*\d+)*(?:,\s[\s\S]*)?$/iu;

/** The parents whose text the engine passes over, in words. Others come out as p, li, td, th or a component, which it reads. */
const skipped: Readonly<Record<string, string>> = {
  emphasis: 'it stands in italics',
  strong: 'it stands in bold',
  delete: 'it stands in struck-out text',
  heading: 'it stands in a heading',
  link: 'it stands in the text of a link',
  linkReference: 'it stands in the text of a link',
};

interface Found {
  readonly id: string;
  readonly locator?: string;
  /** Offset of the `@` in the text. */
  readonly at: number;
  readonly reason?: string;
}

function readPart(part: string, at: number): Found[] {
  const match = PART.exec(part)?.groups;
  if (!match) return [];
  const { prefix = '', id = '', rest = '' } = match;
  const locator = /^\s*,\s*([\s\S]*\S)\s*$/u.exec(rest)?.[1];
  const found = { id, at: at + prefix.length, ...(locator === undefined ? {} : { locator }) };
  const others = [...rest.matchAll(KEY)].map(([text, other]) => ({
    id: other ?? '',
    at: at + part.length - rest.length + rest.indexOf(text),
    reason: 'a second key follows without a semicolon',
  }));
  let reason: string | undefined;
  if (id.length < 2) reason = 'a key has at least two characters';
  else if (others.length) reason = 'a second key follows it without a semicolon';
  else if (/^,\S/u.test(rest)) reason = 'there is no space after the comma';
  else if (locator === undefined && /[^\s,.]/u.test(rest)) reason = 'there is no comma between the key and what follows it';
  else if (locator !== undefined && !LABEL.test(locator))
    reason = `the locator \`${locator}\` is not a number with or without a label such as \`p. 3\``;
  return [reason ? { ...found, reason } : found, ...others];
}

/** All keys in one run of text, in order. */
function keysIn(value: string): Found[] {
  const found: Found[] = [];
  let rest = value;
  for (const match of value.matchAll(BRACKETS)) {
    let at = match.index + 1;
    for (const part of (match[1] ?? '').split(';')) {
      const keys = readPart(part, at);
      found.push(...keys);
      if (!keys.length && found.length && /\S/.test(part)) found.push({ id: part.trim(), at, reason: 'it has no `@`' });
      at += part.length + 1;
    }
    rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
  }
  for (const match of rest.matchAll(KEY)) {
    const open = rest.lastIndexOf('[', match.index) > rest.lastIndexOf(']', match.index);
    const reason = open ? 'its brackets do not close within the same plain text' : 'it stands without brackets';
    found.push({ id: match[1] ?? '', at: match.index, reason });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Place of the n-th `@` of a text node: the value has lost escapes and line prefixes, so the `@`s are counted in the source. */
function placeAt(body: string, node: Text, at: number): Place {
  const start = node.position?.start;
  if (start?.offset === undefined) return startOf(node);
  const before = node.value.slice(0, at).split('@').length - 1;
  const slice = body.slice(start.offset, node.position?.end.offset);
  let index = slice.indexOf('@');
  for (let i = 0; i < before && index >= 0; i += 1) index = slice.indexOf('@', index + 1);
  if (index < 0) return startOf(node);
  const lines = slice.slice(0, index).split('\n');
  const last = lines[lines.length - 1] ?? '';
  return { line: start.line + lines.length - 1, column: lines.length > 1 ? last.length + 1 : start.column + last.length };
}

const toCitation = (found: Found, place: Place, parent?: string): Citation => {
  const reason = parent ?? found.reason;
  const base = { id: found.id, ...(found.locator === undefined ? {} : { locator: found.locator }), ...place, renders: !reason };
  return reason ? { ...base, reason } : base;
};

/** Keys in attributes and in definitions, where nothing could render. */
function hidden(node: Nodes): Citation[] {
  if (node.type === 'image' || node.type === 'imageReference') {
    return keysIn(node.alt ?? '').map((found) => toCitation(found, startOf(node), 'it stands in the description of a picture'));
  }
  const label = node.type === 'definition' ? node.label : undefined;
  const reason = 'a key in brackets and a colon at the start of a line make the address of a link';
  return label?.startsWith('@') ? keysIn(`[${label}]`).map((found) => toCitation(found, startOf(node), reason)) : [];
}

/** Citations in a tree that `parseBody` made of `body`, in order of appearance. */
export function citationsInTree(tree: Nodes, body: string): Citation[] {
  const citations: Citation[] = [];
  visit(tree, (node, _, parent) => {
    if (node.type !== 'text') citations.push(...hidden(node));
    else if (node.value.includes('@')) {
      const keys = keysIn(node.value);
      citations.push(...keys.map((found) => toCitation(found, placeAt(body, node, found.at), skipped[parent?.type ?? ''])));
    }
  });
  return citations;
}

/**
 * The citations of a body, in order of appearance, e.g. `citationsIn('So [@a-2020-b, p. 3].', 'mdx')` gives one with
 * `id: 'a-2020-b'`, `locator: 'p. 3'`, line 1, column 5. A body that does not parse has none; the check reports it.
 */
export function citationsIn(body: string, format: BodyFormat): Citation[] {
  if (!body.includes('@')) return [];
  const { tree } = parseBody(body, format);
  return tree ? citationsInTree(tree, body) : [];
}
