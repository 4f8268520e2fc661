/** The form for editors as a folder of its own and beside readers' pages: what it says, what it asks for, and where it keeps who has signed in. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { startServer } from '../../scripts/static-server.ts';
import { adminForm, writeFormFolder } from '../../src/editor/form-build.ts';
import { edited, nameless, seesSignIn, signIn, token, useForm, useRepository, watchForeign } from './form-visit.ts';
import { useSite } from './visit.ts';

const { folder, openForm } = useRepository();
const form = useForm(folder, 'own', edited);
const lone = useForm(folder, 'nameless', nameless);
const besides = useSite(async () => {
  const dist = join(folder, 'beside');
  cpSync(inject('siteFolder'), dist, { recursive: true });
  const written = adminForm(edited).hooks['astro:build:done'];
  await written?.({ dir: pathToFileURL(`${dist}/`), logger: { info: () => undefined } } as unknown as Parameters<typeof written>[0]);
  return startServer({ folder: dist, port: 0 });
});

describe('the folder of the form', () => {
  it('has the licences of its program, of what that was bundled from, and of what is ours around it', () => {
    const licences = readFileSync(join(folder, 'own', 'licences.txt'), 'utf8');
    expect(licences).toContain('Copyright (c) 2026 Kohei Yoshino');
    for (const name of ['@sveltia/cms', 'svelte', 'marked', 'zod', 'js-yaml', 'The font source-sans-3'])
      expect(licences).toMatch(new RegExp(`^## ${name} `, 'm'));
  });

  it('is not written over something else', async () => {
    await expect(writeFormFolder(join(folder, 'repository'), nameless)).rejects.toThrow('holds something else than the form for editors');
    expect(existsSync(join(folder, 'repository', 'content'))).toBe(true);
  });
});

describe('the page in front of the form', () => {
  it('says what is missing where the site names no repository, and asks nobody else for anything', async () => {
    let foreign: string[] = [];
    const page = await lone.open('/', {}, (fresh) => {
      foreign = watchForeign(fresh, lone.origin());
    });
    expect(await page.locator('.warning').first().innerText()).toContain('REPOSITORY_URL');
    await page.getByRole('button', { name: 'Open the form' }).click();
    await page.getByRole('button', { name: 'Work with Local Repository' }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    expect(foreign).toEqual([]);
    expect(await page.locator('meta[name=robots]').first().getAttribute('content')).toBe('noindex');
  });
});

/** What the stores of a page hold, each as one text: what any page of the host could read there. */
const storesOf = (page: Page): Promise<{ local: string; tab: string }> =>
  page.evaluate(() => {
    // The name `localStorage` stands for another store in the form; a frame has its own.
    const frame = document.body.appendChild(document.createElement('iframe'));
    const local = JSON.stringify(Object.entries((frame.contentWindow as Window).localStorage));
    frame.remove();
    return { local, tab: JSON.stringify(Object.entries(sessionStorage)) };
  });
describe('an editor who signs in', () => {
  it('is known in this tab only, after loading it anew as well', async () => {
    const { page, host } = await openForm(form);
    await signIn(page);
    const { local, tab } = await storesOf(page);
    expect([local.includes(token), tab.includes(token)]).toEqual([false, true]);
    await page.reload();
    await page.getByRole('button', { name: 'New' }).first().waitFor();
    const other = await page.context().newPage();
    await host.answerIn(other);
    await other.goto(`${form.origin()}/`);
    await other.getByRole('button', { name: 'Open the form' }).click();
    await seesSignIn(other);
  });

  it('is known to no page of readers where the form stands beside them, and forgotten when the page is left', async () => {
    const { page, foreign } = await openForm(besides, '/admin/');
    await page.evaluate(() => document.fonts.ready);
    await signIn(page);
    expect(new Set(foreign)).toEqual(new Set(['https://api.github.com']));
    const signedIn = await storesOf(page);
    expect([signedIn.local.includes(token), signedIn.tab.includes(token)]).toEqual([false, false]);
    await page.goto(`${besides.origin()}/topics/`);
    const left = await storesOf(page);
    expect([left.local.includes(token), left.tab.includes(token)]).toEqual([false, false]);
    await page.goto(`${besides.origin()}/admin/`);
    await page.getByRole('button', { name: 'Open the form' }).click();
    await seesSignIn(page);
  });

  it('finds forgotten what an earlier edition of the form had kept for good', async () => {
    const page = await besides.open('/');
    await page.evaluate((kept) => localStorage.setItem('sveltia-cms.user', JSON.stringify({ token: kept })), token);
    expect((await storesOf(page)).local).toContain(token);
    await page.goto(`${besides.origin()}/admin/`);
    await page.getByRole('button', { name: 'Open the form' }).waitFor();
    expect((await storesOf(page)).local).not.toContain(token);
  });
});
