/**
 * Where the form remembers who is signed in. Its program writes the access token into `localStorage`, where every page of the host
 * could read it for ever; here it gets another store under that name before it runs.
 */

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
export function confineMemory(toTab: boolean): void {
  try {
    localStorage.removeItem(account);
  } catch {
    // Storage is refused: nothing was left there.
  }
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: (toTab && tabMemory()) || new PageMemory() });
}

/** Whether somebody has signed in since. */
export const isSignedIn = (): boolean => localStorage.getItem(account) !== null;
