/** Finds the article on a page: by Mozilla's Readability, or by the landmark of a page too large to be weighed. */
import { Readability } from '@mozilla/readability';
import { wordsOf } from './page-tree.ts';

/** Readability weighs every paragraph several times over; beyond this many characters of thin markup that takes too long. */
const LARGE = 1_000_000;
const FEWEST = 200;
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

/** The element that holds the article. Changes the document; `size` is that of its markup. */
export function findMainPart(document: Document, size: number): Element {
  if (size > LARGE) return byLandmark(document);
  const copy = document.cloneNode(true) as Document;
  try {
    const read = new Readability<Element>(copy, {
      charThreshold: FEWEST,
      serializer: (node) => node as Element,
      disableJSONLD: true,
    }).parse();
    if (read?.content && wordsOf(read.content).length >= FEWEST) return read.content;
  } catch (error) {
    // It calls itself for every line break in a row; a page of thousands of them is read by its landmark.
    if (!(error instanceof RangeError)) throw error;
  }
  return byLandmark(document);
}
