/** Fields in the order of their schema, as `npm run ingest` writes them. Moves lines and comments whole; writes no YAML of its own. */
import { isMap, isNode, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { FieldPath } from '../../library/content-file.ts';
import type { Collection } from '../../schema/collections.ts';
import { formsAt } from '../field-guide.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: unknown;
}

/** A comment above a field, and one behind it. */
const ABOVE = /#[^\n]*(?:\n[ \t]*(?:#[^\n]*)?)*$/;

const BEHIND = /^[ \t]+#[^\n]*/;

/** The end of what stands in `[start, end)` without the white space after it, and with the comment behind it, but never past `limit`. */
function endOf(yaml: string, start: number, end: number, limit: number): number {
  const trimmed = Math.max(start, yaml.slice(0, Math.min(end, limit)).trimEnd().length);
  return trimmed + (BEHIND.exec(yaml.slice(trimmed, limit))?.[0].length ?? 0);
}

/** Where each pair of a map begins and ends, its comments included: those above it, and the one behind it. `undefined` where that cannot be told. */
function piecesOf(map: YAMLMap, yaml: string, limit: number): Piece[] | undefined {
  const pairs = map.items.map(({ key, value }) => {
    const from = isNode(key) ? key.range?.[0] : undefined;
    const to = (isNode(value) ? value.range?.[1] : undefined) ?? (isNode(key) ? key.range?.[1] : undefined);
    return { name: String((key as { value?: unknown } | null)?.value), value, from, to };
  });
  const pieces: Piece[] = [];
  for (const [index, { name, value, from, to }] of pairs.entries()) {
    if (from === undefined || to === undefined) return undefined;
    let start = from;
    const before = pieces.at(-1);
    if (before && !map.flow) {
      const between = yaml.slice(before.end, from);
      start = from - (ABOVE.exec(between)?.[0].length ?? 0);
    }
    const next = pairs[index + 1]?.from ?? limit;
    const bare = Math.max(from, yaml.slice(0, Math.min(to, limit)).trimEnd().length);
    // An empty value ends before its colon does.
    const colon = /^[ \t]*:(?=\s|$)/.exec(yaml.slice(bare, next))?.[0].length ?? 0;
    const end = map.flow ? bare + colon : endOf(yaml, from, bare + colon, next);
    pieces.push({ start, end, name, value });
  }
  const gaps = pieces.slice(1).map((piece, index) => yaml.slice(pieces[index]?.end, piece.start));
  return gaps.every((gap) => (map.flow ? /^\s*,\s*$/ : /^\s*$/).test(gap)) ? pieces : undefined;
}

/** The order of the form that knows most of the names: a choice between forms may order one field in two ways. */
function orderAt(collection: Collection, path: FieldPath, names: readonly string[]): string[] {
  const orders = formsAt(collection, path).map(({ properties = {} }) => Object.keys(properties));
  const fit = (order: readonly string[]): number => names.filter((name) => order.includes(name)).length;
  return orders.reduce<string[]>((best, order) => (fit(order) > fit(best) ? order : best), []);
}

/** Sorts by the order of the schema; a field that it does not know stays behind the one that it stood behind. */
function inOrder(pieces: readonly Piece[], known: readonly string[]): Piece[] {
  let rank = -1;
  return pieces
    .map((piece) => {
      const at = known.indexOf(piece.name);
      rank = at < 0 ? rank : at;
      return { piece, rank };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ piece }) => piece);
}

/** A node as text, `[from, to)`, with the maps inside it in order. */
function rendered(node: unknown, from: number, to: number, path: FieldPath, yaml: string, collection: Collection): string {
  if (isSeq(node)) {
    let out = '';
    let at = from;
    for (const [index, item] of node.items.entries()) {
      const [start, close] = (isNode(item) ? item.range : undefined) ?? [at, at];
      const end = node.flow ? Math.min(close, to) : endOf(yaml, start, close, to);
      out += yaml.slice(at, start) + rendered(item, start, end, [...path, index], yaml, collection);
      at = end;
    }
    return out + yaml.slice(at, to);
  }
  const pieces = isMap(node) ? piecesOf(node, yaml, to) : undefined;
  if (!pieces) return yaml.slice(from, to);
  const texts = inOrder(
    pieces,
    orderAt(
      collection,
      path,
      pieces.map(({ name }) => name),
    ),
  ).map(({ start, end, name, value }) => {
    const open = isMap(value) || isSeq(value) ? (value.range?.[0] ?? end) : end;
    return yaml.slice(start, open) + rendered(value, open, end, [...path, name], yaml, collection);
  });
  let out = '';
  let at = from;
  for (const [slot, { start, end }] of pieces.entries()) {
    out += yaml.slice(at, start) + (texts[slot] ?? '');
    at = end;
  }
  return out + yaml.slice(at, to);
}

/**
 * YAML with its fields in order, e.g. `title: A\nkind: trial` of a source becomes `kind: trial\ntitle: A`. Fields of free
 * choice, such as the words under `terms`, stay as they are, and so does YAML with a mistake.
 */
export function inKeyOrder(yaml: string, collection: Collection): string {
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length) return yaml;
  return rendered(document.contents, 0, yaml.length, [], yaml, collection);
}
