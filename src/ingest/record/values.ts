/** Reads records in JSON and XML whose shape somebody else promised: what is missing or of another type is `undefined`, never an error. */
import { toPartialDate } from '../dates.ts';
import { toRecordText, toScript } from '../plain-text.ts';
import { Parser } from 'htmlparser2';

export type Json = Readonly<Record<string, unknown>>;

/** True for an object with fields, e.g. `{ a: 1 }`; false for a list. */
export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a text holds, e.g. `parseJson('{"a":1}')`; undefined for anything else, broken JSON included. */
export function parseJson(text: string | undefined): Json | undefined {
  if (text === undefined || !/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What stands at a path, e.g. `valueAt({ a: [{ b: 1 }] }, 'a', 0, 'b') === 1`. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof key === 'number') at = Array.isArray(at) ? at[key] : undefined;
    else at = isJson(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

/** The object at a path, or an empty one. */
export function objectAt(value: unknown, ...path: readonly (string | number)[]): Json {
  const at = valueAt(value, ...path);
  return isJson(at) ? at : {};
}

/** The objects of the list at a path; anything else in it is left out. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): Json[] {
  const at = valueAt(value, ...path);
  return Array.isArray(at) ? at.filter(isJson) : [];
}

/** The text at a path, numbers as text, trimmed; undefined when there is none, e.g. `textAt({ volume: 7 }, 'volume') === '7'`. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const at = valueAt(value, ...path);
  const text = typeof at === 'string' || typeof at === 'number' ? String(at).trim() : '';
  return text || undefined;
}

/** The same without the markup of journals and encoded signs; undefined when nothing is left. */
export function cleanAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const text = textAt(value, ...path);
  return (text && toRecordText(text)) || undefined;
}

/** The date at a path, as Crossref writes it in `date-parts`, e.g. `{ 'date-parts': [[2019, 3]] }` is `2019-03`. */
export function datePartsAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const parts = valueAt(value, ...path, 'date-parts', 0);
  return toPartialDate(textAt(parts, 0), textAt(parts, 1), textAt(parts, 2));
}

/** The texts of the list at a path. */
export function textsAt(value: unknown, ...path: readonly (string | number)[]): string[] {
  const at = valueAt(value, ...path);
  return Array.isArray(at) ? at.flatMap((one) => textAt(one) ?? []) : [];
}

/** What the snapshot of a record keeps. */
export const toJsonSnapshot = (value: unknown, indent = 1): { readonly bytes: Uint8Array; readonly ending: '.json' } => ({
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, indent)}\n`),
  ending: '.json',
});

/** A copy without some of its fields, for snapshots: counters that change daily would make every record look changed. */
export const without = (value: Json, ...keys: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text inside, in order. */
  readonly text: string;
  /** Where the element starts and ends in the XML text. */
  readonly from: number;
  readonly to: number;
}

type Growing = { -readonly [Key in keyof Omit<XmlNode, 'children'>]: XmlNode[Key] } & { readonly children: XmlNode[] };

/** PubMed nests a dozen levels. What lies deeper keeps its text and loses its elements. */
const DEEPEST = 40;
const HOPELESS = 1000;
const PIECE = 16 * 1024;

/** The elements at the top of an XML text, e.g. `parseXml('<a><b>c</b></a>')[0]?.children[0]?.text === 'c'`. Broken XML gives what can be told. */
export function parseXml(xml: string): readonly XmlNode[] {
  const root: Growing = { name: '', attributes: {}, children: [], text: '', from: 0, to: xml.length };
  const open: Growing[] = [root];
  let tooDeep = 0;
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length > DEEPEST) tooDeep += 1;
        else open.push({ name, attributes, children: [], text: '', from: parser.startIndex, to: xml.length });
      },
      ontext: (text) => {
        const last = open.at(-1);
        if (last) last.text += text;
      },
      onclosetag: () => {
        if (tooDeep > 0) tooDeep -= 1;
        else if (open.length > 1) {
          const done = open.pop() as Growing;
          const parent = open.at(-1) as Growing;
          done.to = parser.endIndex + 1;
          const script = /^(su[bp])(?:er)?(?:script)?$/.exec(done.name === 'style' ? (done.attributes['face'] ?? '') : done.name)?.[1];
          parent.text += script === undefined ? done.text : toScript(done.text, script as 'sub' | 'sup');
          parent.children.push(done);
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // The parser takes time with the square of the depth: what nests without end is not read to its end.
  for (let at = 0; at < xml.length && tooDeep < HOPELESS; at += PIECE) parser.write(xml.slice(at, at + PIECE));
  parser.end();
  return root.children;
}

/** The children of that name, one path step after the other, e.g. `nodesAt(article, 'AuthorList', 'Author')`. */
export function nodesAt(node: XmlNode | undefined, ...path: readonly string[]): XmlNode[] {
  let at = node ? [node] : [];
  for (const name of path) at = at.flatMap((each) => each.children.filter((child) => child.name === name));
  return at;
}

/** The first child of that name along a path. */
export const nodeAt = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined => nodesAt(node, ...path)[0];

/** Text at a path, white space folded; undefined when there is none. */
export const textIn = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined =>
  nodeAt(node, ...path)
    ?.text.replace(/\s+/g, ' ')
    .trim() || undefined;
