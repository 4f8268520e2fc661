/** The form for editors, from an empty page to a commit on a branch of a real repository. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startServer } from '../../scripts/static-server.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { fixContent } from '../../src/check/fix/fix-content.ts';
import { formPolicy } from '../../src/hosting/policy.ts';
import { adminForm, writeFormFolder, type EditedSite } from '../../src/integrations/admin-form.ts';
import { toContent } from '../../src/library/content.ts';
import { readRawFiles } from '../../src/library/from-files.ts';
import { at, pick, press, save, type } from './form-hand.ts';
import { startGitHost, type GitHost } from './git-host.ts';
import { useSite } from './visit.ts';

const repository = 'https://github.com/example/patency';
const edited: EditedSite = { name: 'Patency', contentFolder: 'content', branch: 'main', url: 'https://patency.example', published: false };
const file = 'content/sources/example-2024-cohort.md';
const token = 'a-token';
/** Holds the content that the form works on, the form itself, once for a repository and once for none, and a site with the form beside it. */
const folder = mkdtempSync(join(tmpdir(), 'patency-form-'));
const serveForm = (name: string, of: EditedSite) => async () => {
  await writeFormFolder(join(folder, name), of);
  return startServer({ folder: join(folder, name), port: 0, served: { policy: formPolicy(of.repository).header } });
};
const form = useSite(serveForm('own', { ...edited, repository }));
const nameless = useSite(serveForm('nameless', edited));
const besides = useSite(async () => {
  const dist = join(folder, 'beside');
  cpSync(inject('siteFolder'), dist, { recursive: true });
  const written = adminForm({ ...edited, repository }).hooks['astro:build:done'];
  await written?.({ dir: pathToFileURL(`${dist}/`), logger: { info: () => undefined } } as unknown as Parameters<typeof written>[0]);
  return startServer({ folder: dist, port: 0 });
});
let host: GitHost;
beforeAll(() => cpSync('tests/fixtures/content', join(folder, 'repository', 'content'), { recursive: true }));
afterEach(() => host?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that a page asks for from elsewhere. Addresses within the page itself are not from elsewhere. */
function watchForeign(page: Page, own: string): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && !['data:', 'blob:'].includes(protocol)) foreign.push(origin);
  });
  return foreign;
}
let foreign: string[] = [];
/** The form of a site that names its repository, which answers from a temporary folder. */
async function openForm(site = form, path = '/'): Promise<Page> {
  host = startGitHost(join(folder, 'repository'));
  const page = await site.open(path, { viewport: { width: 1280, height: 4500 } }, async (fresh) => {
    foreign = watchForeign(fresh, site.origin());
    await host.answerIn(fresh);
  });
  await page.getByRole('button', { name: 'Open the form' }).click();
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).waitFor();
  return page;
}
async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
  await page.getByRole('textbox').fill(token);
  await page.getByRole('button', { name: 'Sign In', exact: true }).click();
  await page.getByRole('button', { name: 'New' }).first().waitFor();
}

const choices = [
  ['results.0.effect.measure', /^RR/],
  ['findings.0.question', /./], // few questions are shown at once
  ['interests.funding', /^Not stated/],
  ['coverage', /^Abstract/],
] as const;

describe('the folder of the form', () => {
  it('has the licences of its program, of what that was bundled from, and of what is ours around it', () => {
    const licences = readFileSync(join(folder, 'own', 'licences.txt'), 'utf8');
    expect(licences).toContain('Copyright (c) 2026 Kohei Yoshino');
    for (const name of ['@sveltia/cms', 'svelte', 'marked', 'zod', 'js-yaml', 'The font source-sans-3'])
      expect(licences).toMatch(new RegExp(`^## ${name} `, 'm'));
  });

  it('is not written over something else', async () => {
    await expect(writeFormFolder(join(folder, 'repository'), edited)).rejects.toThrow('holds something else than the form for editors');
    expect(existsSync(join(folder, 'repository', 'content'))).toBe(true);
  });
});

