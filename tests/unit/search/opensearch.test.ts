import { describe, expect, it } from 'vitest';
import { toOpenSearch } from '../../../src/search/page.ts';

describe('the search description for browsers', () => {
  const text = toOpenSearch({
    name: 'Veins & clots, all of them',
    tagline: 'Says “a < b”',
    url: 'https://site.example/',
    language: 'en-GB',
  });

  it('leads to the search page with the words that were typed', () => {
    expect(text).toContain('template="https://site.example/search/?q={searchTerms}"');
  });

  it('keeps the name within sixteen signs and writes signs of XML as text', () => {
    expect(text).toContain('<ShortName>Veins &amp; clots, a</ShortName>');
    expect(text).toContain('a &lt; b');
  });
});
