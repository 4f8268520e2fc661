/** The built site as a stranger's browser would meet it: every page there, valid, linked, and about what it says. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readPage, type BuiltPage } from '../../src/integrations/built-page.ts';
import { readBuiltSite } from '../../src/integrations/dist-check.ts';
import { allFormerFragments } from '../../src/evidence/former-items.ts';
import { redirectsFor } from '../../src/integrations/redirects.ts';
import { rules } from '../../src/check/rules.ts';
import { readContent } from '../../src/library/from-files.ts';
import { entriesOf, withoutDrafts, type Library } from '../../src/library/library.ts';
import { entryPath } from '../../src/schema/addresses.ts';
import { pageCollections } from '../../src/schema/collections.ts';
import { site } from '../../src/config.ts';
import { buildEvidenceGraph } from '../../src/evidence/build-evidence.ts';
import { sitemapRows } from '../../src/site/sitemap.ts';

const folder = inject('siteFolder');
let files: string[];
let html: Map<string, string>;
let pages: BuiltPage[];
let library: Library;

/** One kind of flaw, or one state of review, of the desk as data. */
interface Entries {
  readonly entries: readonly { readonly file: string }[];
}

beforeAll(async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const names = files.filter((name) => name.endsWith('.html'));
  html = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
  pages = [...html].map(([name, text]) => readPage(name, text));
  library = withoutDrafts((await readContent('content')).library);
});

