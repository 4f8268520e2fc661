/** What the built pages say beside an interval: our words never make an unsettled one a finding of nothing, and no certainty is lent. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { contentFolder } from '../../src/config.ts';
import { sourceName } from '../../src/evidence/source-name.ts';
import { readContent } from '../../src/library/from-files.ts';
import type { SourceEntry } from '../../src/library/library.ts';
import { resultUrl } from '../../src/parts/urls.ts';
import { certaintyLevels } from '../../src/schema/certainty.ts';

const { findAll, getElementsByTagName, innerText } = DomUtils;
type Element = ReturnType<typeof findAll>[number];

const folder = inject('siteFolder');
const { library } = await readContent(contentFolder());
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => ({ path, document: parseDocument(readFileSync(join(folder, path), 'utf8')) }));

const blocks = new Set(['p', 'li', 'td', 'th', 'dd', 'dt', 'figcaption', 'summary', 'caption', 'h1', 'h2', 'h3', 'h4']);
const isBlock = ({ name }: Element): boolean => blocks.has(name);
const isQuotation = ({ name }: Element): boolean => name === 'blockquote' || name === 'q';
const within = (element: Element, is: (one: Element) => boolean): boolean => {
  for (let above = element.parent; above; above = above.parent) if ('attribs' in above && is(above)) return true;
  return false;
};
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Sentences of the innermost blocks, what stands in quotation marks left out. */
function sentencesOf(text: string): string[] {
  return plain(text)
    .replace(/“[^”]*”/g, '“”')
    .split(/(?<=[.!?])\s+(?=[\p{Lu}“])/u);
}
const told = pages.flatMap(({ path, document }) =>
  findAll((one) => isBlock(one) && !within(one, isQuotation) && findAll(isBlock, one.children).length === 0, document.children).flatMap(
    (block) => sentencesOf(innerText(block)).map((sentence) => ({ path, sentence, block })),
  ),
);

const number = '(−?\\d+(?:\\.\\d+)?)';
/** Whether a sentence prints an interval on both sides of no effect, e.g. `risk ratio 0.96 (0.82 to 1.11)` or `9 fewer to 11 more`. */
function crosses(sentence: string): boolean {
  if (/\d (?:fewer|lower) to [\d.,]+ (?:more|higher)/.test(sentence)) return true;
  const ratio = /\b(?:risk|odds|hazard|rate) ratio|\b(?:RR|OR|HR)\b/i.test(sentence);
  return [...sentence.matchAll(new RegExp(`${number} ?(?:to|–) ?${number}`, 'g'))].some(([, low = '', high = '']) => {
    const [from, until] = [low, high].map((end) => Number(end.replace('−', '-'))) as [number, number];
    return (ratio && from > 0 && from < 1 && until > 1) || (from < 0 && until > 0);
  });
}
const asNothing =
  /\bno (?:[a-z-]+ ){0,3}differences?\b|\b(?:did|does|do) not differ\b|\bconsistent(?:ly)?\b|\bhomogeneous\b|\bsimilar(?:ly)?\b/i;
/** The words of the method for an interval, the one use of the word that says which values it holds. */
const asAgreement = /\bcompatible\b(?! with (?:as (?:many|much) as|a risk|odds|a hazard)\b)/i;

