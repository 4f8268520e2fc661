/** A handful of journeys in Firefox and WebKit; everything else is tried in Chromium. What is installed here takes part, and `.ci/run` installs both. */
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest';
import { startServer, type StaticServer } from '../../scripts/static-server.ts';
import { engines, type EngineWindow } from '../engines/engines.ts';

test('every engine that was installed for these tests takes part in them', () => {
  const installed = (process.env['ENGINES'] ?? '').split(' ').filter(Boolean);
  expect(installed.filter((name) => !(name in engines))).toEqual([]);
});

const patient = { timeout: 20_000 };

// An engine beside a whole suite on two cores may lose a press; what fails three times running is a fault.
describe.each(Object.entries(engines))('in %s', { retry: 2 }, (_, open) => {
  let page: EngineWindow;
  let server: StaticServer;
  beforeAll(async () => {
    server = await startServer({ folder: inject('siteFolder'), port: 0 });
    page = await open();
  });
  afterAll(async () => {
    await page.close();
    await server.close();
  });
  const at = (path: string): Promise<unknown> => page.goto(server.url + path);
  const becomes = (expression: string, value: unknown) => expect.poll(() => page.ask(expression), patient).toEqual(value);
  const text = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})?.innerText.trim()`;
  /** Chooses by keyboard: the driver of WebKit finds no place to click on a button of a row. */
  const choose = async (selector: string): Promise<void> => {
    await page.ask(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await page.type(' ');
  };
  const seen = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})?.checkVisibility() ?? false`;

  it('the search of the head leads to a page', async () => {
    await at('/');
    await page.click('[data-opens=search-palette]');
    await becomes('document.activeElement.role ?? document.activeElement.getAttribute("role")', 'combobox');
    await page.type('PCD');
    await becomes('document.querySelector("#search-palette [role=option]")?.pathname', '/glossary/phlegmasia-cerulea-dolens/');
    await page.enter();
    await becomes('location.pathname', '/glossary/phlegmasia-cerulea-dolens/');
  });

  it('the search page answers', async () => {
    await at('/search/?q=thrombectomy');
    await becomes('document.querySelectorAll("search-page [data-hits] .hit").length > 3', true);
  });

  it('a question opens with its answer, and the wording can be chosen', async () => {
    await at('/questions/iliofemoral-removal/');
    expect(await page.ask('document.querySelectorAll(".answer-says").length')).toBeGreaterThan(2);
    await choose('register-switch input[value=public]');
    await becomes(
      '[...document.querySelectorAll(".lead [data-for]")].filter((part) => part.checkVisibility()).map((part) => part.dataset.for)',
      ['public'],
    );
  });

  it('a citation shows its card under the pointer', async () => {
    await at('/topics/phlegmasia/');
    await page.ask('[...document.querySelectorAll(".lead a[data-source]")].find((link) => link.checkVisibility()).id = "cited"');
    await page.hover('#cited');
    await becomes(seen('.preview-title'), true);
  });

  it('the colours that were chosen stay', async () => {
    await at('/');
    await choose('theme-switch input[value=dark]');
    await becomes('document.documentElement.dataset.theme', 'dark');
    await at('/questions/');
    expect(await page.ask('document.documentElement.dataset.theme')).toBe('dark');
  });

  it('the menu of a phone shows all', async () => {
    await page.resize(400, 800);
    await at('/');
    expect(await page.ask(seen('#site-menu'))).toBe(false);
    await page.click('[popovertarget=site-menu]');
    await becomes(seen('#site-menu'), true);
    await page.resize(1280, 800);
  });

  it('the comparison is narrowed by a choice, which its address keeps', async () => {
    await at('/matrix/');
    await page.click('compare-matrix summary');
    await page.click('label:has([data-asks=population][value=calf])');
    await becomes('location.search', '?population=calf');
    await becomes(`/^\\(\\d+ findings?\\)$/.test(${text('compare-matrix [data-count]')})`, true);
  });

  it('a page that was read opens when the server is gone, and says that it is a copy', async () => {
    await at('/topics/phlegmasia/');
    await becomes('navigator.serviceWorker.controller !== null', true);
    await becomes(
      'caches.open("patency-shelf").then((held) => held.keys()).then((keys) => keys.some(({ url }) => url.includes("/topics/phlegmasia/?")))',
      true,
    );
    await server.close();
    await at('/topics/phlegmasia/');
    await becomes(seen('#offline-bar [data-notice=copy]'), true);
  });
});