describe('the built site', () => {
  test('answers every address that a finding or number of a source ever had', () => {
    const held = new Map(pages.map(({ file, ids }) => [file, new Set(ids)]));
    const lost = [...library.sources.values()].flatMap((source) =>
      allFormerFragments(library, source).filter((fragment) => !held.get(`sources/${source.id}/index.html`)?.has(fragment)),
    );
    expect(library.histories.size).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });

  test('has a page for everything in the library, and every page that is promised', () => {
    const expected = [
      ...[
        'index.html',
        '404.html',
        'search/index.html',
        'topics/index.html',
        'questions/index.html',
        'glossary/index.html',
        'references/index.html',
        'matrix/index.html',
        'updates/index.html',
      ],
      ...[
        'about/index.html',
        'about/method/index.html',
        'about/editorial-policy/index.html',
        'about/accessibility/index.html',
        'about/licences/index.html',
        'about/disclaimer/index.html',
      ],
      ...['editorial/index.html', 'editorial/people/index.html', 'editorial/rules/index.html'],
      ...rules.map(({ name }) => `editorial/rules/${name}/index.html`),
      ...[...library.topics.keys()].map((id) => `topics/${id}/index.html`),
      ...[...library.questions.keys()].map((id) => `questions/${id}/index.html`),
      ...[...library.sources.keys()].map((id) => `sources/${id}/index.html`),
      ...[...library.terms.keys()].map((id) => `glossary/${id}/index.html`),
    ];
    expect(expected.filter((name) => !html.has(name))).toEqual([]);
  });

  test('forwards every old address to a page', () => {
    const aliases = [...library.sources.values()].flatMap(({ aliases: own }) => own);
    expect(aliases.length).toBeGreaterThan(0);
    for (const alias of aliases) expect(readPage('', html.get(`${alias.slice(1)}/index.html`) ?? '').redirect, alias).toBe(true);
  });

  test('has no dead link or fragment, no lost citation, no citation that names another entry, one h1 a page, and no markup that is not ours', async () => {
    const citations = pages.flatMap(({ links }) => links.filter(({ cites }) => cites !== undefined));
    expect(citations.length).toBeGreaterThan(50);
    const { pages: read, faults } = await readBuiltSite(folder, await redirectsFor('content'));
    expect(read).toBe(pages.length);
    expect(faults).toEqual([]);
  });

  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // How the compiler writes HTML, not what it means.
        'doctype-style': 'off',
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        // The palette is the combobox pattern of the ARIA Authoring Practices: its list is no select.
        'prefer-native-element': ['error', { exclude: ['listbox'] }],
        // Titles of articles are as long as their authors made them.
        'long-title': 'off',
      },
    });
    const found: string[] = [];
    for (const [name, text] of html) {
      if (readPage(name, text).redirect) continue;
      const report = await validator.validateString(text, name);
      const messages = report.results.flatMap((result) => result.messages);
      // The forms of pathways send nothing: what they say changes while one answers, in a live region, so there is nothing to submit.
      const meant = messages.filter(({ ruleId }) => !(ruleId === 'wcag/h32' && name.startsWith('pathways/')));
      found.push(...meant.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`));
    }
    expect(found.slice(0, 20)).toEqual([]);
  });

  test('carries machine-readable data that parses, on every topic, question, source and term', () => {
    const blocks = [...html].flatMap(([name, text]) =>
      [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) => [name, match[1] ?? ''] as const),
    );
    const parsed = blocks.map(([name, text]) => [name, JSON.parse(text) as Record<string, unknown>] as const);
    expect(parsed.every(([, data]) => data['@context'] === 'https://schema.org')).toBe(true);
    const held = library.topics.size + library.questions.size + library.sources.size + library.terms.size;
    expect(parsed.length).toBeGreaterThanOrEqual(held);
  });

  test('keeps the desk of the editors out of the way of readers who search, and its data as complete as its page', async () => {
    const desk = [...html].filter(([name]) => name.startsWith('editorial/'));
    const former = rules.flatMap(({ formerly = [] }) => formerly);
    expect(desk.length).toBe(3 + rules.length + former.length);
    expect(desk.filter(([, text]) => text.includes('data-pagefind-body')).map(([name]) => name)).toEqual([]);
    const page = html.get('editorial/index.html') ?? '';
    expect(page).toContain('<meta name="robots" content="noindex"');
    const data = JSON.parse(await readFile(join(folder, 'editorial/flaws.json'), 'utf8')) as { flaws: Entries[]; queue: Entries[] };
    const files = [...data.flaws, ...data.queue].flatMap(({ entries }) => entries.map(({ file }) => file));
    expect(files.length).toBeGreaterThan(100);
    expect(page.match(/class="desk-file"/g)?.length).toBe(files.length);
    expect([...new Set(files)].filter((file) => !page.includes(file))).toEqual([]);
  });

  test('has in its sitemap what it does not keep from search engines, and nothing else', () => {
    const found = [...html].flatMap(([name, text]) =>
      text.includes('<meta name="robots" content="noindex"') || readPage('', text).redirect ? [] : [`/${name.replace(/index\.html$/, '')}`],
    );
    const rows = sitemapRows(buildEvidenceGraph(library, site.asOf)).map(({ address }) => address);
    expect(rows.toSorted()).toEqual(found.sort());
    // Nobody has said where it is published.
    expect(files.filter((name) => name === 'sitemap.xml')).toEqual([]);
  });

  test('claims no address as long as nobody has said where it is published', () => {
    expect(site.url).toBeUndefined();
    const claiming = [...html]
      .filter(([, text]) => /<link rel="canonical" href="https?:|og:url|patency\.example/.test(text))
      .map(([name]) => name);
    expect(claiming).toEqual([]);
  });

  test('asks nothing of another host: no script, style, font, image or frame from elsewhere', () => {
    const loads =
      /<(?:script|img|iframe|source|video|audio)[^>]+src="(https?:)?\/\/|<link[^>]+rel="(?:stylesheet|preload|icon)"[^>]+href="(https?:)?\/\//;
    expect([...html].filter(([, text]) => loads.test(text)).map(([name]) => name)).toEqual([]);
  });

  test('offers the forms of a repository on every page, or on none where none is named', () => {
    const framed = [...html].filter(([, text]) => text.includes('class="colophon"'));
    const offering = framed.filter(([, text]) => text.includes('template=report-an-error.yml'));
    expect(framed.length).toBeGreaterThan(50);
    expect(offering).toHaveLength(site.repository ? framed.length : 0);
  });

  test('says on every page with medical statements that no clinician has approved it, as long as none has', () => {
    // None is approved as shipped; a page that somebody approves is told of elsewhere.
    expect(library.approvals.size).toBe(0);
    const open = pageCollections.flatMap((collection) =>
      entriesOf(library, collection).map(({ id }) => `${entryPath(collection, id).slice(1)}index.html`),
    );
    expect(open.filter((name) => !html.get(name)?.includes('No clinician has approved this page yet.'))).toEqual([]);
    expect(open.filter((name) => !html.get(name)?.includes('/about/editorial-policy/#approve'))).toEqual([]);
  });
});
