/** A site on another condition, built from its content folder alone: whatever of the shipped site stands in it was wired into the code. */
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/library/from-files.ts';
import { startServer } from '../../scripts/static-server.ts';
import { useSite } from '../browser/visit.ts';
import { phraseFinder, phrasesOf } from '../house/disease-words.ts';
import { copyProject, type ProjectCopy } from '../project-copy.ts';

const CONTENT = 'tests/fixtures/kidney-stones/content';
let copy: ProjectCopy;
let folder: string;
/** What a reader or a program can be given, by path: pages, data, feeds; no pictures and no index. */
let texts: Map<string, string>;

// Before the browser, which asks for the site: hooks run in the order in which they stand here.
beforeAll(async () => {
  copy = await copyProject();
  // Elsewhere than `content`, which is not there: nothing may look for it.
  await cp(CONTENT, join(copy.folder, 'another'), { recursive: true });
  await copy.build('2026-11-27', { PATENCY_CONTENT: 'another', SITE_URL: 'https://stones.example' });
  folder = join(copy.folder, 'dist');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(?:html|json|xml|webmanifest|svg|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  texts = new Map(await Promise.all(names.map(async (name) => [name.slice(folder.length + 1), await readFile(name, 'utf8')] as const)));
});
const site = useSite(() => startServer({ folder, port: 0 }));
afterAll(() => copy.close());

describe('the built site', () => {
  it('has a page for everything in its content', async () => {
    const { library } = await readContent(CONTENT);
    const wanted = (['sources', 'questions', 'topics', 'pathways', 'terms', 'figures'] as const).flatMap((kind) =>
      [...library[kind].keys()].map((id) => `${kind === 'terms' ? 'glossary' : kind}/${id}/index.html`),
    );
    expect(wanted.length).toBeGreaterThan(25);
    expect(wanted.filter((name) => !texts.has(name))).toEqual([]);
  });

  it('says on every page where it is published', () => {
    const silent = [...texts]
      .filter(([name, text]) => name.endsWith('index.html') && !/http-equiv="refresh"/.test(text))
      .filter(([name, text]) => {
        const address = `https://stones.example/${name.slice(0, -'index.html'.length)}`;
        return (
          !text.includes(`<link rel="canonical" href="${address}">`) || !text.includes(`<meta property="og:url" content="${address}">`)
        );
      })
      .map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('gives a camera the address of each question on its sheet', () => {
    const questions = [...texts].filter(([name]) => /^questions\/[^/]+\/index\.html$/.test(name));
    expect(questions.length).toBeGreaterThan(2);
    expect(questions.filter(([, text]) => !text.includes('class="qr-code"')).map(([name]) => name)).toEqual([]);
  });

  it('says on every page that it is invented', () => {
    const silent = [...texts]
      .filter(([name, text]) => name.endsWith('.html') && !/http-equiv="refresh"/.test(text) && !/invented/i.test(text))
      .map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('holds no word of the shipped site’s disease', async () => {
    const { library } = await readContent('content');
    const { tagline, condition, about, scope } = library.site;
    const ofSite = [tagline, condition, about, scope].map((text) => ({ text, from: 'site.yaml' }));
    const find = phraseFinder([...phrasesOf(library), ...ofSite]);
    expect(find('Nothing on DVT, dvt or removing clot from a leg vein: Calf.')).toEqual(['DVT', 'removing clot from a leg vein', 'Calf']);
    const found = [...texts].flatMap(([name, text]) => find(text).map((word) => `${name}: ${word}`));
    expect(found).toEqual([]);
  });
});

describe('for a reader', () => {
  it('search finds a term by what people call it', async () => {
    const page = await site.open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('waves of loin pain');
    await page.locator('#search-palette [role=option][aria-selected=true]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin()}/glossary/renal-colic/`);
  });

  it('the pathway is walked to an outcome, the danger first', async () => {
    const page = await site.open('/pathways/stone-society-2024-steps/');
    const outcome = () => page.locator('[data-outcome]').innerText();
    await page.locator('input[name=fever][value=yes]').check();
    await expect.poll(outcome).toBe('Drain the kidney at once');
    await page.goto(`${site.origin()}/pathways/stone-society-2024-steps/#fever=no&millimetres=12&place=upper`);
    await page.reload();
    await expect.poll(outcome).toBe('Shock waves or a scope');
    await page.goto(`${site.origin()}/pathways/stone-society-2024-steps/#fever=no&millimetres=10`);
    await page.reload();
    await expect.poll(outcome).toBe('The source does not say');
  });

  it('the figure shows each part with what the evidence covers there', async () => {
    const page = await site.open('/figures/urinary-tract/');
    const parts = await page.locator('svg a[data-segment]').evaluateAll((all) =>
      all.map((part) => {
        const { width, height } = part.getBoundingClientRect();
        return { name: part.getAttribute('aria-label')?.split(':')[0], seen: width > 40 && height > 40 };
      }),
    );
    expect(parts).toMatchInlineSnapshot(`
      [
        {
          "name": "Renal pelvis, 0 findings",
          "seen": true,
        },
        {
          "name": "Lower pole, 0 findings",
          "seen": true,
        },
        {
          "name": "Upper ureter, 1 finding",
          "seen": true,
        },
        {
          "name": "Middle ureter, 2 findings",
          "seen": true,
        },
        {
          "name": "Lower ureter, 5 findings",
          "seen": true,
        },
      ]
    `);
  });
});
