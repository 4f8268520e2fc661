import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InputDocument } from '../../../src/ingest/document.ts';
import { bytesOf, ingest } from './fixture.ts';
import { toPdf, type MadeLine, type MadePdf } from '../../../scripts/bench/made-pdf.ts';

async function take(pdf: MadePdf | Uint8Array, more: Partial<InputDocument> = {}) {
  const bytes = pdf instanceof Uint8Array ? pdf : toPdf(pdf);
  const [one, ...others] = await ingest({ name: 'paper.pdf', bytes, ...more });
  if (!one || others.length > 0) throw new Error('Expected one article.');
  return one;
}
async function draftOf(pdf: MadePdf | Uint8Array) {
  const { outcome, article, ending } = await take(pdf);
  if (outcome.state !== 'drafted' || !article) throw new Error(`Expected a draft, got ${JSON.stringify(outcome)}.`);
  return { ...outcome, article, ending };
}

const running = (page: number): MadeLine[] => [
  { text: `Annals of Invented Hands 12 (2021) ${200 + page}`, y: 810, size: 8 },
  { text: String(page), x: 297, y: 30, size: 8 },
];
const heading = (text: string): MadeLine => ({ text, size: 13, heavy: true });

/** A paper of three pages about an invented study. */
const paper: MadePdf = {
  info: { Title: 'Microsoft Word - thumbs_final2.doc', Author: 'asample', CreationDate: 'D:20210301120000Z' },
  pages: [
    [
      ...running(1),
      { text: 'Gel splints after a sprained thumb:', size: 18, heavy: true },
      { text: 'a randomised trial', size: 18, heavy: true },
      'Ada B Sample and Cleo van Example',
      'Published: 5 March 2021. https://doi.org/10.1234/aih.2021.77',
      heading('Introduction'),
      { text: 'Thumbs are sprained often, and what to wear is disputed.', raised: '1,2' },
      'A gel-filled splint holds the joint, while a sleeve of cloth is cheap and soon inva-',
      'luable in the kitchen. Nobody had compared a gel-',
      'filled splint with a sleeve before, as far as the authors could find at the time.',
    ],
    [
      ...running(2),
      heading('Methods'),
      'Adults of an invented town who had fallen on one hand within three days took part,',
      { text: 'and those with a broken bone were sent to a hospital.', raised: '3' },
      { text: 'Who was asked', heavy: true, above: 8 },
      'People at two clinics were asked, and most of those who were asked said yes, but for a',
      'few who had no time.',
      '• pain at rest on a scale of ten',
      '• grip in kilograms',
      heading('Results'),
      'Pain was the same in both arms after a week, and grip came back a little sooner with the',
    ],
    [
      ...running(3),
      'splint than with the sleeve, though the two met again in the end.',
      heading('References'),
      '1. Example C. Thumbs of the world. Journal of Invented',
      'Joints, 2011',
      '2. Placeholder D. Sleeves or splints, 2015',
      '3. Sample A. How to ask about pain, 2018',
    ],
  ],
};

describe('a paper as PDF', () => {
  it('becomes exactly the draft that lies beside it', async () => {
    const { text, id, because } = await draftOf(paper);
    await expect(`${text}\n<!-- ${id}: ${because} -->\n`).toMatchFileSnapshot(
      join(import.meta.dirname, '../../fixtures/ingest-pdf/paper.md'),
    );
  });

  it('keeps the page of each heading, and reads on over the end of a page', async () => {
    const { article, ending } = await draftOf(paper);
    expect(ending).toBe('.pdf');
    expect(article.headings.map(({ text, page }) => `${text} ${page ?? ''}`)).toEqual([
      'Introduction 1',
      'Methods 2',
      'Who was asked 2',
      'Results 2',
    ]);
    expect(article.text).toContain('a little sooner with the splint than with the sleeve');
    expect(article.text).toContain('\npain at rest on a scale of ten\ngrip in kilograms\n');
  });

  it('mends words at the ends of lines, and keeps a hyphen that the paper writes elsewhere too', async () => {
    const { article } = await draftOf(paper);
    expect(article.text).toContain('soon invaluable in the kitchen');
    expect(article.text).toContain('compared a gel-filled splint with');
  });

  it('loses running heads and page numbers, and takes raised numbers for marks', async () => {
    const { article } = await draftOf(paper);
    expect(article.text).not.toMatch(/Annals of Invented Hands/);
    expect(article.marks).toEqual(['1', '2', '3'].map((mark) => ({ mark, count: 1 })));
    expect(article.references.map(({ work, mark }) => `${mark ?? ''} ${work}`)).toContain(
      '1 Example C. Thumbs of the world. Journal of Invented Joints, 2011',
    );
  });

  it('is called what its file says where the first page prints the same, and never what a program wrote', async () => {
    const pages = [
      [
        { text: 'LANCET OF HANDS', size: 20 },
        { text: 'On splints for thumbs', size: 14 },
        ...Array<string>(6).fill('The splint is worn on the thumb for four weeks and then is not.'),
      ],
    ];
    expect((await draftOf({ pages, info: { Title: 'On splints for thumbs', Author: 'Ada Sample; Bo Quill' } })).article).toMatchObject({
      title: 'On splints for thumbs',
      authors: [
        { family: 'Sample', given: 'Ada' },
        { family: 'Quill', given: 'Bo' },
      ],
    });
    const other = (await draftOf({ pages, info: { Title: 'Something else entirely here' } })).article;
    expect(other.title).toBe('LANCET OF HANDS');
    expect(other.doubts.join()).toContain('the file says of itself “Something else entirely here”');
  });
});

