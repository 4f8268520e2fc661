import { describe, expect, it } from 'vitest';
import { linkHeadings, splitOpening, toPageParts } from '../../../src/parts/page-parts.ts';

const page = [
  '<div class="opening"><h1>Rinds</h1></div>',
  '<section class="band" aria-labelledby="lead"> <h2 id="lead">Bottom line</h2> <h3>public</h3> </section>',
  '<section class="band" aria-labelledby="full" data-pagefind-ignore> <h2 id="full">In full</h2>',
  '<h2 id="how">How &amp; <em>why</em></h2> <p>Text.</p> <h3 id="more">More</h3> </section>',
  '<section class="band" aria-labelledby="end"> <h2 id="end">Questions</h2> </section>',
].join('');

describe('the contents of a page', () => {
  it('are its bands, with the headings of the prose below the band that holds them', () => {
    expect(toPageParts(page)).toEqual([
      { href: '#lead', text: 'Bottom line', parts: [] },
      {
        href: '#full',
        text: 'In full',
        parts: [
          { href: '#how', text: 'How & why' },
          { href: '#more', text: 'More' },
        ],
      },
      { href: '#end', text: 'Questions', parts: [] },
    ]);
  });

  it('are the headings of the second level where there are no bands', () => {
    expect(toPageParts('<h2 id="a">A</h2><h3 id="b">B</h3><h2 id="c">C</h2>')).toEqual([
      { href: '#a', text: 'A', parts: [{ href: '#b', text: 'B' }] },
      { href: '#c', text: 'C', parts: [] },
    ]);
  });

  it('are the same before and after the headings are linked', () => {
    expect(toPageParts(linkHeadings(page))).toEqual(toPageParts(page));
  });
});

describe('a heading', () => {
  it('becomes a link to itself and keeps its attributes and marks', () => {
    expect(linkHeadings('<h2 class="x" id="how">How <em>so</em></h2>')).toBe(
      '<h2 class="x" id="how"><a class="self" href="#how">How <em>so</em></a></h2>',
    );
  });

  it.each([
    ['has no id', '<h3>public</h3>'],
    ['holds a link', '<h2 id="a">See <a href="/">this</a></h2>'],
    ['is seen by nobody', '<h2 class="visually-hidden" id="a">Filters</h2>'],
    ['is the title', '<h1 id="a">Rinds</h1>'],
  ])('stays as it is when it %s', (_, html) => {
    expect(linkHeadings(html)).toBe(html);
  });
});

describe('the opening of a page', () => {
  it('ends where the first band starts', () => {
    const { opening, rest } = splitOpening(page);
    expect(opening).toBe('<div class="opening"><h1>Rinds</h1></div>');
    expect(opening + rest).toBe(page);
  });

  it('is empty on a page without bands', () => {
    expect(splitOpening('<p>Text.</p>')).toEqual({ opening: '', rest: '<p>Text.</p>' });
  });
});
