/** Every figure as it was built: a text alternative, the same numbers in a table or list beside it, and where they come from. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, DomUtils } from 'htmlparser2';
import { beforeAll, describe, expect, inject, test } from 'vitest';

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

const folder = join(inject('siteFolder'), 'figures');
let pages: Map<string, Element[]>;

const all = (inside: Element[] | Element, test: (element: Element) => boolean): Element[] =>
  DomUtils.findAll(test, Array.isArray(inside) ? inside : [inside]);
const isA =
  (name: string, className = '') =>
  (element: Element) =>
    element.name === name && (!className || (element.attribs['class'] ?? '').split(' ').includes(className));
const textOf = (element: Element): string => DomUtils.textContent(element).replace(/\s+/g, ' ').trim();

beforeAll(async () => {
  const entries = await readdir(folder, { recursive: true });
  const names = entries.filter((name) => name.endsWith('index.html') && name !== 'index.html');
  pages = new Map(
    await Promise.all(
      names.map(async (name) => [name, parseDocument(await readFile(join(folder, name), 'utf8')).children as Element[]] as const),
    ),
  );
});

describe('every figure page', () => {
  test('is there: forest plots, timeline and vein map', () => {
    expect([...pages.keys()]).toEqual(expect.arrayContaining(['timeline/index.html', 'vein-map/index.html', 'forest/pts-any/index.html']));
    expect(pages.size).toBeGreaterThan(8);
  });

  test('has a title on each drawing, and a description in words', () => {
    for (const [name, page] of pages) {
      for (const drawing of all(page, isA('svg', 'drawing'))) {
        const ids = `${drawing.attribs['aria-labelledby'] ?? ''} ${drawing.attribs['aria-describedby'] ?? ''}`.split(' ').filter(Boolean);
        const words = ids.map((id) => all(drawing, (element) => element.attribs['id'] === id).map(textOf)[0] ?? '');
        expect(words.length, name).toBe(2);
        expect(Math.min(...words.map(({ length }) => length)), name).toBeGreaterThan(10);
      }
    }
  });

  test('has the numbers of every mark beside it, under a head that says what either side means', () => {
    let marks = 0;
    for (const [name, page] of pages) {
      if (!name.startsWith('forest/')) continue;
      expect(all(page, isA('table', 'figure-table')).length, name).toBe(1);
      for (const table of all(page, isA('table', 'forest'))) {
        expect(textOf(table), name).toMatch(/(?:Favours|Fewer|Lower) .+(?:Favours|More|Higher) /);
        for (const row of all(table, isA('tr')).filter((one) => all(one, isA('g', 'effect')).length > 0)) {
          marks += 1;
          expect(all(row, isA('a')).map(textOf)[0], name).toMatch(/\w/);
          expect(all(row, isA('span', 'reads')).map(textOf)[0], name).toMatch(/^−?[\d.]+ \(−?[\d.]+ to −?[\d.]+\)/);
        }
      }
    }
    expect(marks).toBeGreaterThan(20);
  });

  test('lists on the timeline what it draws, in the same order', () => {
    const page = pages.get('timeline/index.html') ?? [];
    const drawn = all(page, isA('svg', 'timeline')).flatMap((drawing) => all(drawing, isA('a')).map(({ attribs }) => attribs['href']));
    const listed = all(page, isA('div', 'timeline-lists')).flatMap((list) => all(list, isA('a')).map(({ attribs }) => attribs['href']));
    expect(drawn.length).toBeGreaterThan(30);
    expect(listed.filter((href) => drawn.includes(href))).toEqual(drawn);
  });

  test('says that it was drawn by us, from what, and that nobody has approved it', () => {
    for (const [name, page] of pages) {
      const words = page.map((part) => ('attribs' in part ? textOf(part) : '')).join(' ');
      expect(words, name).toContain('Drawn by us from the cited numbers');
      expect(words, name).toContain('under review');
      expect(words, name).toMatch(/No clinician has approved/);
    }
  });

  test('prints the formula and its source wherever a number is ours', () => {
    for (const [name, page] of pages) {
      const ours = all(page, (element) => element.attribs['data-ours'] !== undefined).length > 0;
      const words = page.map((part) => ('attribs' in part ? textOf(part) : '')).join(' ');
      expect(words.includes('Newcombe RG.') && words.includes('Wilson EB.'), name).toBe(ours);
    }
  });
});

test('questions about doing something carry the plots of their rows, with the way to the whole figure', async () => {
  const expected = {
    'pts-incidence': ['pts-any'],
    'pts-severity': ['pts-moderate-severe', 'pts-severe'],
    'filter-effect': ['pulmonary-embolism'],
  };
  for (const [question, outcomes] of Object.entries(expected)) {
    const page = parseDocument(await readFile(join(folder, '..', 'questions', question, 'index.html'), 'utf8')).children as Element[];
    const figures = all(page, isA('figure', 'figure'));
    const links = figures.flatMap((figure) => all(figure, isA('a')).map(({ attribs }) => attribs['href'] ?? ''));
    // Those of the outcomes that it asks about come first.
    const whole = links.filter((href) => href.startsWith('/figures/'));
    expect(whole.slice(0, outcomes.length)).toEqual(outcomes.map((outcome) => `/figures/forest/${outcome}/`));
    for (const figure of figures) expect(all(figure, isA('g', 'effect')).length).toBeGreaterThan(0);
  }
});
