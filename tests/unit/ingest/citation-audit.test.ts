/** What an article gives away about itself, case by case, and that no text whatever breaks the look at it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { citedWords, countMarks } from '../../../src/ingest/citation-mark.ts';
import { auditArticle } from '../../../src/ingest/citation-audit/audit.ts';
import { interestsTodo } from '../../../src/ingest/citation-audit/wording.ts';
import type { RawArticle } from '../../../src/ingest/raw-article.ts';

const TODAY = '2026-11-20';

const plain: RawArticle = {
  title: 'Straw on sheds',
  kind: 'narrative-review',
  kindBecause: 'the test says so',
  authors: [],
  issued: 'undated',
  language: 'en',
  coverage: 'full-text',
  aliases: [],
  headings: [],
  marks: [],
  references: [],
  disclaimers: [],
  boilerplate: [],
  text: 'Straw is laid on sheds.',
  doubts: [],
};
const articleOf = (over: Partial<RawArticle>): RawArticle => {
  const article = { ...plain, ...over };
  return { ...article, marks: countMarks(article.text.split('\n')) };
};

const cases = parse(readFileSync(join(import.meta.dirname, '../../cases/ingest-citation-audit.yaml'), 'utf8')) as {
  name: string;
  article: Partial<RawArticle>;
  says: string[];
}[];

describe('a look at an article alone', () => {
  it.each(cases)('$name', ({ article, says }) => {
    expect(auditArticle(articleOf(article), TODAY)).toEqual(says);
  });
});

describe('the statement of interests', () => {
  const asked = (over: Partial<RawArticle>): string =>
    interestsTodo(articleOf(over)).replace('Write `interests`: who paid, and who gains if the reader agrees. ', '');

  it('is named with its place where there is one', () => {
    const headings = [{ text: 'Funding' }];
    expect(asked({ headings, text: 'Straw is cheap.\nFunding\nThe work was paid by the guild.' })).toBe(
      'It has a statement on that: under “Funding”, paragraph 1.',
    );
    expect(asked({ text: 'Straw is cheap.\nThe study was funded by the guild of thatchers.' })).toBe(
      'It has a statement on that: paragraph 2.',
    );
  });

  it('is read as a denial where it is one', () => {
    expect(asked({ text: 'Competing interests: none declared.' })).toBe(
      'It has a statement on that: paragraph 1. It reads as if there were none to declare; say so in the note, and see who published it.',
    );
  });

  it('is missed where there is none, with the words that often go with payment', () => {
    expect(asked({})).toMatch(/^No statement of funding or of conflicts of interest was found\. Where the article does not say/);
    expect(asked({ text: 'Straw was shown at a symposium, with pictures supplied by a maker.' })).toContain(
      'It uses “symposium”, “supplied”: look there first.',
    );
  });

  it('is looked for in the lines around the article too', () => {
    expect(asked({ boilerplate: ['This page was funded by a maker.'] })).toBe(
      'A line of the page around it says something on that: look at its head and foot.',
    );
  });
});

it('gives each mark the words that it stands after', () => {
  expect(citedWords(['Straw lasts. 1 Moss [2,3] does not.', 'Reed holds.¹'])).toEqual([
    { mark: '1', words: 'Straw lasts.' },
    { mark: '2', words: 'Moss' },
    { mark: '3', words: 'Moss' },
    { mark: '1', words: 'Reed holds.' },
  ]);
});

const texts = fc.array(
  fc.oneof(fc.string(), fc.constantFrom('straw', '1', '[2,3]', '2020', 'not', 'minimal', 'risk', 'funded by', '.', '\n')),
  {
    maxLength: 60,
  },
);

it('takes any text with any list, always says the same, and says it in whole sentences', () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.record({ work: fc.string({ minLength: 1 }), mark: fc.constantFrom('1', '2', '9') }), { maxLength: 6 }),
      (words, references) => {
        const article = articleOf({ text: words.join(' '), references });
        const said = [...auditArticle(article, TODAY), interestsTodo(article)];
        expect(said).toEqual([...auditArticle(article, TODAY), interestsTodo(article)]);
        for (const one of said) expect(one).toMatch(/^[A-Z][\s\S]*\.$/);
      },
    ),
  );
});

it('takes a text of five megabytes in seconds', () => {
  const article = articleOf({ text: 'Straw is supported by a '.repeat(200_000), references: [{ work: 'Straw, 2001', mark: '1' }] });
  expect(auditArticle(article, TODAY)).toEqual([]);
}, 20_000);
