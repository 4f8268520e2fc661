/** Where a field stands: reads the YAML of one file again, with positions. Only for files with an issue, so that clean content is fast. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ContentFile, FieldPath, Place } from '../library/content-file.ts';

export type Locator = (field: FieldPath, at?: 'key' | 'value') => Place;

const childOf = (node: unknown, step: string | number): { key?: Node; value: unknown } | undefined => {
  if (isMap(node)) {
    const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
    return pair ? { key: pair.key as Node, value: pair.value } : undefined;
  }
  const items = (node as { items?: readonly unknown[] } | null)?.items;
  const value = typeof step === 'number' ? items?.[step] : undefined;
  return value === undefined ? undefined : { value };
};

const offsetOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

/**
 * A function from field to place in the whole file, e.g. `locatorOf(file)(['findings', 1, 'question'])`.
 * Of a field that is not there it gives the nearest thing around it; it never throws.
 */
export function locatorOf(file: ContentFile): Locator {
  const counter = new LineCounter();
  const document: Document = parseDocument(file.yaml, { lineCounter: counter, prettyErrors: false, schema: 'core', logLevel: 'silent' });
  return (field, at = 'value') => {
    let node: unknown = document.contents;
    let offset = offsetOf(node);
    for (const [index, step] of field.entries()) {
      const child = childOf(node, step);
      if (!child) break;
      const key = offsetOf(child.key);
      const last = index === field.length - 1;
      offset = (last && at === 'key' ? key : undefined) ?? offsetOf(child.value) ?? key ?? offset;
      // A field asked for inside this one may be missing: then the name of this one is what the editor looks for.
      if (!last && key !== undefined && !childOf(child.value, field[index + 1] ?? '')) offset = key;
      node = child.value;
    }
    if (offset === undefined) return { line: file.yamlLine, column: 1 };
    const { line, col } = counter.linePos(offset);
    return { line: line + file.yamlLine - 1, column: col };
  };
}