describe('the page in front of the form', () => {
  it('says what is missing where the site names no repository, and asks nobody else for anything', async () => {
    const page = await nameless.open('/', {}, (fresh) => {
      foreign = watchForeign(fresh, nameless.origin());
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
const seesSignIn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sign In Using Access Token' }).waitFor();

describe('an editor who signs in', () => {
  it('is known in this tab only, after loading it anew as well', async () => {
    const page = await openForm();
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
    const page = await openForm(besides, '/admin/');
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

describe('an editor who fills in the form', () => {
  it('adds a source as a draft on a branch of its own, which the check accepts and a fix leaves as it is', async () => {
    const page = await openForm();
    await signIn(page);
    await page.getByRole('button', { name: 'New' }).first().click();
    await pick(page, 'kind', /^Cohort study$/);
    await type(page, 'title', 'Clots in made-up legs: a cohort');
    await press(page, 'authors', 'button', /Add/);
    await type(page, 'authors.0.family', 'Example');
    await type(page, 'issued', 'last spring');
    await page.locator('.sidebar input').first().fill('example_2024');
    await save(page);
    expect(await (await at(page, 'issued')).innerText()).toContain('A date is written 2017, 2017-12 or 2017-12-07 and must exist');
    expect(await page.locator('.sidebar').first().innerText()).toContain('lower-case letters, digits and hyphens');
    expect(host.pulls).toEqual([]);
    await page.locator('.sidebar input').first().fill('example-2024-cohort');
    await type(page, 'issued', '2024-03');
    await press(page, 'interests', 'checkbox', /Add/);
    await type(page, 'interests.note', 'The abstract does not say "who" paid.');
    await press(page, 'findings', 'button', /Add/);
    await pick(page, 'findings.0.stance', /^In favour/);
    await type(page, 'findings.0.says', 'Fewer people had a second clot.');
    await pick(page, 'findings.0.population', /^Calf/);
    await pick(page, 'findings.0.intervention', /^Anticoagulation/);
    await press(page, 'results', 'button', /Add/);
    await pick(page, 'results.0.outcome', /^Recurrent/);
    await type(page, 'results.0.at', '12 months');
    await press(page, 'results.0.arms', 'button', /Add/);
    await type(page, 'results.0.arms.0.name', 'treated');
    await press(page, 'results.0.effect', 'checkbox', /Add/);
    for (const [path, name] of choices) await press(page, path, 'radio', name);
    await type(page, 'results.0.effect.p', '0.04');
    await save(page);
    await page.getByText('Unpublished Entries').waitFor();
    expect(host.refused).toEqual([]);
    expect(new Set(foreign)).toEqual(new Set(['https://api.github.com']));
    const branch = 'cms/source/example-2024-cohort';
    expect(host.pulls).toEqual([
      { number: 1, title: 'Add source example-2024-cohort', branch, base: 'main', draft: true, labels: ['form/draft'] },
    ]);
    expect(host.git('diff', '--name-status', 'main', branch)).toBe(`A\t${file}`);
    const text = `${host.git('show', `${branch}:${file}`)}\n`;
    expect(text.replace(/^retrieved: \d{4}-\d{2}-\d{2}$/m, 'retrieved: <today>').replace(/question: \S+/, 'question: <one>'))
      .toMatchInlineSnapshot(`
      "---
      kind: cohort
      title: 'Clots in made-up legs: a cohort'
      authors:
        - family: Example
      issued: 2024-03
      language: en
      retrieved: <today>
      coverage: abstract
      interests:
        funding: unknown
        note: The abstract does not say “who” paid.
      status: draft
      findings:
        - question: <one>
          stance: for
          says: Fewer people had a second clot.
          population: calf
          intervention: anticoagulation
      results:
        - outcome: recurrent-vte
          at: 12 months
          arms:
            - name: treated
          effect:
            measure: RR
            p: 0.04
      ---

      ## What it is

      ## What it says

      ## What it leaves out

      ## How far to trust it
      "
    `);

    const written = { path: file.replace('content/', ''), bytes: new TextEncoder().encode(text) };
    const content = toContent([...(await readRawFiles('tests/fixtures/content')), written], 'content');
    expect(checkContent(content, { asOf: '2026-11-20' }).filter((issue) => issue.file === file && issue.level === 'error')).toEqual([]);
    expect(fixContent(content).find(({ path }) => path === file)?.text).toBe(text);
  });
});
