/** The last reading of the built site: it must see what no check of the content can. */
import { describe, expect, test } from 'vitest';
import { faultText, readPage, siteFaults } from '../../../src/integrations/built-page.ts';

const filler = 'Enough words that nobody takes this page for an empty one.';
const page = (file: string, inner: string) =>
  readPage(file, `<html><body><main><h1>A heading</h1><p>${filler}</p>${inner}</main></body></html>`);
const faults = (...pages: ReturnType<typeof page>[]) => siteFaults(pages, new Set(pages.map(({ file }) => file))).map(faultText);

describe('the faults of a built site', () => {
  test('a site whose links, fragments and citations hold has none', () => {
    const one = page('index.html', '<a href="/two/#there">on</a><a href="https://example.org/">out</a>');
    const two = page(
      'two/index.html',
      '<p id="there"><a href="#ref-a" data-source="a">NICE, 2019</a></p><ol><li id="ref-a" data-name="NICE, 2019">NICE (2019)</li></ol>',
    );
    expect(faults(one, two)).toEqual([]);
  });

  test('a link to a page that was not built is named', () => {
    expect(faults(page('index.html', '<a href="/gone/">on</a>'))).toMatchInlineSnapshot(`
      [
        "index.html: link to \`/gone/\`, which is not in the site",
      ]
    `);
  });

  test('a fragment that the target does not have is named', () => {
    expect(faults(page('index.html', '<a href="/two/#nowhere">on</a>'), page('two/index.html', ''))).toMatchInlineSnapshot(`
      [
        "index.html: link to \`/two/#nowhere\`, but that page has nothing with the id \`nowhere\`",
      ]
    `);
  });

  test('a fragment is sought as it is written where it cannot be decoded, and on a page with a name of its own', () => {
    expect(faults(page('index.html', '<a href="#50%">on</a><a href="/an-index.html#a">on</a>'), page('an-index.html', ''))).toEqual([
      'index.html: link to `#50%`, but that page has nothing with the id `50%`',
      'index.html: link to `/an-index.html#a`, but that page has nothing with the id `a`',
    ]);
  });

  test('a citation whose text names another entry is named', () => {
    const wrong = page('index.html', '<a href="#ref-b" data-source="b">NICE, 2019</a><p id="ref-b" data-name="CHEST, 2021">CHEST</p>');
    expect(faults(wrong)).toMatchInlineSnapshot(`
      [
        "index.html: the citation “NICE, 2019” leads to the entry “CHEST, 2021”",
      ]
    `);
  });

  test('the second of two works of one author in one list may be called by its year alone', () => {
    const list = '<p id="ref-a" data-name="NICE, 2019">a</p><p id="ref-b" data-name="NICE, 2020">b</p>';
    expect(
      faults(page('index.html', `<a href="#ref-a" data-source="a">NICE, 2019</a><a href="#ref-b" data-source="b">2020</a>${list}`)),
    ).toEqual([]);
  });

  test('a comma and a p inside a name are no page number, and a page number is no part of the name', () => {
    const list = '<p id="ref-a" data-name="Thukral, ATTRACT, predictors, 2022">a</p>';
    const named = '<a href="#ref-a" data-source="a">Thukral, ATTRACT, predictors, 2022</a>';
    const paged = '<a href="#ref-a" data-source="a">Thukral, ATTRACT, predictors, 2022, p. 3</a>';
    expect(faults(page('index.html', `${named}${paged}${list}`))).toEqual([]);
  });

  test('a citation left as text, a doubled id, a second h1 and an empty page are named', () => {
    const bad = page('index.html', '<p id="x">[@gone]</p><p id="x"></p><h1>Again</h1>');
    const empty = readPage('two/index.html', '<main><h1>Two</h1></main>');
    expect(faults(bad, empty)).toMatchInlineSnapshot(`
      [
        "index.html: the id \`x\` stands there more than once",
        "index.html: a citation was left as text: “[@gone]Again”",
        "index.html: 2 headings of the first level, expected one",
        "two/index.html: its main part is empty",
      ]
    `);
  });

  test('a page that only forwards needs no heading, but its target must be there', () => {
    const html = '<meta http-equiv="refresh" content="0;url=/gone/"><a href="/gone/">on</a>';
    const forward = readPage('papers/old/index.html', html, '/gone/');
    expect(forward.redirect).toBe(true);
    expect(siteFaults([forward], new Set(['papers/old/index.html'])).map(faultText)).toEqual([
      'papers/old/index.html: link to `/gone/`, which is not in the site',
    ]);
  });

  test('every way of leading to something that is there is no fault', () => {
    const links = ['/paper.pdf', '#%C3%A4', '#50%', '/an-index.html', '/two/'];
    const one = page('index.html', `<i id="ä"></i><i id="50%"></i>${links.map((href) => `<a href="${href}">on</a>`).join('')}`);
    const pages = [one, page('an-index.html', ''), page('two/index.html', '')];
    expect(siteFaults(pages, new Set([...pages.map(({ file }) => file), 'paper.pdf'])).map(faultText)).toEqual([]);
  });

  test.each([
    ['NICE, 2019', '<em>NICE</em>, <b>2019</b>'],
    ['NICE, 2019', 'NICE,\n2019'],
    ['NICE, 2019', 'NICE, 2019a'],
    ['NICE, n.d.', 'NICE, n.d.-b'],
    ['NICE, 2019', 'NICE, 2019, p. 3'],
    ['NICE, 2019', 'NICE, 2019, pp. 3–4'],
    ['NICE, 2019', 'NICE, 2019, para. 3'],
  ])('the entry “%s” may be cited as “%s”', (name, text) => {
    expect(faults(page('index.html', `<a href="#ref-a" data-source="a">${text}</a><p id="ref-a" data-name="${name}">a</p>`))).toEqual([]);
  });

  test.each([
    ['by the beginning of the name alone', 'NICE', '<p id="ref-a" data-name="NICE, 2019">a</p>', 'NICE, 2019'],
    ['without a word', '', '<p id="ref-a" data-name="NICE, 2019">a</p>', 'NICE, 2019'],
    ['that leads to no entry', 'NICE', '<p id="ref-a">a</p>', 'none'],
  ])('a citation %s is named', (_, text, entry, name) => {
    expect(faults(page('index.html', `<a href="#ref-a" data-source="a">${text}</a>${entry}`))).toEqual([
      `index.html: the citation “${text}” leads to the entry “${name}”`,
    ]);
  });

  test('an address that is no page is named once, by what it is', () => {
    expect(faults(page('index.html', '<a href="mailto:a@b.example">on</a>'))).toEqual([
      'index.html: a link to an address that is no page, on `<a>`: `href="mailto:a@b.example"`',
    ]);
  });

  test('an empty link, a third use of an id and a page without a heading are named once each', () => {
    const bare = readPage('two/index.html', `<main><p>${filler}</p></main>`);
    expect(faults(page('index.html', '<a href=""> on </a><i id="x"></i><i id="x"></i><i id="x"></i>'), bare)).toEqual([
      'index.html: an empty link, text “on”',
      'index.html: the id `x` stands there more than once',
      'two/index.html: 0 headings of the first level, expected one',
    ]);
  });

  test('what is not text, or is shown as typed, is not read as text', () => {
    const html = '<main>a<script>b</script><style>c</style><template>d</template><pre>e<b>f</b></pre><code>g</code>h</main>i';
    expect(readPage('index.html', html).text).toBe('ah');
  });

  test('a page forwards however its `refresh` is spelt', () => {
    expect(readPage('a.html', '<meta http-equiv="Refresh" content="0;url=/b/">').redirect).toBe(true);
    expect(readPage('a.html', '<meta http-equiv="content-type">').redirect).toBe(false);
  });
});
