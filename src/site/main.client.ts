/**
 * The only script that every page loads: the switches, the banner of a page past its date, the keys that open search and help, and
 * what wakes cards, copying, the contents list and pathways. All else is fetched when it is wanted, or brought by the page that needs it.
 */
import './switches.client.ts';
import { savedSetting } from '../parts/setting.client.ts';
import { isWriting, toShortcut, type Shortcut } from './shortcut.client.ts';
import { showStaleBanner } from '../offline/stale-banner.client.ts';

showStaleBanner();

const behind: Record<Shortcut, () => Promise<unknown>> = {
  'search-palette': () => import('../search/palette.client.ts'),
  'keyboard-help': () => import('../search/keyboard-help.client.ts'),
};
const isShortcut = (name: string | undefined): name is Shortcut => name !== undefined && name in behind;
const openerOf = (event: Event): Shortcut | undefined => {
  const name = (event.target as Element).closest<HTMLElement>('[data-opens]')?.dataset['opens'];
  return isShortcut(name) ? name : undefined;
};

/** Opens at once, so that what is typed meanwhile stands in the field when the code arrives. */
function open(name: Shortcut): void {
  const dialog = document.querySelector<HTMLDialogElement>(`#${name}`);
  if (!dialog || dialog.open) return;
  dialog.showModal();
  void behind[name]();
}

const nearest = <Found extends HTMLElement>(event: Event, selector: string): Found | null =>
  (event.target as Element).closest<Found>(selector);
const copying = '.self, [data-copies]';
let touched = false;
addEventListener('pointerdown', ({ pointerType }) => (touched = pointerType === 'touch'));
addEventListener('click', (event) => {
  const name = openerOf(event);
  if (name) open(name);
  if (nearest(event, '[data-prints]')) print();
  const control = nearest(event, copying);
  if (control) void import('./copy.client.ts').then(({ copyFrom }) => copyFrom(control));
  const cited = touched && nearest<HTMLAnchorElement>(event, 'main :not(.preview-ways) > a[href^="#ref-"]');
  if (!cited) return;
  event.preventDefault();
  void import('./preview.client.ts').then(({ open: openCard }) => openCard(cited)).catch(() => (location.hash = cited.hash));
});
for (const intent of ['pointerover', 'focusin'])
  addEventListener(intent, (event) => {
    const name = openerOf(event);
    if (name) void behind[name]();
    const link = nearest<HTMLAnchorElement>(event, 'main a[href]');
    if (nearest(event, copying)) void import('./copy.client.ts');
    else if (link) void import('./preview.client.ts').then(({ greet }) => greet(link, event));
  });
if (document.querySelector('.contents'))
  for (const intent of ['scroll', 'pointerover', 'focusin'])
    addEventListener(intent, () => void import('./contents.client.ts').then(({ followReading }) => followReading()), {
      once: true,
      passive: true,
    });
addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  const active = document.activeElement as HTMLInputElement | null;
  // A field in a dialog that was just closed keeps the focus until the next frame.
  const writing = isWriting(active) && active?.checkVisibility() === true;
  const name = toShortcut({ key, ctrlKey, metaKey, altKey, writing, singleKeys: savedSetting('shortcuts') !== 'off' });
  if (!name) return;
  event.preventDefault();
  open(name);
});
const walk = document.querySelector('pathway-stepper, pathway-compare');
if (walk) {
  const load = () => void import('../collections/pathways/walk.client.ts');
  // When a reader comes near it, by keyboard perhaps without scrolling, or at once when the address carries answers.
  if (location.hash.includes('=')) load();
  walk.addEventListener('focusin', load, { once: true });
  new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(), { rootMargin: '100%' }).observe(
    walk,
  );
}
for (const fold of document.querySelectorAll<HTMLDetailsElement>('.patient-fold'))
  fold.addEventListener('toggle', () => void import('../parts/patient-fold.client.ts').then(({ fill }) => fill(fold)));
const menu = document.querySelector<HTMLElement>('#site-menu');
menu?.addEventListener('beforetoggle', () => void import('../offline/keep.client.ts').then(({ offerIn }) => offerIn(menu)), { once: true });
if (document.querySelector('search-page')) void import('../search/page.client.ts');
if (document.querySelector('offline-pages')) void import('../offline/pages.client.ts');
// A first visit has better things to load than copies; a later one may itself be a copy and has to say so at once.
if ('serviceWorker' in navigator)
  addEventListener('load', () =>
    setTimeout(
      () => void import('../offline/offline.client.ts').then(({ startOffline }) => startOffline()),
      navigator.serviceWorker.controller ? 0 : 2500,
    ),
  );
