/** Files as the form reads and writes them. What was not changed stays as it was written, so that a reviewer sees the change alone. Pure. */
import { Document, isMap, isNode, isSeq, parseDocument, visit, YAMLSeq, type Node, type YAMLMap } from 'yaml';
import { isOf, type Shape } from './form-shape.ts';
import { tidy } from './form-value.ts';

type Fields = Readonly<Record<string, unknown>>;

const FRONTMATTER = /^---\n([\s\S]*?)\n?---(?:\n+([\s\S]*))?$/;
const written = { lineWidth: 0, singleQuote: true } as const;
const read = { schema: 'core', keepSourceTokens: false } as const;

// Keys in another order are no harm: the entry is then set anew from its parts, each of which is kept.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const valueOf = (node: unknown, document: Document): unknown => (node as Node | null)?.toJS(document) ?? null;

/** The entry that a changed one was before: the same id, else the one in the same place. */
function earlierOf(item: unknown, index: number, seq: YAMLSeq, document: Document): unknown {
  const id = (item as { id?: unknown } | null)?.id;
  return id === undefined ? seq.items[index] : seq.items.find((node) => (valueOf(node, document) as { id?: unknown } | null)?.id === id);
}

function keepList(seq: YAMLSeq, value: readonly unknown[], document: Document): YAMLSeq {
  const free = [...seq.items];
  // An empty list is written `[]`; its first entry begins a list proper.
  if (!free.length) seq.flow = false;
  const apart = isNode(free[1]) && free[1].spaceBefore === true;
  seq.items = value.map((item, index) => {
    const at = free.findIndex((node) => same(valueOf(node, document), item));
    if (at >= 0) return free.splice(at, 1)[0];
    const node = keep(earlierOf(item, index, seq, document), item, document);
    if (apart && index > 0 && isNode(node)) node.spaceBefore = true;
    return node;
  });
  return seq;
}

function keepMap(map: YAMLMap, value: Fields, document: Document): YAMLMap {
  const before = new Map(map.items.map((pair) => [String(valueOf(pair.key, document)), pair]));
  map.items = Object.entries(value).map(([key, part]) => {
    const pair = before.get(key);
    if (!pair) return document.createPair(key, part);
    pair.value = keep(pair.value, part, document);
    return pair;
  });
  return map;
}

/** A value as a node: the earlier node, as far as it holds the same. */
function keep(earlier: unknown, value: unknown, document: Document): unknown {
  if (earlier && same(valueOf(earlier, document), value)) return earlier;
  if (isSeq(earlier) && Array.isArray(value)) return keepList(earlier, value, document);
  if (isMap(earlier) && typeof value === 'object' && value !== null && !Array.isArray(value))
    return keepMap(earlier, value as Fields, document);
  return document.createNode(value);
}

/** What the form calls the way in which files of a collection are written, e.g. `source-frontmatter`; it holds the ending of the name against that of the file. */
export const toFormatName = (collection: string, ending: string): string => (ending === '.yaml' ? collection : `${collection}-frontmatter`);

/** A document as text. A list on one line is written `[a, b]` and fields on one line `{ a: b }`, as everywhere in content. */
function toText(document: Document): string {
  visit(document, {
    Seq: (_, node) => {
      if (node.flow)
        node.toString = (context, ...rest) =>
          YAMLSeq.prototype.toString.call(node, context && { ...context, flowCollectionPadding: '' }, ...rest);
    },
  });
  return document.toString(written);
}

/** YAML for a value, in the style of the earlier YAML where that holds the same, comments included. */
export function toYaml(value: unknown, earlier = ''): string {
  const document = parseDocument(earlier, read);
  if (document.errors.length) return toText(new Document(value, { schema: 'core' }));
  document.contents = keep(document.contents, value, document) as Node as never;
  return toText(document);
}

/** What the form is given of a file: the list that it holds, or its fields with the body as `body`. */
export function fromFile(text: string, shape: Shape): unknown {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (isOf(shape, 'array')) return parseDocument(plain, read).toJS() ?? [];
  const [, yaml = '', body = ''] = FRONTMATTER.exec(plain) ?? ['', '', plain];
  return { ...(parseDocument(yaml, read).toJS() as Fields | null), body: body.trimEnd() };
}

/** The text of a file, e.g. `---\nkind: trial\n…---\n\n## What it is\n`. `earlier` is the text that it replaces, if there is one. */
export function toFile(value: unknown, shape: Shape, earlier = ''): string {
  if (isOf(shape, 'array')) return toYaml(tidy(value, shape) ?? [], earlier);
  const { body = '', ...fields } = value as Fields;
  const yaml = toYaml(tidy(fields, shape) ?? {}, FRONTMATTER.exec(earlier)?.[1]);
  const prose = String(body).replace(/\r\n?/g, '\n').trim();
  return `---\n${yaml}---\n${prose ? `\n${prose}\n` : ''}`;
}

/** A file that was read, with what it holds taken apart, so that it is found again by what it has in common with a value. */
export interface ReadFile {
  readonly text: string;
  readonly parts: ReadonlySet<string>;
}

/** The parts of a value: entries of a list, or fields with what they hold. */
export const partsOf = (value: unknown): ReadonlySet<string> =>
  new Set((Array.isArray(value) ? value : Object.entries((value ?? {}) as Fields)).map((part: unknown) => JSON.stringify(part)));

/** Of the files that were read, the text of the one that a value most likely changes: the one that it has most in common with. */
export function earlierText(value: unknown, files: Iterable<ReadFile>): string | undefined {
  const wanted = partsOf(value);
  let [best, most] = [undefined as string | undefined, 0];
  for (const { text, parts } of files) {
    const shared = [...parts].filter((part) => wanted.has(part)).length;
    // A collection that is one file has no other text to be; of many files, one that shares little is another work.
    const alike = Array.isArray(value) || shared * 2 > Math.max(parts.size, wanted.size);
    if (alike && shared >= most) [best, most] = [text, shared];
  }
  return best;
}
