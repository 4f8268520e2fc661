/**
 * Files as the form reads and writes them: keys in the order of the schema, nothing empty, numbers as numbers. What was not changed
 * stays as it was written, so that a reviewer sees the change alone. Pure.
 */
import { Document, isMap, isNode, isSeq, parseDocument, visit, YAMLSeq, type Node, type YAMLMap } from 'yaml';
import { isOf, membersOf, toShape, formCollections, type Shape } from './form-shape.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { fileSchema } from '../schema/schemas.ts';
import { noVocabulary } from '../schema/vocabulary.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumeric = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** The member of a union that a value means: the one whose fixed words it has, else all of them as one. */
function memberFor(shape: Shape, value: Fields): Shape {
  const members = membersOf(shape).filter((member) => member.properties);
  if (members.length < 2) return members[0] ?? shape;
  const fixed = (member: Shape): [string, Shape][] =>
    Object.entries(member.properties ?? {}).filter(([, part]) => typeof part.const === 'string');
  const meant = members.find((member) => fixed(member).length > 0 && fixed(member).every(([key, part]) => value[key] === part.const));
  return meant ?? { properties: Object.assign({}, ...members.map((member) => member.properties)) as Record<string, Shape> };
}

function tidyFields(value: Fields, shape: Shape): Fields | undefined {
  const { properties, additionalProperties } = memberFor(shape, value);
  const keys = [...new Set([...Object.keys(properties ?? {}), ...Object.keys(value)])];
  const inner = typeof additionalProperties === 'object' ? additionalProperties : {};
  const kept = keys.map((key) => [key, tidy(value[key], properties?.[key] ?? inner)] as const).filter(([, part]) => part !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/** A switch that was left alone says nothing, and so is not written down. */
const isUnsaid = (value: boolean, shape: Shape): boolean =>
  shape.const === undefined ? value === (shape.default ?? false) : value !== shape.const;

/**
 * A value of the form as its shape wants it; undefined for what holds nothing.
 * Example: `tidy({ note: '', by: ' a ' }, shape)` is `{ by: 'a' }`, and a P value `'0.56'` becomes the number.
 */
export function tidy(value: unknown, shape: Shape): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return isUnsaid(value, shape) ? undefined : value;
  if (typeof value === 'string') {
    const text = value.replace(/\s*\n\s*/g, ' ').trim();
    if (text === '') return undefined;
    const wantsNumber = membersOf(shape).some((member) => (isOf(member, 'number') || isOf(member, 'integer')) && !isOf(member, 'string'));
    return wantsNumber && isNumeric(text) ? Number(text) : text;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => tidy(item, shape.items ?? {})).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  return isFields(value) ? tidyFields(value, shape) : value;
}

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
interface ReadFile {
  readonly text: string;
  readonly parts: ReadonlySet<string>;
}

/** The parts of a value: entries of a list, or fields with what they hold. */
const partsOf = (value: unknown): ReadonlySet<string> =>
  new Set((Array.isArray(value) ? value : Object.entries((value ?? {}) as Fields)).map((part: unknown) => JSON.stringify(part)));

/** Of the files that were read, the text of the one that a value most likely changes: the one that it has most in common with. */
function earlierText(value: unknown, files: Iterable<ReadFile>): string | undefined {
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

interface FormFormat {
  readonly collection: Collection;
  /** Name by which the configuration calls it, e.g. `source-frontmatter`. */
  readonly name: string;
  /** Ending of the files without its dot. */
  readonly extension: string;
  readonly fromFile: (text: string) => unknown;
  readonly toFile: (value: unknown) => string;
}

/** The format of one collection. It remembers what it has read, so that a changed file keeps the style of what was not changed. */
export function toFormFormat(collection: Collection): FormFormat {
  const { ending } = collections[collection];
  const shape = toShape(fileSchema(collection, noVocabulary));
  const files = new Map<string, ReadFile>();
  return {
    collection,
    name: toFormatName(collection, ending),
    extension: ending.slice(1),
    fromFile: (text) => {
      const value = fromFile(text, shape);
      files.set(text, { text, parts: partsOf(value) });
      return value;
    },
    toFile: (value) => toFile(value, shape, earlierText(value, files.values())),
  };
}

/** The formats of all collections that are filled in by form. */
export const formFormats = (): FormFormat[] =>
  formCollections.filter(([, { use }]) => use === 'form').map(([collection]) => toFormFormat(collection));
