import { describe, expect, it } from 'vitest';
import { toFormPage, toLostFormPage, adminPage } from '../../../src/editor/form-page.ts';

const repository = 'https://github.com/owner/name';
const readers = 'https://patency.example';

describe('the page in front of the form', () => {
  it('leads back to readers’ pages where they are, and nowhere where nothing is published', () => {
    const hrefs = (place: Parameters<typeof adminPage>[0]) => adminPage(place).links.map(({ href }) => href);
    expect(hrefs({ name: 'Patency', repository, readers, beside: false })).toEqual([
      'https://patency.example/',
      'https://patency.example/about/editorial-policy/',
      'https://patency.example/about/method/',
    ]);
    expect(hrefs({ name: 'Patency', repository, beside: false })).toEqual([]);
    expect(hrefs({ name: 'Patency', repository, beside: true })).toEqual(['/', '/about/editorial-policy/', '/about/method/']);
  });

  it('says how long it knows who has signed in, to the editor and to its script', () => {
    const page = (beside: boolean): string => toFormPage(adminPage({ name: 'Patency', repository, readers, beside }));
    expect(page(false)).toContain('It stays in this tab, until you close it.');
    expect(page(false)).toContain('data-sign-in-lasts="tab"');
    expect(page(true)).toContain('It stays in this page, until you leave or load it again.');
    expect(page(true)).toContain('data-sign-in-lasts="page"');
  });

  it('has nothing inline, and names its own files by where they stand', () => {
    const html = toFormPage(adminPage({ name: 'Patency', repository, readers, beside: false }));
    expect(html.match(/<script[^>]*>[^<]*/g)).toEqual(['<script type="module" src="./admin.js">']);
    expect(html).not.toMatch(/ on\w+=|<style| style=/);
    expect(html.match(/(?:src|href)="\.\/[^"]+"/g)).toEqual([
      'href="./admin.css"',
      'href="./config.json"',
      'src="./admin.js"',
      'href="./licences.txt"',
    ]);
  });

  it('prints what it is told as text', () => {
    const page = { ...adminPage({ name: 'Patency', repository, readers, beside: false }), title: '<b>"x"</b>' };
    expect(toFormPage(page)).toContain('<h1>&lt;b&gt;&quot;x&quot;&lt;/b&gt;</h1>');
    expect(toLostFormPage(page)).toContain('<a href="/">&lt;b&gt;');
  });
});
