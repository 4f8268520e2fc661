/**
 * Opens the form for editors, which no reader loads: on a press of the button, or at once for who has it open already.
 * The form is fetched only then; it takes the place of the words in front of it.
 */
import './form.css';

/** Under this name the program keeps the account, its token among it. */
const account = 'sveltia-cms.user';

/** Remembers for as long as the page is open, and tells no other page. Its entries are its own keys, as in any `Storage`. */
class PageMemory {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
  clear(): void {
    for (const key of Object.keys(this)) this.removeItem(key);
  }
}

/** The store of the tab, or undefined where the browser refuses it. */
function tabMemory(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** From here on `localStorage` is the memory of this tab, or of this page alone; an account that an earlier edition left for good is forgotten. */
function confineMemory(toTab: boolean): void {
  try {
    localStorage.removeItem(account);
  } catch {
    // Storage is refused: nothing was left there.
  }
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: (toTab && tabMemory()) || new PageMemory() });
}

/** Whether somebody has signed in since. */
const isSignedIn = (): boolean => localStorage.getItem(account) !== null;

const button = document.querySelector<HTMLButtonElement>('button[data-open-form]');

/** A copy on this computer can be worked on only by a page that comes from it; see the form's own rule for browsers. */
const fromHere = /^(?:127\.0\.0\.1|(?:.+\.)?localhost)$/.test(location.hostname);

async function openForm(): Promise<void> {
  if (button) button.disabled = true;
  const { startForm } = await import('./form-widgets.client.ts');
  document.querySelector('main')?.remove();
  for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.remove();
  startForm();
}

confineMemory(button?.dataset['signInLasts'] === 'tab');
if (button && (fromHere || button.dataset['openForm'] === 'anywhere')) {
  button.hidden = false;
  button.addEventListener('click', () => void openForm());
  if (location.hash.startsWith('#/') || isSignedIn()) void openForm();
}
