/** Reads SVG text back for tests: its elements with attributes and words, in order. */
import { parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly Drawn[];
}

const textOf = (node: Node): string =>
  'data' in node ? node.data : 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';

const toDrawn = (node: Node): Drawn[] => {
  if (!('children' in node) || !('attribs' in node)) return [];
  const inside = node.children.flatMap((child) => toDrawn(child));
  return [{ name: node.name, attributes: node.attribs, text: textOf(node), inside }, ...inside];
};

/** All elements of an SVG, parents before children. Throws when it is not one whole `<svg>`. */
export function readSvg(svg: string): readonly Drawn[] {
  const all = parseDocument(svg, { xmlMode: true }).children.flatMap((child) => toDrawn(child));
  if (all[0]?.name !== 'svg' || !svg.endsWith('</svg>')) throw new Error(`Expected one <svg>, found ${svg.slice(0, 60)}`);
  return all;
}

/** A place such as `37.4%` as a number. Throws when it is none. */
export function percentOf(drawn: Drawn, attribute: string): number {
  const match = /^(-?[\d.]+)%$/.exec(drawn.attributes[attribute] ?? '');
  if (!match) throw new Error(`${attribute} of <${drawn.name}> is ${String(drawn.attributes[attribute])}, expected a percentage`);
  return Number(match[1]);
}

export const ofClass = (drawn: readonly Drawn[], name: string): Drawn[] =>
  drawn.filter(({ attributes }) => attributes['class']?.split(' ').includes(name));
