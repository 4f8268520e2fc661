/** The page on offline use, before the browser says what it holds. */
import { toShell, type Shell } from '../parts/shell.ts';
import { aboutUrl, homeUrl, offlineUrl } from '../parts/urls.ts';

export interface OfflinePage {
  readonly shell: Shell;
  readonly notes: readonly string[];
}

export const offlinePage: OfflinePage = {
  shell: toShell({
    title: 'Offline',
    description: 'What of this site lies on your device, and how to keep all of it there.',
    path: offlineUrl,
    menu: aboutUrl,
    breadcrumbs: [
      { href: homeUrl, text: 'Home' },
      { href: aboutUrl, text: 'About' },
    ],
    search: {
      page: 'About',
      kind: 'About',
      date: '',
      summary: 'What of this site lies on your device, and how to keep all of it there.',
      aliases: ['offline', 'install'],
      filters: [],
    },
  }),
  notes: [
    'The menu keeps the whole site by one tap, and lets go of it. That you were here before is remembered on this device alone, so that this is offered once.',
    'With a network you always get the live page. A copy says that it is one, and says so louder once its review date has passed.',
    'Your browser’s menu can install the site like an app. Nothing about you is stored or sent; copies lie in the browser’s own storage and go when you clear it.',
  ],
};
