import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { savedSetting, saveSetting, type SettingName } from '../../../src/parts/setting.client.ts';
import { registerNames } from '../../../src/schema/vocabulary.ts';

const script = readFileSync(new URL('../../../public/theme.js', import.meta.url), 'utf8');

/** What the script leaves on a root element that begins with `dataset`, given what is in storage. */
function run(stored: Map<string, string> | undefined, dataset: Record<string, string> = {}, search = ''): Record<string, string> {
  const localStorage = {
    getItem: (key: string) => {
      if (!stored) throw new Error('refused');
      return stored.get(key) ?? null;
    },
  };
  runInNewContext(script, { localStorage, location: { search }, document: { documentElement: { dataset } } });
  return { ...dataset };
}

/** Storage as the switches leave it after one choice. */
function choose(name: SettingName, value: string): Map<string, string> {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    setItem: (key: string, text: string) => stored.set(key, text),
    getItem: (key: string) => stored.get(key) ?? null,
  });
  saveSetting(name, value);
  expect(savedSetting(name)).toBe(value);
  return stored;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the script in the head', () => {
  it.each(['light', 'dark'])('sets the theme %s that the switch saved', (theme) => {
    expect(run(choose('theme', theme))).toEqual({ js: '', theme });
  });

  it('leaves the theme to the system when none or nonsense is saved', () => {
    expect(run(new Map())).toEqual({ js: '' });
    expect(run(choose('theme', 'purple'))).toEqual({ js: '' });
  });

  it('knows every register that there is', () => {
    for (const register of registerNames) expect(run(choose('register', register), { leads: 'other' })['register']).toBe(register);
  });

  it('takes the register that the page leads with when none is saved', () => {
    expect(run(new Map(), { leads: 'public' })).toEqual({ js: '', leads: 'public', register: 'public' });
  });

  it.each([
    ['?print=sheet', 'sheet'],
    ['?q=a&print=sheet', 'sheet'],
    ['?print=sheets', undefined],
    ['?reprint=sheet', undefined],
  ])('shows the one-page sheet to whoever asks for it: %s', (search, print) => {
    expect(run(new Map(), {}, search)['print']).toBe(print);
  });

  it('says that scripts run even when storage is refused', () => {
    expect(run(undefined, { leads: 'public' })).toEqual({ js: '', leads: 'public', register: 'public' });
  });
});