const lineOf = (i: number): string => `Thumb ${i} was held by gel for a week and could hold a key again sooner than the rest of them.`;

describe('a PDF that shows less than an article', () => {
  const articleOf = async (made: MadePdf) => {
    const [one] = await ingest({ name: 'a.pdf', bytes: toPdf(made) });
    return one?.article;
  };

  it('is titled by its first line where all is printed in one size, and keeps its text', async () => {
    const article = await articleOf({ pages: [Array.from({ length: 30 }, (_, i) => lineOf(i))] });
    expect(article?.title).toBe(lineOf(0));
    expect(article?.text).toContain(lineOf(29));
    expect(article?.doubts[0]).toBe('Check `title`: it is the first line, since no line of the first page is set larger.');
  });

  it('takes no paragraph in large print for its title', async () => {
    const article = await articleOf({
      pages: [
        [
          ...Array.from({ length: 6 }, (_, i) => ({ text: `Thumb ${i} was held by gel for a week.`, size: 14 })),
          ...Array.from({ length: 20 }, (_, i) => lineOf(i + 6)),
        ],
      ],
    });
    expect(article?.title).toBe('Thumb 0 was held by gel for a week.');
    expect(article?.text).toContain(lineOf(25));
  });

  it('is an excerpt where its pages hold few words', async () => {
    const article = await articleOf({ pages: [[{ text: 'Gel for thumbs', size: 18 }, lineOf(1)], [lineOf(2)], [lineOf(3)]] });
    expect(article).toMatchObject({ coverage: 'excerpt' });
    expect(article?.doubts[0]).toMatch(/^The PDF gives \d+ words on 3 pages, few for an article/);
  });
});

describe('a PDF that cannot be read is refused by what is wrong with it', () => {
  const whole = toPdf(paper);
  it.each([
    ['encrypted', toPdf({ ...paper, encrypted: true }), 'The PDF is encrypted and asks for a password.'],
    ['a scan', toPdf({ pages: [[], ['Seen'], []] }), 'The PDF is a scan without text: 3 pages with 4 letters in all.'],
    ['cut off', whole.subarray(0, 2000), 'The PDF is cut off: its end is missing.'],
    ['damaged', Buffer.from(`%PDF-1.4\n${'x'.repeat(3000)}\n%%EOF`), 'The PDF is damaged and cannot be read.'],
    [
      'a web page',
      bytesOf('<!doctype html><title>Log in</title>'),
      'It is called a PDF, and it does not begin as one does: it is a web page, probably one that asks to log in.',
    ],
    ['something else', bytesOf('PK\u0003\u0004'), 'It is called a PDF, and it does not begin as one does.'],
    ['a book', toPdf({ pages: Array<string[]>(601).fill(['A page']) }), 'The PDF has 601 pages, more than any article (600).'],
    ['too large', Buffer.concat([whole, Buffer.alloc(60 * 1024 * 1024)]), 'The PDF is larger than 60 MB, too large for one article.'],
  ])('%s', async (_, bytes, reason) => {
    const { outcome } = await take(bytes);
    expect(outcome).toMatchObject({ state: 'refused', reason });
    expect(outcome.state === 'refused' && /^[A-Z].*\.$/s.test(outcome.hint)).toBe(true);
  });

  it('also when only the server said that it is one', async () => {
    expect((await take(bytesOf('Not here.'), { name: 'https://hands.example/a', mediaType: 'application/pdf' })).outcome).toMatchObject({
      reason: 'It is called a PDF, and it does not begin as one does.',
    });
  });
});
