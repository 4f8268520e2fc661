import { describe, expect, it } from 'vitest';
import { pageKindOf, sizeOf, weighPage } from '../../../scripts/bench/page-weight.ts';

const encoder = new TextEncoder();

function weigh(html: string, files: Record<string, string> = {}) {
  const asked: string[] = [];
  const weight = weighPage('/topics/x/', html, (address) => {
    asked.push(address);
    const text = files[address];
    return text === undefined ? undefined : encoder.encode(text);
  });
  return { ...weight, asked };
}

describe('the weight of a page', () => {
  it('is its HTML alone when it loads nothing', () => {
    const html = '<h1>Clot</h1><a href="/topics/y/">y</a>';
    const weight = weigh(html);
    expect([weight.requests, weight.asked]).toEqual([1, []]);
    expect(weight.total).toEqual(sizeOf(encoder.encode(html)));
  });

  it('takes in style sheets, the fonts that they name, scripts, what those import at once, and pictures', () => {
    const files = {
      '/_astro/page.css': '@font-face{src:url(../fonts/a.woff2) format("woff2")}',
      '/fonts/a.woff2': 'font',
      '/_astro/a.js': 'import"./b.js";import{c}from"./c.js";const d=()=>import("./later.js");',
      '/_astro/b.js': 'export{a}from"./a.js"',
      '/_astro/c.js': 'export const c=1',
      '/plate.png': 'picture',
    };
    const html = '<link rel="stylesheet" href="/_astro/page.css"><script type="module" src="/_astro/a.js"></script><img src="/plate.png">';
    const weight = weigh(html, files);
    expect(weight.asked).toEqual(['/_astro/page.css', '/fonts/a.woff2', '/plate.png', '/_astro/a.js', '/_astro/b.js', '/_astro/c.js']);
    expect(weight.requests).toBe(7);
    expect(weight.fonts).toEqual({ brotli: 4, gzip: 4 });
    expect(weight.total.gzip).toBe(weight.html.gzip + weight.css.gzip + weight.js.gzip + weight.fonts.gzip + 'picture'.length);
  });

  it('counts one file once, however often it is named', () => {
    const weight = weigh('<link rel="preload" as="font" href="/a.woff2"><style>@font-face{src:url(/a.woff2)}</style>', {
      '/a.woff2': 'font',
    });
    expect([weight.requests, weight.fonts.gzip]).toEqual([2, 4]);
  });

  it('counts inline scripts as scripts but not twice, and data not at all', () => {
    const html = '<script>document.title="x"</script><script type="application/ld+json">{"from":"./x.js"}</script>';
    const weight = weigh(html);
    expect(weight.js.gzip).toBeGreaterThan(0);
    expect(weight.total).toEqual(weight.html);
    expect(weight.requests).toBe(1);
  });

  it('leaves out what waits: pictures further down, icons, what another page needs', () => {
    expect(weigh('<img loading="lazy" src="/a.png"><link rel="icon" href="/favicon.svg"><link rel="prefetch" href="/b.js">').requests).toBe(
      1,
    );
  });

  it('names what asks another host and what is not there', () => {
    const weight = weigh('<script src="https://cdn.example/x.js"></script><link rel="stylesheet" href="/gone.css">');
    expect([weight.foreign, weight.missing]).toEqual([['https://cdn.example/x.js'], ['/gone.css']]);
  });

  it('is told apart by kind of page', () => {
    expect(['/', '/topics/', '/topics/x/', '/404.html'].map(pageKindOf)).toEqual(['home', 'topics list', 'topics page', 'not found']);
  });
});
