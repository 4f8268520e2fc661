import { describe, expect, it } from 'vitest';
import { toCslDate, toCslItem, toCslJson, workType } from '../../../src/exports/csl.ts';
import { toReference, exportFormats } from '../../../src/exports/registry.ts';
import { madeSource, sourceKindNames } from '../made.ts';

const leaflet = madeSource('board-2019-leaflet', {
  kind: 'guidance-public',
  title: 'Rinds & <b>you</b>',
  authors: [{ organisation: 'Board of Rinds' }],
  issued: '2019-06-12',
  publisher: 'Board',
  url: 'https://example.org/leaflet',
  retrieved: '2026-11-20',
});
const paper = madeSource('moon-2020-cheese', {
  container: 'Journal of Rinds',
  volume: 7,
  issue: 2,
  pages: '11-19',
  doi: '10.1000/rind',
  issued: 2020,
});

describe('CSL-JSON', () => {
  it('prints a source with its own fields and no others', () => {
    expect(toCslItem(leaflet)).toMatchInlineSnapshot(`
      {
        "URL": "https://example.org/leaflet",
        "accessed": {
          "date-parts": [
            [
              2026,
              11,
              20,
            ],
          ],
        },
        "author": [
          {
            "literal": "Board of Rinds",
          },
        ],
        "id": "board-2019-leaflet",
        "issued": {
          "date-parts": [
            [
              2019,
              6,
              12,
            ],
          ],
        },
        "language": "en",
        "publisher": "Board",
        "title": "Rinds & <b>you</b>",
        "type": "report",
      }
    `);
  });

  it('is as precise as the date, and silent on an undated work', () => {
    expect(['2019', '2019-06', '2019-06-12', 'undated'].map(toCslDate)).toEqual([
      { 'date-parts': [[2019]] },
      { 'date-parts': [[2019, 6]] },
      { 'date-parts': [[2019, 6, 12]] },
      undefined,
    ]);
    expect(toCslItem(madeSource('a', { issued: 'undated' }))).not.toHaveProperty('issued');
  });

  it('keeps the order of the sources and parses', () => {
    expect((JSON.parse(toCslJson([paper, leaflet])) as { id: string }[]).map((item) => item.id)).toEqual([paper.id, leaflet.id]);
  });
});

describe('a formatted reference', () => {
  it('stands on one line without a number', () => {
    expect(toReference(leaflet, 'vancouver')).toMatchInlineSnapshot(
      `"Board of Rinds. Rinds & you [Internet]. Board; 2019 Jun [cited 2026 Nov 20]. Available from: https://example.org/leaflet"`,
    );
    expect(toReference(paper, 'vancouver')).toMatchInlineSnapshot(
      `"Moon A. Work moon-2020-cheese. Journal of Rinds. 2020;7(2):11–9. doi:10.1000/rind"`,
    );
    expect(toReference(paper, 'apa')).toMatchInlineSnapshot(
      `"Moon, A. (2020). Work moon-2020-cheese. Journal of Rinds, 7(2), 11–19. https://doi.org/10.1000/rind"`,
    );
    expect(
      toReference(madeSource('a', { kind: 'vendor', issued: 'undated', url: 'https://example.org/', container: 'A Maker' }), 'apa'),
    ).toMatchInlineSnapshot(`"Moon, A. (n.d.). Work a. A Maker. Retrieved January 1, 2026, from https://example.org/"`);
  });
});

describe('the registry of exports', () => {
  it('has one row for each format, with ids and endings of its own', () => {
    expect(exportFormats.map((format) => format.label)).toEqual(['Vancouver', 'APA', 'BibTeX', 'RIS', 'CSL-JSON', 'JSON-LD']);
    expect(new Set(exportFormats.map((format) => format.ending)).size).toBe(exportFormats.length);
  });

  it.each(exportFormats.flatMap((format) => sourceKindNames.map((kind) => [format, kind] as const)))(
    'gives text in $label for every kind',
    (format, kind) => {
      const source = madeSource('a-2020-b', { kind, title: 'A title', url: 'https://example.org/' });
      const text = format.toText(source);
      expect(text).toContain('A title');
      expect(text).toMatch(/\n$/);
      expect(format.toText(source)).toBe(text);
    },
  );

  it('types every kind as its table says', () => {
    const table = sourceKindNames.map((kind) => {
      const alone = workType({ kind, container: undefined });
      const printed = workType({ kind, container: 'A Journal' });
      return `${kind}: ${[alone.csl, alone.bibtex, alone.ris, alone.schemaOrg].join(' ')} | ${[printed.csl, printed.bibtex, printed.ris].join(' ')}`;
    });
    expect(table).toMatchInlineSnapshot(`
      [
        "guideline: report techreport RPRT MedicalGuideline | article-journal article JOUR",
        "guidance-public: report techreport RPRT MedicalWebPage | report techreport RPRT",
        "position-statement: report techreport RPRT MedicalGuideline | article-journal article JOUR",
        "systematic-review: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "trial: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "subgroup-analysis: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "trial-protocol: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "registry: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "cohort: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "case-series: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "narrative-review: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "safety-notice: report misc RPRT Report | report misc RPRT",
        "instrument: article-journal article JOUR MedicalScholarlyArticle | article-journal article JOUR",
        "vendor: webpage misc ELEC WebPage | webpage misc ELEC",
        "news: article-newspaper misc NEWS NewsArticle | article-newspaper misc NEWS",
        "machine-summary: webpage misc ELEC WebPage | webpage misc ELEC",
      ]
    `);
  });
});
