/** XML as a small tree of names, attributes and text. Built without recursion and no deeper than records are, so that no nesting can hurt. */
import { Parser } from 'htmlparser2';

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
          parent.text += done.text;
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
