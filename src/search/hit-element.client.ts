/** Hits as elements: an option of the palette or an entry of the search page. It sets text and never HTML. */
import { comparePathwaysUrl, searchUrl } from '../parts/urls.ts';
import type { Hit, HitGroup, HitPart } from './hit.client.ts';
import type { OutsideSubject } from './outside.client.ts';
import { toAddress, type SearchQuery } from './query.client.ts';
import type { QueryReading } from './reading.client.ts';
import type { HitPiece } from './snippet.client.ts';

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

/** A link with a class and children. */
export function link(className: string, href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  const made = element('a', className, ...children);
  made.href = href;
  return made;
}

const excerpt = (pieces: readonly HitPiece[]): (Node | string)[] =>
  pieces.map(({ text, found }) => (found ? element('mark', '', text) : text));
const note = (hit: Hit): (Node | string)[] => (hit.note === '' ? [] : [element('span', 'hit-note', hit.note)]);

/** A link as an option of a listbox, which opens in a new tab like any other. */
export function toOption(id: string, className: string, href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  const option = link(className, href, ...children);
  option.id = id;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  return option;
}

/** A hit as an option, with its kind in front. */
export const toHitOption = (hit: Hit, id: string): HTMLAnchorElement =>
  toOption(
    id,
    'hit',
    hit.url,
    element('span', 'hit-page', hit.page),
    element('span', 'hit-title', hit.title),
    ...note(hit),
    element('span', 'hit-excerpt', ...excerpt(hit.excerpt)),
  );

/** A heading of a hit as an option below it. */
export const toPartOption = ({ url, title }: HitPart, id: string): HTMLAnchorElement =>
  toOption(id, 'hit hit-part', url, `In it: ${title}`);

/** Options under the name of their group, as a listbox has them. */
export function toOptionGroup(label: string, options: readonly HTMLElement[]): HTMLElement {
  const heading = element('div', 'hit-group', label);
  heading.setAttribute('aria-hidden', 'true');
  const group = element('div', '', heading, ...options);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', label);
  return group;
}

/** A hit as an entry of a list, with the headings under which the words stand. */
export function toEntry(hit: Hit): HTMLLIElement {
  const parts = hit.parts.map(({ url, title }) => element('li', '', link('', url, title)));
  return element(
    'li',
    'hit',
    element('p', 'hit-page', [hit.page, hit.note].filter((part) => part !== '').join(' · ')),
    element('h3', '', link('hit-title', hit.url, hit.title)),
    element('p', 'hit-excerpt', ...excerpt(hit.excerpt)),
    ...(parts.length > 0 ? [element('ul', 'hit-parts', ...parts)] : []),
  );
}

/** A group of hits under its heading; `all` is where the rest of it stands. */
export function toEntryGroup({ label, rows, more }: HitGroup<Hit>, all: string | undefined): HTMLElement {
  const list = element('ol', 'hits', ...rows.map(toEntry));
  const section = element('section', 'hit-section', element('h2', 'hit-group', label), list);
  if (more > 0 && all !== undefined) section.append(element('p', 'hit-more', link('', all, `${more} more: all ${label.toLowerCase()}`)));
  return section;
}

/** What is said above the hits: how a patient's numbers were read and where the `conditions` of sources are put to them, what is not covered and where that stands, and the way to the words as typed. */
export function toNotes(
  query: SearchQuery,
  { situation, corrected }: Pick<QueryReading, 'situation' | 'corrected'>,
  outside: OutsideSubject | undefined,
  conditions?: string,
): (HTMLElement | string)[] {
  const notes: (HTMLElement | string)[] = [];
  if (situation)
    notes.push(
      element('span', '', `Understood as: ${situation.says.join(', ')}. `),
      ...(conditions ? [link('', conditions, 'See whose conditions are met'), ' · '] : []),
      link('', `${comparePathwaysUrl}#${situation.fragment}`, 'Compare what algorithms say about these answers'),
    );
  if (outside)
    notes.push(
      element('span', '', 'Not covered here: ', outside.href === '' ? outside.what : link('', outside.href, outside.what)),
      element('span', '', `. Look here: ${outside.instead.replace(/\.$/, '')}. `),
    );
  if (corrected) notes.push(link('', searchUrl + toAddress({ ...query, literal: true }), `Search for “${query.words}” as typed`));
  return notes;
}
