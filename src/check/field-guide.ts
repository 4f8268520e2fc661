/** What a schema says about its fields: names, descriptions, closed lists. Read off the JSON Schema, once for each noun. */
import { z } from 'zod';
import type { FieldPath } from '../library/content-file.ts';
import { nouns, type Noun } from '../schema/nouns.ts';

interface Node {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

const roots = new Map<Noun, Node>();

function rootOf(noun: Noun): Node {
  const known = roots.get(noun);
  if (known) return known;
  const root = z.toJSONSchema(nouns[noun].schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node;
  roots.set(noun, root);
  return root;
}

/** A node and, where it is a choice, each of its forms. */
const forms = (node: Node): Node[] => [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(forms)];

const down = (nodes: readonly Node[], step: string | number): Node[] =>
  nodes.flatMap((node) => {
    const open = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
    const next = typeof step === 'number' ? node.items : (node.properties?.[step] ?? open);
    return next ? forms(next) : [];
  });

const nodesAt = (noun: Noun, path: FieldPath): Node[] => path.reduce<Node[]>(down, forms(rootOf(noun)));

/** The sentence that tells an editor what a field is for, e.g. `describedAs('source', ['title']) === 'Title as published.'`. */
export const describedAs = (noun: Noun, path: FieldPath): string | undefined =>
  nodesAt(noun, path).find((node) => node.description)?.description;

/** Names of the fields that may stand at a path, e.g. those of a finding for `['findings', 0]`. */
export const fieldsAt = (noun: Noun, path: FieldPath): string[] => [
  ...new Set(nodesAt(noun, path).flatMap((node) => Object.keys(node.properties ?? {}))),
];

/** The words that a closed list allows at a path, e.g. the kinds of topic for `['kind']`; empty where any text will do. */
export const wordsAt = (noun: Noun, path: FieldPath): string[] => [
  ...new Set(nodesAt(noun, path).flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])].map(String))),
];
