/** The last searches that led somewhere, kept on this device alone, with a way to forget them. */
import { element } from './hit-element.client.ts';
import { savedSetting, saveSetting } from '../parts/setting.client.ts';

const most = 5;

/** What was searched last, the latest first, e.g. `['PCD', 'filter']`. */
export function recentSearches(): string[] {
  try {
    const saved: unknown = JSON.parse(savedSetting('searches') ?? '[]');
    return Array.isArray(saved) ? saved.filter((words): words is string => typeof words === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a search, without saying the same twice. */
export function rememberSearch(words: string): void {
  if (words === '') return;
  const others = recentSearches().filter((other) => other.toLowerCase() !== words.toLowerCase());
  saveSetting('searches', JSON.stringify([words, ...others].slice(0, most)));
}

/** Shows the last searches in `host`, each as a button that searches again, and one that forgets them all. */
export function showRecent(host: HTMLElement, search: (words: string) => void): void {
  const recent = recentSearches();
  host.hidden = recent.length === 0;
  const buttons = recent.map((words) => button(words, () => search(words)));
  const forget = button('Forget these', () => {
    saveSetting('searches', undefined);
    showRecent(host, search);
  });
  forget.className = 'recent-forget';
  host.replaceChildren(element('span', 'recent-label', 'On this device you searched for'), ...buttons, forget);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'recent', text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
