/** What a built file may not hold: each of these was not put there by the site, so the build fails, with the place it comes from. */
import { describe, expect, test } from 'vitest';
import { fileIntruders, placeOf } from '../../../src/integrations/dist-check.ts';
import { faultText, readPage, siteFaults } from '../../../src/integrations/built-page.ts';

const files = new Set([
  'index.html',
  'two/index.html',
  'theme.js',
  '_astro/Page.B084RsxN.css',
  '_astro/a.DZ0-2FhV.js',
  'favicon.svg',
  'p/v.png',
]);
const html = (inner: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body><main><h1>A</h1><p>Enough words that nobody takes this page for an empty one.</p>${inner}</main></body></html>`;
const faults = (text: string, forwards?: string): string[] =>
  siteFaults([readPage('index.html', text, forwards), readPage('two/index.html', html(''))], files).map(faultText);

test('what pages of the site are made of is no fault', () => {
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><script src="/theme.js"></script>
    <link rel="stylesheet" href="/_astro/Page.B084RsxN.css"><link rel="canonical" href="https://patency.example/"><script type="module" src="/_astro/a.DZ0-2FhV.js"></script>
    <script type="application/ld+json">{"name":"\\u003c/script>"}</script>`;
  const body = `<a href="/two/">on</a> <a href="https://example.org/a?b=c#d">out</a> <img src="/p/v.png" alt=""> <form action="/search/" method="get" role="search">
    <input type="search" name="q"></form><form method="dialog"><button>x</button></form> <search-palette data-x="1"></search-palette>
    <svg viewBox="0 0 1 1"><symbol id="s"><path d="M0 0" fill="url(#p)"/></symbol><use href="#s"/><a href="/two/"><text>t</text></a></svg><noscript><p>x</p></noscript>`;
  expect(faults(html(body, head))).toEqual([]);
});

describe('what the site does not put into a page is named', () => {
  test.each([
    ['<p onclick="x()">a</p>', '`onclick="x()"`'],
    ['<p style="color:red">a</p>', '`style="color:red"`'],
    ['<script>x()</script>', 'a script that is none of ours: `x()`'],
    ['<script src="/_astro/b.DZ0-2FhV.js"></script>', 'it loads `/_astro/b.DZ0-2FhV.js`, which is not in the site'],
    ['<script src="https://evil.invalid/_astro/a.DZ0-2FhV.js"></script>', 'a script that is none of ours'],
    ['<script src="/topics/a.js"></script>', 'a script that is none of ours'],
    ['<script src="/theme.js">x()</script>', 'a script that is none of ours'],
    ['<script type="application/ld+json">{</script>', 'data for machines that is no JSON'],
    ['<script type="importmap">{}</script>', 'a script that is none of ours'],
    ['<style>p{}</style>', 'an element `<style>`'],
    ['<base href="https://evil.invalid/">', 'an element `<base>`'],
    ['<iframe srcdoc="x"></iframe>', 'an element `<iframe>`'],
    ['<object data="/x"></object>', 'an element `<object>`'],
    ['<embed src="/x">', 'an element `<embed>`'],
    ['<video src="/x"></video>', 'an element `<video>`'],
    ['<math><mi>x</mi></math>', 'an element `<math>`'],
    ['<svg><foreignObject><p>x</p></foreignObject></svg>', 'an element `<foreignObject>`'],
    ['<svg><script>x()</script></svg>', 'an element `<script>`'],
    ['<svg><use href="/p/v.svg#a"/></svg>', 'a drawing with a part from elsewhere'],
    ['<svg><use xlink:href="data:image/svg+xml,x"/></svg>', '`xlink:href="data:image/svg+xml,x"`'],
    ['<svg><path fill="url(https://evil.invalid/)"/></svg>', 'a drawing with a part from elsewhere'],
    ['<svg><animate attributeName="href" to="javascript:x"/></svg>', 'an element `<animate>`'],
    ['<svg onload="x()"></svg>', '`onload="x()"`'],
    ['<form action="https://evil.invalid/"></form>', 'a form that sends to another address'],
    ['<form><button formaction="https://evil.invalid/">x</button></form>', '`formaction="https://evil.invalid/"`'],
    ['<input type="password">', 'an input of type `password`'],
    ['<img src="https://evil.invalid/p.gif" alt="">', 'a picture from elsewhere'],
    ['<img src="//evil.invalid/p.gif" alt="">', 'a picture from elsewhere'],
    ['<img src="/p/v.png" srcset="https://evil.invalid/p.gif 2x" alt="">', '`srcset='],
    ['<a href="javascript:x()">a</a>', 'a link to an address that is no page'],
    ['<a href=" javascript:x()">a</a>', 'a link to an address that is no page'],
    ['<a href="java&#9;script:x()">a</a>', 'a link to an address that is no page'],
    ['<a href="data:text/html,x">a</a>', 'a link to an address that is no page'],
    ['<a href="//evil.invalid/">a</a>', 'a link to an address that is no page'],
    ['<a href="https://patency.example@evil.invalid/">a</a>', 'a link to an address that is no page'],
    ['<a href="/two/" ping="https://evil.invalid/">a</a>', '`ping="https://evil.invalid/"`'],
    ['<link rel="stylesheet" href="https://evil.invalid/a.css">', 'something that loads from elsewhere'],
    ['<link rel="dns-prefetch" href="/two/">', 'something that loads from elsewhere'],
    [
      '<meta http-equiv="refresh" content="0;url=https://evil.invalid/">',
      '`<meta http-equiv="refresh" content="0;url=https://evil.invalid/">`',
    ],
    ['<noscript><meta http-equiv="refresh" content="0;url=https://evil.invalid/"></noscript>', '`<meta http-equiv="refresh"'],
    ['<noscript><p title="</noscript><img src=x onerror=x()>"></p></noscript>', '`onerror='],
    ['<template><img src="https://evil.invalid/"></template>', 'a picture from elsewhere'],
    ['<a title="<wbr>"><img src=x onerror=x()>"></a>', '`onerror='],
  ])('%s', (inner, says) => {
    const found = faults(html(inner));
    expect(found.join('\n')).toContain(says);
  });

  test('a page forwards to the address of its redirect and to no other', () => {
    const page = (to: string): string => `<meta http-equiv="refresh" content="0;url=${to}"><a href="/two/">on</a>`;
    expect(faults(page('/two/'), '/two/')).toEqual([]);
    expect(faults(page('https://evil.invalid/'), '/two/').join()).toContain('refresh');
    expect(faults(page('/two/')).join()).toContain('refresh');
  });
});

