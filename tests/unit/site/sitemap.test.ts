import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { SourceHistory } from '../../../src/schema/history.ts';
import { sitemapRows, toRobotsTxt, toSitemap } from '../../../src/site/sitemap.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTopic } from '../made.ts';

const source = madeSource('moon-2020-cheese', { findings: [madeFinding('rinds', 'for', { id: 'f' })] });
const history = (on: string): SourceHistory => ({
  source: source.id,
  findings: [{ id: 'f', since: '2026-01-02', changes: [{ on, what: 'sentence' }] }],
  results: [],
});
const rowsOn = (on: string) => {
  const library = madeLibrary({
    sources: [source],
    questions: [madeQuestion('rinds')],
    topics: [madeTopic('legs')],
    histories: [history(on)],
  });
  return new Map(sitemapRows(buildEvidenceGraph(library, '2026-06-01')).map(({ address, changed }) => [address, changed]));
};

describe('the sitemap', () => {
  it('dates a page by its own day or, where that is later, by what moved in it', () => {
    const rows = rowsOn('2026-03-04');
    expect(rows.get('/questions/rinds/')).toBe('2026-03-04');
    expect(rows.get('/sources/moon-2020-cheese/')).toBe('2026-03-04');
    expect(rows.get('/updates/')).toBe('2026-03-04');
    expect(rows.get('/topics/legs/')).toBe('2026-01-01');
    expect(rows.get('/about/')).toBeUndefined();
  });

  it('knows of nothing that is still to come, and leaves out the desk of the editors', () => {
    expect(rowsOn('2026-07-01').get('/questions/rinds/')).toBe('2026-01-02');
    expect([...rowsOn('2026-03-04').keys()].filter((address) => address.startsWith('/editorial/'))).toEqual(['/editorial/people/']);
  });

  it('is XML with whole addresses, and is named to crawlers only where the site has one', () => {
    const text = toSitemap(
      [
        { address: '/a&b/', changed: '2026-03-04' },
        { address: '/c/', changed: undefined },
      ],
      'https://rinds.example/',
    );
    expect(text).toContain(
      '<url><loc>https://rinds.example/a&amp;b/</loc><lastmod>2026-03-04</lastmod></url>\n<url><loc>https://rinds.example/c/</loc></url>',
    );
    expect(toRobotsTxt('https://rinds.example/')).toBe('User-agent: *\nAllow: /\nSitemap: https://rinds.example/sitemap.xml\n');
    expect(toRobotsTxt(undefined)).not.toContain('Sitemap');
  });
});
