/** The page's side of offline use: brings the service worker, says when a page is a copy, and offers a newer edition. Loaded when the page rests. */
import { fileUrl } from '../parts/urls.ts';
import type { OfflineRequest } from '../schema/offline-list.ts';
import { ask } from './keeping.client.ts';
import { standWhile } from '../parts/page-part.client.ts';
import { savedSetting, saveSetting } from '../parts/setting.client.ts';
import { dayOnDevice, isPast } from './stale-banner.client.ts';

type Notice = 'copy' | 'overdue' | 'edition';

/** Which notice a page needs that may come from the device, e.g. `overdue` once its review date has passed. */
export function noticeFor(copy: boolean, due: string | undefined, today: string): Exclude<Notice, 'edition'> | undefined {
  if (!copy) return undefined;
  return due !== undefined && isPast(due, today) ? 'overdue' : 'copy';
}

const show = (name: Notice, on = true): Element | undefined => standWhile(document, name, on);

let fromDevice = false;
function sayWhereFrom(): void {
  const due = document.querySelector<HTMLTimeElement>('time[data-review-due]')?.dateTime;
  const notice = noticeFor(fromDevice || !navigator.onLine, due, dayOnDevice());
  show('copy', notice === 'copy');
  show('overdue', notice === 'overdue');
}

/** Two editions never mix: the next one waits until the reader asks for it here or has closed every page of this one. */
function offerNextEdition(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  // The first worker of all takes over a page that had none; nothing has changed then.
  let replaced = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (replaced) location.reload();
    replaced = true;
  });
  const offer = (): void => {
    if (!registration.waiting || !serviceWorker.controller) return;
    const button = show('edition')?.querySelector('button');
    if (button) button.onclick = () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
}

/**
 * Whether keeping the site is offered on this page: once, as a second visit begins, to whoever has not said anything on it. A visit
 * begins where a reader comes from elsewhere, so that neither a clock nor a day is kept. `before` is what the last visit left.
 */
export const isSecondVisit = (before: string | undefined, cameFrom: string, origin: string): boolean =>
  before === 'first' && !cameFrom.startsWith(`${origin}/`);

function offerOnce(): void {
  const before = savedSetting('visits');
  if (before === undefined) saveSetting('visits', 'first');
  if (savedSetting('offline') !== undefined || !isSecondVisit(before, document.referrer, location.origin)) return;
  saveSetting('visits', 'offered');
  void import('./keep.client.ts').then(({ offerQuietly }) => offerQuietly());
}

/** Starts it all. A browser that refuses, or a server without a worker, leaves the site as it is. */
export async function startOffline(): Promise<void> {
  for (const change of ['online', 'offline']) addEventListener(change, sayWhereFrom);
  sayWhereFrom();
  try {
    offerNextEdition(await navigator.serviceWorker.register(fileUrl('serviceWorker')));
  } catch {
    return;
  }
  const { active } = await navigator.serviceWorker.ready;
  const word = savedSetting('offline');
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  const request: OfflineRequest = {
    type: 'arrive',
    path: location.pathname,
    keepAll: word === 'all',
    sparing: word === 'none' || connection?.saveData === true,
  };
  if (!active) return;
  offerOnce();
  ask(active, request, ({ copy }) => {
    fromDevice = copy === true;
    sayWhereFrom();
  });
}
