/** What a reader chose on this device, kept in the browser's own storage and sent nowhere. public/theme.js reads the same names. */

export type SettingName = 'theme' | 'register' | 'coi' | 'shortcuts' | 'offline' | 'visits' | 'searches';

const keyOf = (name: SettingName): string => `patency-${name}`;

/** The saved value, e.g. `savedSetting('theme')` is `dark`; undefined when there is none or storage is refused. */
export function savedSetting(name: SettingName): string | undefined {
  try {
    return localStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or forgets it when it is undefined. Does nothing when storage is refused: the choice then holds for this page. */
export function saveSetting(name: SettingName, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    return;
  }
}
