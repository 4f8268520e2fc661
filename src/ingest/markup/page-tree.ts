/** The document tree of a page, without a browser. The one place that knows which library makes it. */
import { parseHTML } from 'linkedom';
import { toOneLine, toPlainCharacters } from '../plain-text.ts';

/** The document of thin markup, which is whole: `toDocument(thin.html).title`. */
export function toDocument(html: string): Document {
  const { document } = parseHTML(html) as unknown as { document: Document };
  return document;
}

/** The words of an element in plain characters, white space folded, e.g. `wordsOf(heading) === 'How it works'`. */
export const wordsOf = (node: Node | null | undefined): string => toOneLine(toPlainCharacters(node?.textContent ?? ''));
