import { describe, expect, it } from 'vitest';
import { isWriting, toShortcut, type KeyPress } from '../../../src/site/shortcut.client.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  writing: false,
  singleKeys: true,
  ...more,
});

describe('a key press', () => {
  it.each([
    ['/', {}, 'search-palette'],
    ['?', {}, 'keyboard-help'],
    ['k', { ctrlKey: true }, 'search-palette'],
    ['K', { metaKey: true }, 'search-palette'],
    ['k', {}, undefined],
    ['/', { ctrlKey: true }, undefined],
    ['/', { altKey: true }, undefined],
    ['k', { ctrlKey: true, metaKey: true }, undefined],
  ] as const)('%s with %j means %s', (key, more, shortcut) => {
    expect(toShortcut(press(key, more))).toBe(shortcut);
  });

  it('means nothing while somebody is writing', () => {
    expect(toShortcut(press('/', { writing: true }))).toBeUndefined();
    expect(toShortcut(press('k', { ctrlKey: true, writing: true }))).toBeUndefined();
  });

  it('means nothing on its own once single keys are switched off, but Ctrl-K still opens search', () => {
    expect(toShortcut(press('/', { singleKeys: false }))).toBeUndefined();
    expect(toShortcut(press('?', { singleKeys: false }))).toBeUndefined();
    expect(toShortcut(press('k', { ctrlKey: true, singleKeys: false }))).toBe('search-palette');
  });
});

describe('writing', () => {
  it.each([
    [{ tagName: 'INPUT', type: 'search' }, true],
    [{ tagName: 'TEXTAREA' }, true],
    [{ tagName: 'SELECT' }, true],
    [{ tagName: 'DIV', isContentEditable: true }, true],
    [{ tagName: 'INPUT', type: 'radio' }, false],
    [{ tagName: 'INPUT', type: 'checkbox' }, false],
    [{ tagName: 'A' }, false],
    [null, false],
  ])('in %j: %s', (element, writing) => {
    expect(isWriting(element)).toBe(writing);
  });
});