test('drawings, XML, styles and data are looked into as well', () => {
  const says = (file: string, text: string): string =>
    fileIntruders(file, text)
      .map((one) => one.says)
      .join();
  expect(says('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><style>g{color:red}</style><g/></svg>')).toBe('');
  expect(says('a.svg', '<svg onload="x()"/>')).toContain('onload');
  expect(says('a.svg', '<svg><script>x()</script></svg>')).toContain('<script>');
  expect(says('a.svg', '<svg><style>@import "https://evil.invalid/"</style></svg>')).toContain('loads from elsewhere');
  expect(says('a.svg', '<svg><a href="javascript:x()"/></svg>')).toContain('a link to an address that is no page');
  expect(says('a.svg', '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>')).toContain('an instruction');
  expect(says('a.xml', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>')).toBe('');
  expect(says('a.xml', '<?xml-stylesheet href="x.xsl"?><feed/>')).toContain('an instruction');
  expect(says('a.xml', '<feed><x:script xmlns:x="http://www.w3.org/1999/xhtml">x()</x:script></feed>')).toContain('markup that can run');
  expect(says('a.css', 'a{background:url(https://evil.invalid/)}')).toContain('loads from elsewhere');
  expect(says('a.css', '@font-face{src:url("/fonts/a.woff2")}')).toBe('');
  expect(says('a.json', '{"a":')).toContain('no JSON');
});

test('a fault is placed where its file says it', () => {
  const content = [
    { path: 'sources/a-2020-b.md', bytes: new TextEncoder().encode('---\ntitle: A\n---\n\nOne.\nTwo <img src=x\nonerror=y>.\n') },
    { path: 'terms.yaml', bytes: new TextEncoder().encode('- id: clot\n  name: clot\n  definition: See https://evil.invalid/pixel.\n') },
  ];
  const at = (file: string, ...sought: string[]): string | undefined => placeOf({ file, says: '', sought }, 'content', content);
  expect(at('sources/a-2020-b/index.html', 'y', 'onerror=')).toBe('content/sources/a-2020-b.md:7');
  expect(at('sources/a-2020-b/index.html', '<IMG')).toBe('content/sources/a-2020-b.md:6');
  expect(at('sources/a-2020-b/index.html', 'nowhere')).toBe('content/sources/a-2020-b.md:1');
  expect(at('glossary/clot/index.html', 'https://evil.invalid/pixel')).toBe('content/terms.yaml:3');
  expect(at('updates/index.html', 'https://evil.invalid/pixel')).toBe('content/terms.yaml:3');
  expect(at('updates/index.html', 'nowhere at all')).toBeUndefined();
});
