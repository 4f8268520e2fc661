/** Cards that show where a link leads. Under a pointer or the focus a card describes its link; tapped, a citation opens a card with the ways on. */
import type { SourceId } from '../schema/id.ts';
import { previewUrl, sourceUrl } from '../parts/urls.ts';
import { element } from '../search/hit-element.client.ts';
import { toCard, toPlace, type PreviewData } from './preview-card.client.ts';
import { savedSetting } from '../parts/setting.client.ts';

/** Milliseconds that a pointer rests before a card appears, and that a card stays for a pointer on its way to it. */
const rest = 250;
const linger = 300;

interface Shown {
  readonly link: HTMLAnchorElement;
  readonly card: HTMLElement;
}
let shown: Shown | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const loaded = new Map<string, Promise<PreviewData | undefined>>();
const reference = '#ref-';
const leadsToReference = ({ hash, pathname }: HTMLAnchorElement): boolean => hash.startsWith(reference) && pathname === location.pathname;

/** The page that a card of this link would be about: the source of a citation, else the page linked to. */
const pageOf = (link: HTMLAnchorElement): string =>
  leadsToReference(link) ? sourceUrl(link.hash.slice(reference.length) as SourceId) : link.pathname;

function addressOf(link: HTMLAnchorElement): string | undefined {
  const page = pageOf(link);
  if (link.origin !== location.origin || page === location.pathname || link.closest('[data-no-preview], [data-hits], .preview'))
    return undefined;
  return previewUrl(page);
}

function load(address: string): Promise<PreviewData | undefined> {
  const known = loaded.get(address);
  if (known) return known;
  const fresh = fetch(address)
    .then((answer) => (answer.ok ? (answer.json() as Promise<PreviewData>) : undefined))
    .catch(() => undefined);
  loaded.set(address, fresh);
  return fresh;
}

const isWanted = (link: HTMLAnchorElement): boolean => link.matches(':hover, :focus-visible');

/** Answers a pointer or the focus that came to a link: fetches at once, shows after a rest. Links without a card are left alone. */
export function greet(link: HTMLAnchorElement, event: Event): void {
  const byTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  const address = byTouch || !('showPopover' in link) || !isWanted(link) ? undefined : addressOf(link);
  if (address === undefined || shown?.link === link) return;
  void load(address);
  const leave = event.type === 'focusin' ? 'focusout' : 'pointerleave';
  link.addEventListener(leave, hideSoon, { once: true });
  clearTimeout(timer);
  timer = setTimeout(() => void describe(link, address), rest);
}

async function describe(link: HTMLAnchorElement, address: string): Promise<void> {
  const data = await load(address);
  if (!data || !isWanted(link)) return;
  hide();
  const card = draw(data);
  card.id = 'preview';
  card.setAttribute('role', 'tooltip');
  card.setAttribute('popover', 'manual');
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', hideSoon);
  link.setAttribute('aria-describedby', card.id);
  show({ link, card });
  addEventListener('keydown', hideByEscape);
}

/** Answers a tap on a citation with a card of its own focus; Esc or a tap elsewhere closes it and the focus returns. */
export async function open(link: HTMLAnchorElement): Promise<void> {
  const address = 'showPopover' in link ? addressOf(link) : undefined;
  const data = address === undefined ? undefined : await load(address);
  if (!data) {
    location.hash = link.hash;
    return;
  }
  hide();
  const card = draw(data);
  card.append(element('p', 'preview-ways', way(pageOf(link), 'Open the source'), ' ', way(link.hash, 'Go to the reference')));
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', data.title);
  card.setAttribute('popover', 'auto');
  card.tabIndex = -1;
  card.addEventListener('click', ({ target }) => {
    // Removed and not closed, because closing gives the focus back and would scroll to where it was.
    if (target instanceof HTMLAnchorElement) setTimeout(hide);
  });
  card.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') hide();
  });
  link.focus({ preventScroll: true });
  show({ link, card });
  card.focus({ preventScroll: true });
}

function way(href: string, text: string): HTMLAnchorElement {
  const link = element('a', '', text);
  link.href = href;
  return link;
}

function draw(data: PreviewData): HTMLElement {
  const register = document.documentElement.dataset['register'] ?? savedSetting('register');
  const card = toCard(data, { register, path: location.pathname });
  const title = element('p', 'preview-title', card.title);
  if (card.language !== '') title.lang = card.language;
  const kind = element('p', 'preview-kind', card.kind, ...(card.badge === '' ? [] : [' ', element('span', 'preview-badge', card.badge)]));
  const text = card.text === '' ? [] : [element('p', 'preview-text', card.text)];
  const facts = element('ul', 'preview-facts', ...card.facts.map((fact) => element('li', '', fact)));
  return element('div', 'preview', kind, title, ...text, ...(card.facts.length > 0 ? [facts] : []));
}

function show({ link, card }: Shown): void {
  shown = { link, card };
  document.querySelector('main')?.append(card);
  card.showPopover();
  if (CSS.supports('position-area', 'block-end')) {
    link.style.setProperty('anchor-name', '--preview');
    return;
  }
  const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { left, top } = toPlace(box, card.getBoundingClientRect(), {
    width: document.documentElement.clientWidth,
    height: innerHeight,
  });
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

function hide(): void {
  clearTimeout(timer);
  removeEventListener('keydown', hideByEscape);
  shown?.link.removeAttribute('aria-describedby');
  shown?.link.style.removeProperty('anchor-name');
  shown?.card.remove();
  shown = undefined;
}

function hideSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (shown && !shown.card.matches(':hover') && !isWanted(shown.link)) hide();
  }, linger);
}

function hideByEscape({ key }: KeyboardEvent): void {
  if (key === 'Escape') hide();
}
