/** The reference list of a page and the links that cite it. Takes the list out of the tree and turns the links into printed marks. */
import { isReferenceHeading } from '../block.ts';
import { toRaised, toScript } from '../plain-text.ts';
import { toReferences } from '../citation-mark.ts';
import type { PrintedReference } from '../raw-article.ts';
import { wordsOf } from './page-tree.ts';

export interface PageReferences {
  readonly references: readonly PrintedReference[];
  /** Where the links and the list contradict each other, as whole sentences. */
  readonly doubts: readonly string[];
}

const GROUP = /^[[(]?\s*(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*[\])]?$/;
/** How sites name the entries of a reference list. */
const NAMED = /^#(?:.*[-_:.])?(?:ref|refs|reference|references|bib|cite|cit|cite_note|footnote|fn|en|b|cr|r)[-_:.]?\d+/i;
const SERVICE =
  /^(?:↩.*|↑.*|\^|\[?(?:pubmed(?: central)?|pmc|google scholar|crossref|cross ?ref|medline|web of science|scopus|doi|full text|view (?:article|in article)|article|abstract|open url|cas|free full text)\]?)$/i;
const LISTS = 'ol, ul, dl';
const MOST_NAMED = 5;

/** The list that stands under a heading for references, else one whose own name says what it is. */
function findList(document: Document): { list: Element; heading?: Element } | undefined {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) =>
    isReferenceHeading(wordsOf(one).replace(/[:*]+$/, '')),
  );
  for (const heading of headings.reverse()) {
    for (let at: Element | null = heading, i = 0; at && i < 4; at = at.parentElement, i++) {
      for (let next = at.nextElementSibling; next && !/^h[1-6]$/.test(next.localName); next = next.nextElementSibling) {
        const list = next.matches(LISTS) ? next : next.querySelector(LISTS);
        if (list) return { list, heading };
      }
    }
  }
  const named = [...document.querySelectorAll('[id], [class], [role]')].find((one) =>
    /(?:^|[\s_-])(?:references?|ref-?list|bibliography|citation-?list|doc-bibliography)(?:$|[\s_-])/i.test(
      `${one.id} ${one.getAttribute('class') ?? ''} ${one.getAttribute('role') ?? ''}`,
    ),
  );
  const list = named?.matches(LISTS) ? named : named?.querySelector(LISTS);
  return list ? { list } : undefined;
}

function toEntry(item: Element): string {
  for (const link of item.querySelectorAll('a')) if (SERVICE.test(wordsOf(link))) link.remove();
  return wordsOf(item)
    .replace(/(?:\s*[[(]\s*[\])]|\s*\|\s*)+$/g, '')
    .replace(/(?:\s*(?:PubMed|Google Scholar|CrossRef))+\.?$/i, '')
    .trim();
}

/** The number that the page shows before an item, which an ordered list counts itself. */
function toNumbers(list: Element, items: readonly Element[]): (string | undefined)[] {
  if (list.localName !== 'ol') return items.map(() => undefined);
  let next = Number(list.getAttribute('start') ?? 1) || 1;
  return items.map((item) => {
    next = Number(item.getAttribute('value') ?? next) || next;
    return String(next++);
  });
}

/** Replaces links to entries by `[3]`, unlinked raised numbers by raised signs, and says which links and numbers disagree. */
function markLinks(document: Document, marks: ReadonlyMap<string, string | undefined>): string[] {
  const shifted: string[] = [];
  const dangling: string[] = [];
  // Asking the tree for each name would walk it each time.
  const ids = new Set([...document.querySelectorAll('[id]')].map((one) => one.id));
  const cites = (link: Element): boolean => {
    const href = link.getAttribute('href') ?? '';
    const id = href.startsWith('#') ? href.slice(1) : undefined;
    if (id === undefined || !GROUP.test(wordsOf(link))) return false;
    const known = marks.has(id);
    const printed = marks.get(id);
    const shown = GROUP.exec(wordsOf(link))?.[1] ?? '';
    if (known && printed && /^\d+$/.test(shown) && printed !== shown) shifted.push(`${shown} leads to ${printed}`);
    if (!known && NAMED.test(href) && !ids.has(id)) dangling.push(`${shown} (${href})`);
    return known || NAMED.test(href);
  };
  for (const lowered of document.querySelectorAll('sub')) lowered.replaceWith(toScript(wordsOf(lowered), 'sub'));
  for (const raised of document.querySelectorAll('sup')) {
    const links = [...raised.querySelectorAll('a')].filter(cites);
    const group = GROUP.exec(wordsOf(raised))?.[1];
    if (links.length > 0 && group) raised.replaceWith(`[${group.replace(/\s+/g, '').replaceAll(';', ',')}]`);
    else if (links.length === 0) raised.replaceWith(group ? toRaised(group) : toScript(wordsOf(raised), 'sup'));
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (cites(link)) link.replaceWith(`[${GROUP.exec(wordsOf(link))?.[1] ?? ''}]`);
  }
  const some = (all: readonly string[]): string => [...new Set(all)].slice(0, MOST_NAMED).join(', ');
  return [
    ...(shifted.length > 0
      ? [
          `Compare marks and references on the page: marks lead to entries of another number (${some(shifted)}), so the list may have shifted.`,
        ]
      : []),
    ...(dangling.length > 0
      ? [`See whether the end of the page is missing: marks lead to entries that are not there (${some(dangling)}).`]
      : []),
  ];
}

/** Reads the references of a page and leaves its tree without them, e.g. `takeReferences(document).references[0].mark === '1'`. */
export function takeReferences(document: Document): PageReferences {
  const place = findList(document);
  const items = place ? [...place.list.children].filter((one) => /^(?:li|dd)$/.test(one.localName)) : [];
  const numbers = place ? toNumbers(place.list, items) : [];
  const marks = new Map<string, string | undefined>();
  for (const [i, item] of items.entries()) {
    for (const one of [item, ...item.querySelectorAll('[id]')]) if (one.id) marks.set(one.id, numbers[i]);
  }
  const doubts = markLinks(document, marks);
  const lines = items.map((item, i) => [numbers[i], toEntry(item)].filter(Boolean).join('. '));
  place?.list.remove();
  place?.heading?.remove();
  return { references: toReferences(lines).references, doubts };
}
