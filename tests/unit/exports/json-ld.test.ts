import fc from 'fast-check';
import type { Thing } from 'schema-dts';
import { describe, expect, it } from 'vitest';
import { toSourcePage } from '../../../src/exports/page-json-ld.ts';
import { toWork, toJsonLdText } from '../../../src/exports/json-ld-work.ts';
import { sourceKinds } from '../../../src/schema/kinds.ts';
import { madeSource, sourceKindNames } from '../made.ts';

const site = {
  name: 'Rinds',
  description: 'On rinds.',
  url: 'https://rinds.example',
  language: 'en-GB',
  licence: { content: { url: 'https://creativecommons.org/licenses/by/4.0/' } },
};
const read = (...things: Thing[]) => JSON.parse(toJsonLdText(things)) as Record<string, unknown>;

describe('a work as structured data', () => {
  it('is a guideline and the paper that prints it', () => {
    const guideline = madeSource('board-2020-rinds', {
      kind: 'guideline',
      authors: [{ organisation: 'Board' }],
      container: 'Journal',
      doi: '10.1000/x',
    });
    expect(read(toWork(guideline))).toMatchInlineSnapshot(`
      {
        "@context": "https://schema.org",
        "@type": "MedicalGuideline",
        "guidelineDate": "2020",
        "name": "Work board-2020-rinds",
        "recognizingAuthority": {
          "@type": "Organization",
          "name": "Board",
        },
        "subjectOf": {
          "@type": "MedicalScholarlyArticle",
          "author": [
            {
              "@type": "Organization",
              "name": "Board",
            },
          ],
          "datePublished": "2020",
          "identifier": [
            {
              "@type": "PropertyValue",
              "propertyID": "doi",
              "value": "10.1000/x",
            },
          ],
          "inLanguage": "en",
          "isPartOf": {
            "@type": "Periodical",
            "name": "Journal",
          },
          "name": "Work board-2020-rinds",
          "sameAs": [
            "https://doi.org/10.1000/x",
          ],
        },
      }
    `);
  });

  it('is never called a guideline unless its kind is one that advises', () => {
    const called = sourceKindNames.filter((kind) =>
      JSON.stringify(toSourcePage(madeSource('a', { kind, container: 'X' }), site)).includes('MedicalGuideline'),
    );
    expect(called).toEqual(['guideline', 'position-statement']);
    expect(called.every((kind) => sourceKinds[kind].carries === 'recommendation')).toBe(true);
  });
});

describe('structured data as text', () => {
  it('cannot end the script element that it stands in, and still says the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('</script><script>', '<!--', '\u2028')), (name) => {
        const text = toJsonLdText([{ '@type': 'Thing', name }]);
        expect(text).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@type': 'Thing', name });
      }),
    );
  });
});
