/** Which shortcut a key press means. Pure: it knows keys, not the page. */

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** True while the reader is writing somewhere: then nothing is a shortcut. */
  readonly writing: boolean;
  /** False when the reader switched off shortcuts of a single key. */
  readonly singleKeys: boolean;
}

export type Shortcut = 'search-palette' | 'keyboard-help';

/** The dialog that a key press asks for, e.g. `search-palette` for Ctrl-K, ⌘-K and `/`; undefined for any other press. */
export function toShortcut({ key, ctrlKey, metaKey, altKey, writing, singleKeys }: KeyPress): Shortcut | undefined {
  if (writing || altKey) return undefined;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' ? 'search-palette' : undefined;
  if (ctrlKey || !singleKeys) return undefined;
  return key === '/' ? 'search-palette' : key === '?' ? 'keyboard-help' : undefined;
}

const notText = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

/** Whether keys pressed in this element are text, e.g. in a search field but not on a radio button. */
export function isWriting(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (element === null) return false;
  if (element.isContentEditable === true) return true;
  const tag = element.tagName.toLowerCase();
  return tag === 'textarea' || tag === 'select' || (tag === 'input' && !notText.has(element.type ?? 'text'));
}