describe('beside an interval that reaches to both sides', () => {
  test('the reading finds what it looks for', () => {
    expect(crosses('The risk ratio was 0.96 (0.82 to 1.11).')).toBe(true);
    expect(crosses('OR 0.75 (0.38–1.50)')).toBe(true);
    expect(crosses('2 more of 100 (9 fewer to 11 more)')).toBe(true);
    expect(crosses('0.2 points, −2.8 to 3')).toBe(true);
    expect(crosses('Between 6 and 24 months: risk ratio 0.65, 0.45 to 0.94')).toBe(false);
    expect(asNothing.test('In 31 people no clear difference was shown.')).toBe(true);
    expect(asNothing.test('Neither fewer nor more was shown.')).toBe(false);
    expect(asAgreement.test('The trials are compatible.')).toBe(true);
    expect(asAgreement.test('Compatible with as many as 9 fewer and 11 more of 100.')).toBe(false);
    expect(sentencesOf('It is so. “No difference”, they write, 0.5 to 2.')).toEqual(['It is so.', '“”, they write, 0.5 to 2.']);
    expect(told.filter(({ sentence }) => crosses(sentence)).length).toBeGreaterThan(100);
  });

  test('no words of ours say that there is no difference, or that studies agree', () => {
    const wrong = told.filter(({ sentence }) => crosses(sentence) && (asNothing.test(sentence) || asAgreement.test(sentence)));
    expect(wrong.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([]);
  });
});

const sources = [...library.sources.values()];
const levels = Object.entries(certaintyLevels).map(([level, label]) => ({ level, label: label.toLowerCase() }));
const resultAt = (href: string) =>
  sources
    .flatMap((source) => source.results.map((result) => ({ source, result })))
    .find(({ source, result }) => resultUrl(source.id, result) === href);
const rowsIn = (name: string): Element[] =>
  pages.flatMap(({ document }) => findAll((one) => (one.attribs['class'] ?? '').split(' ').includes(name), document.children));
const hrefIn = (element: Element): string => getElementsByTagName('a', element)[0]?.attribs['href'] ?? '';

describe('a certainty', () => {
  test('stands in a summary of findings only beside the estimate that its rater rated, and there always', () => {
    const rows = rowsIn('summary').flatMap((table) =>
      getElementsByTagName('tr', table).flatMap((row) => {
        const cell = findAll((one) => one.attribs['data-label'] === 'Certainty', row.children)[0];
        return cell ? [{ says: plain(innerText(cell)), found: resultAt(hrefIn(row)) }] : [];
      }),
    );
    const rated = ({ source, result }: { source: SourceEntry; result: SourceEntry['results'][number] }): string | undefined =>
      result.certainty && `${certaintyLevels[result.certainty.level]}, rated by ${sourceName(source)}`;
    expect(rows.filter(({ says }) => / rated by /.test(says)).length).toBeGreaterThan(2);
    for (const { says, found } of rows) {
      if (!found) throw new Error(`A row whose certainty is “${says}” leads to no result.`);
      if (rated(found) === undefined) expect(says).toMatch(/^(?:Not rated|Rating not read)$/);
      // Several rows side by side have none, though one of them may.
      else expect([rated(found), 'Not rated']).toContain(says);
    }
  });

  test('stands in a card only beside the estimate that its rater rated', () => {
    const rows = rowsIn('numbers').flatMap((list) => getElementsByTagName('li', list));
    const rated = rows.filter((row) => /certainty/.test(innerText(row)));
    expect(rated.length).toBeGreaterThan(0);
    for (const row of rated) {
      const level = resultAt(hrefIn(row))?.result.certainty?.level;
      expect(plain(innerText(row))).toContain(`certainty ${levels.find((one) => one.level === level)?.label ?? 'of nobody'}`);
    }
  });

  test('stands in a sentence beside an estimate only where a source that it cites gave it', () => {
    const level = levels.map(({ label }) => label).toSorted((a, b) => b.length - a.length);
    const said = new RegExp(`\\b(${level.join('|')}) certainty`, 'i');
    const estimate = new RegExp(`${number} ?\\(${number}[^)]* ?(?:to|–) ?${number}`);
    const held = ({ findings, results, body }: SourceEntry): string =>
      [
        body,
        ...findings.flatMap(({ says, certainty, grade }) => [says, certainty ?? '', grade?.words ?? '']),
        ...results.map((one) => one.certainty?.level.replace('-', ' ') ?? ''),
      ]
        .join('\n')
        .toLowerCase();
    const beside = told.filter(
      ({ path, sentence }) => /^(?:questions|topics)\//.test(path) && said.test(sentence) && estimate.test(sentence),
    );
    const lent = beside.filter(({ block, sentence }) => {
      const cited = getElementsByTagName('a', block).flatMap((link) => /^#ref-(.+)$/.exec(link.attribs['href'] ?? '')?.[1] ?? []);
      const word = said.exec(sentence)?.[1]?.toLowerCase() ?? '';
      return (
        cited.length > 0 &&
        !cited.some((id) => sources.some((source) => source.id === id && new RegExp(`\\b${word}\\b`).test(held(source))))
      );
    });
    expect(beside.length).toBeGreaterThan(0);
    expect(lent.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([]);
  });
});
