/** The document tree of a page, made without a browser: the element that holds the article, and the blocks under an element as saved text has them. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from '../block.ts';
import { toOneLine, toPlainCharacters } from '../plain-text.ts';

/** The document of thin markup, which is whole: `toDocument(thin.html).title`. */
export function toDocument(html: string): Document {
  const { document } = parseHTML(html) as unknown as { document: Document };
  return document;
}

/** The words of an element in plain characters, white space folded, e.g. `wordsOf(heading) === 'How it works'`. */
export const wordsOf = (node: Node | null | undefined): string => toOneLine(toPlainCharacters(node?.textContent ?? ''));

/** Readability weighs every paragraph several times over; beyond this many characters of thin markup that takes too long. */
const LARGE = 1_000_000;
const FEWEST = 200;
/** Readability is content with so many characters, and else with the best that it found. */
const SHORT = 500;
const LANDMARKS = ['article', '[role="main"]', 'main', '[itemprop="articleBody"]'];
const BOILERPLATE =
  'nav, aside, footer, header nav, form, [hidden], [aria-hidden="true"], [role="navigation"], [role="dialog"], [aria-modal="true"]';

/** The largest element of the first landmark that the page has, without what stands around articles. */
function byLandmark(document: Document): Element {
  for (const name of LANDMARKS) {
    const all = [...document.querySelectorAll(name)].map((one) => ({ one, length: wordsOf(one).length }));
    const largest = all.toSorted((a, b) => b.length - a.length)[0];
    if (largest && largest.length >= FEWEST) return withoutBoilerplate(largest.one);
  }
  return withoutBoilerplate(document.body);
}

function withoutBoilerplate(element: Element): Element {
  for (const one of element.querySelectorAll(BOILERPLATE)) one.remove();
  return element;
}

interface MainPart {
  readonly main: Element;
  /** The line that names the writer, as the page prints it. */
  readonly byline?: string;
}

/** The element that holds the article. Changes the document; `size` is that of its markup. */
export function findMainPart(document: Document, size: number): MainPart {
  if (size > LARGE) return { main: byLandmark(document) };
  const copy = document.cloneNode(true) as Document;
  try {
    const read = new Readability<Element>(copy, { serializer: (node) => node as Element, disableJSONLD: true }).parse();
    const byline = toPlainCharacters(read?.byline ?? '').trim();
    const named = byline ? { byline } : {};
    const length = read?.content ? wordsOf(read.content).length : 0;
    if (read?.content && length >= SHORT) return { main: read.content, ...named };
    // It came to no end that contents itself: a box may have been taken, beside an article in lists.
    const landmark = byLandmark(document);
    const larger = wordsOf(landmark).length > length * 3;
    return { main: read?.content && length >= FEWEST && !larger ? read.content : landmark, ...named };
  } catch (error) {
    // It calls itself for every line break in a row; a page of thousands of them is read by its landmark.
    if (!(error instanceof RangeError)) throw error;
  }
  return { main: byLandmark(document) };
}

const PROSE = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form header hr html main nav p pre section summary table tbody td tfoot th thead tr ul ol menu'.split(
    ' ',
  ),
);
const ELEMENT = 1;
const TEXT = 3;

interface Collector {
  readonly blocks: Block[];
  words: string;
}

function flush(into: Collector, kind: Block['kind']): void {
  const text = toOneLine(toPlainCharacters(into.words));
  into.words = '';
  if (text) into.blocks.push({ kind, text });
}

function walk(element: Element, into: Collector, kind: 'prose' | 'item'): void {
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT) into.words += node.nodeValue ?? '';
    if (node.nodeType !== ELEMENT) continue;
    const child = node as Element;
    const name = child.localName;
    if (/^h[1-6]$/.test(name)) {
      flush(into, kind);
      into.words = child.textContent ?? '';
      flush(into, 'heading');
    } else if (name === 'li') {
      flush(into, kind);
      walk(child, into, 'item');
      flush(into, 'item');
    } else if (name === 'td' || name === 'th') {
      if (into.words.trim()) into.words += ' | ';
      walk(child, into, kind);
    } else if (name === 'br') into.words += ' ';
    else if (PROSE.has(name)) {
      const own = name === 'dd' ? 'item' : kind;
      flush(into, kind);
      walk(child, into, own);
      flush(into, own);
    } else walk(child, into, kind);
  }
}

/** The blocks under an element in order, e.g. of `<h2>How</h2><ul><li>It holds</li></ul>` a heading and an item. The tree is shallow: see thin-markup. */
export function toPageBlocks(element: Element): Block[] {
  const into: Collector = { blocks: [], words: '' };
  walk(element, into, 'prose');
  flush(into, 'prose');
  return into.blocks;
}
