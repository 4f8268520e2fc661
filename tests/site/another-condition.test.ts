/** A site on another condition, built from its content folder alone: whatever of the shipped site stands in it was wired into the code. */
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/library/from-files.ts';
import { startServer } from '../../scripts/static-server.ts';
import { useSite } from '../browser/visit.ts';
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

interface Words {
  readonly label?: string;
}
interface Term {
  readonly id: string;
  readonly name: string;
  readonly abbreviations?: readonly string[];
  readonly synonyms?: readonly string[];
}

/** Terms of the shipped glossary that a site on anything may use: methods, measures and grades; no organ, drug, device or disease. */
const general: ReadonlySet<string> = new Set([
  ...['randomised-trial', 'subgroup-analysis', 'confidence-interval', 'risk-ratio', 'odds-ratio', 'absolute-risk-reduction'],
  ...['grade-approach', 'research-only', 'vendor-content', 'machine-summary'],
]);
/** The name of the software, which stands in the names of its files and keys; as a word of the disease it is an outcome. */
const software = /patency[-.]|Patency Serif/g;

const readYaml = async <T>(file: string): Promise<T> => parse(await readFile(file, 'utf8')) as T;

/** Every word of the shipped content that names its disease, as a reader sees it. */
async function shippedWords(): Promise<Set<string>> {
  const [{ populations, interventions, outcomes, phases }, terms, { name, condition, about, scope }] = await Promise.all([
    readYaml<Record<string, Record<string, Words | string>>>('content/vocabulary.yaml'),
    readYaml<Term[]>('content/terms.yaml'),
    readYaml<Record<string, string>>('content/site.yaml'),
  ]);
  const labels = [populations, interventions, outcomes, phases].flatMap((list = {}) =>
    Object.values(list).map((row) => (typeof row === 'string' ? row : (row.label ?? ''))),
  );
  const named = terms
    .filter(({ id }) => !general.has(id))
    .flatMap((term) => [term.name, ...(term.abbreviations ?? []), ...(term.synonyms ?? [])]);
  return new Set([...labels, ...named, ...[name, condition, about, scope].flatMap((text) => text ?? [])]);
}

/** Any of some words, whole; one in capitals stands for itself alone, e.g. `OR` is no `or`. */
function wholeWords(words: readonly string[]): (text: string) => readonly string[] {
  const capital = /\p{Lu}{2}/u;
  const signs = [words.filter((word) => capital.test(word)), words.filter((word) => !capital.test(word))].map((some, i) => {
    const any = some.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, i === 0 ? 'gu' : 'giu');
  });
  return (text) => [...new Set(signs.flatMap((sign) => text.match(sign) ?? []))];
}

describe('the built site', () => {
  it('has a page for everything in its content', async () => {
    const { library } = await readContent(CONTENT);
    const wanted = (['sources', 'questions', 'topics', 'pathways', 'terms', 'figures'] as const).flatMap((kind) =>
      [...library[kind].keys()].map((id) => `${kind === 'terms' ? 'glossary' : kind}/${id}/index.html`),
    );
    expect(wanted.length).toBeGreaterThan(25);
    expect(wanted.filter((name) => !texts.has(name))).toEqual([]);
  });

  it('says on every page that it is invented', () => {
    const silent = [...texts].filter(([name, text]) => name.endsWith('.html') && !/invented/i.test(text)).map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('holds no word of the shipped site’s disease', async () => {
    const words = [...(await shippedWords())];
    expect(words.length).toBeGreaterThan(300);
    const wordsIn = wholeWords(words);
    expect(wordsIn('It is no dvt, or is it? A DVT: Calf clots.')).toEqual(['DVT', 'Calf']);
    const found = [...texts].flatMap(([name, text]) => wordsIn(text.replace(software, '')).map((word) => `${name}: ${word}`));
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
