/** Hits as elements: an option of the palette or an entry of the search page. It sets text and never HTML. */
import type { Hit, Piece } from './search-hit.ts';

/** A new element with a class and children, e.g. `element('p', 'note', 'Nothing found')`. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

const excerpt = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map(({ text, found }) => (found ? element('mark', '', text) : text));
const note = (hit: Hit): (Node | string)[] => (hit.note === '' ? [] : [element('span', 'hit-note', hit.note)]);

/** A hit as an option of a listbox: a link, so that it opens in a new tab like any other. */
export function toOption(hit: Hit, id: string): HTMLAnchorElement {
  const option = element(
    'a',
    'hit',
    element('span', 'hit-page', hit.page),
    element('span', 'hit-title', hit.title),
    ...note(hit),
    element('span', 'hit-excerpt', ...excerpt(hit.excerpt)),
  );
  option.href = hit.url;
  option.id = id;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  return option;
}

/** A hit as an entry of a list. */
export function toEntry(hit: Hit): HTMLLIElement {
  const link = element('a', 'hit-title', hit.title);
  link.href = hit.url;
  return element(
    'li',
    'hit',
    element('p', 'hit-page', [hit.page, hit.note].filter((part) => part !== '').join(' · ')),
    element('h2', '', link),
    element('p', 'hit-excerpt', ...excerpt(hit.excerpt)),
  );
}
