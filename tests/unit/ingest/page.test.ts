import { describe, expect, it } from 'vitest';
import { toDate } from '../../../src/ingest/field-date.ts';
import { bytesOfPage, doubtsOf, draftOf, page, SENTENCE } from './taken-page.ts';

describe('a page that breaks off is a teaser', () => {
  it.each([
    ['by its words', page('', '<div>Subscribe to continue reading</div>'), 'Subscribe to continue'],
    [
      'by its JSON-LD',
      page('<script type="application/ld+json">{"@type":"Article","headline":"On splints","isAccessibleForFree":"False"}</script>'),
      'not accessible for free',
    ],
    [
      'also with a form to log in beside it',
      page('', '<form><input type="password"></form><p>Log in to continue reading.</p>'),
      'Log in to continue',
    ],
  ])('%s', async (_, html, words) => {
    const { article } = await draftOf(html);
    expect(article.coverage).toBe('teaser');
    expect(article.doubts.join('\n')).toContain(`(“${words}”)`);
  });

  it('and an abstract where a journal shows no more', async () => {
    expect(
      (await draftOf(page('<meta name="citation_journal_title" content="Invented Hands">', '<h2>Conclusion</h2><p>It may help.</p>')))
        .article.coverage,
    ).toBe('abstract');
  });
});

describe('the characters of a page', () => {
  const said = 'Œdème à l’épaule – déjà vu';
  const encoded = Buffer.concat([
    Buffer.from(page('').split('<p>')[0] ?? ''),
    Buffer.from('<p>'),
    Buffer.from([
      0x8c, 0x64, 0xe8, 0x6d, 0x65, 0x20, 0xe0, 0x20, 0x6c, 0x92, 0xe9, 0x70, 0x61, 0x75, 0x6c, 0x65, 0x20, 0x96, 0x20, 0x64, 0xe9, 0x6a,
      0xe0, 0x20, 0x76, 0x75, 0x20,
    ]),
    Buffer.from(`${SENTENCE.repeat(4)}</p>`),
  ]);

  it('are read by the encoding that was served with it', async () => {
    const { article } = await draftOf(encoded, { mediaType: 'text/html; charset=windows-1252' });
    expect(article.text).toContain(said);
    expect(article.doubts.join()).not.toContain('written in');
  });

  it('are read as browsers read them where it names none, and the editor is told', async () => {
    const { article } = await draftOf(encoded);
    expect(article.text).toContain(said);
    expect(article.doubts[0]).toContain('The page names no encoding; it was read as windows-1252');
  });

  it('are read as what they are where it names another encoding', async () => {
    expect(await doubtsOf(page('<meta charset="utf-16">', '<p>déjà vu</p>'))).not.toContain('Ã');
    const { article } = await draftOf(encoded, { mediaType: 'text/html; charset=utf-8' });
    expect(article.text).toContain(said);
    expect(article.doubts[0]).toContain('says that it is written in UTF-8, which it is not');
  });

  it('are read from UTF-16 by its mark', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page('', '<p>déjà vu</p>'), 'utf16le')]);
    expect((await draftOf(bytes)).article.text).toContain('déjà vu');
  });

  it('lose soft hyphens, invisible spaces and ligatures, and are composed', async () => {
    const { article } = await draftOf(
      page('', '<p>A ﬁ&shy;nal\u200b ﬂow of cafe\u0301 &amp; &#8220;tea&#8221;, held long enough to be a paragraph.</p>'),
    );
    expect(article.text).toContain('A final flow of café & “tea”, held');
  });
});

describe('what a page claims of itself', () => {
  it('is taken from the most trusted place, and a contradiction becomes a doubt', async () => {
    const doubts = await doubtsOf(
      page(`<meta name="DC.Title" content="Splints and slings"><meta name="DC.Creator" content="Sample, Ada"><meta name="author" content="Bo Quill">
        <meta name="DC.Date" content="2020-05-04"><meta property="article:published_time" content="2020-06-01">
        <meta name="citation_doi" content="10.1234/a"><script type="application/ld+json">{"@type":"Article","headline":"Splints and slings","identifier":"https://doi.org/10.1234/b"}</script>`),
    );
    expect(doubts.split('\n').filter((line) => line.startsWith('Check'))).toMatchInlineSnapshot(`
      [
        "Check \`doi\`: \`citation_doi\` on the page says “10.1234/a” and \`Article.identifier\` says “10.1234/b”; take what the page shows.",
        "Check \`title\`: \`DC.Title\` on the page says “Splints and slings” and \`h1\` says “On splints”; take what the page shows.",
        "Check \`issued\`: \`DC.Date\` on the page says “2020-05-04” and \`article:published_time\` says “2020-06-01”; take what the page shows.",
        "Check \`authors\`: \`DC.Creator\` on the page names “Sample” and \`author\` names “Quill”; take those whom the page shows.",
      ]
    `);
  });

  it('is as precise as the most precise place that agrees', async () => {
    const { article } = await draftOf(
      page('<meta name="citation_year" content="2020"><meta property="article:published_time" content="2020-06-01T10:00">'),
    );
    expect(article.issued).toBe('2020-06-01');
    expect(article.doubts.join()).not.toContain('issued');
  });

  it.each([
    ['2019/01/05', '2019-01-05'],
    ['2019 Jan 5', '2019-01-05'],
    ['2019 January', '2019-01'],
    ['5 janvier 2019', '2019-01-05'],
    ['2019-01-05T23:00:00-05:00', '2019-01-05'],
    ['2019', '2019'],
    ['2019-02-31', undefined],
    ['soon', undefined],
  ])('dates itself %s, which is %s', (written, date) => expect(toDate(written)).toBe(date));

  it('is held against its words and its address', async () => {
    const doubts = await doubtsOf(page('<link rel="canonical" href="https://other.example/a">').replace('lang="en"', 'lang="fr"'), {
      address: 'https://hands.example/b',
    });
    expect(doubts).toContain('the page says fr, and its words look like en');
    expect(doubts).toContain('was read at https://hands.example/b and names https://other.example/a');
  });

  it('that it was retracted is passed on', async () => {
    expect(await doubtsOf(page('<meta name="citation_title" content="RETRACTED: On splints">'))).toContain('add `retracted`');
  });

  it('is believed of no machine that signs as a guideline', async () => {
    const { article } = await draftOf(
      page(
        '<meta property="og:title" content="Guideline on splints">',
        '<p>This page was generated by AI and is pending human review.</p>',
      ),
    );
    expect(article.kind).toBe('machine-summary');
  });
});

it('a page keeps its headings, its lists and its tables, and loses its boilerplate', async () => {
  const { article, ending } = await draftOf(bytesOfPage('journal-article'));
  expect(ending).toBe('.html');
  expect(article.headings.map(({ text }) => text)).toContain('Who took part');
  expect(article.text).toContain('\npain on a scale of ten at rest\ngrip in kilograms, best of three\n');
  expect(article.text).toContain('Week | Splint | Sleeve');
  expect(article.text).toContain('before, as far as we could find');
  expect(article.text).not.toMatch(/cookies|All issues|dataLayer/);
});
