import type { Thing } from 'schema-dts';
import { describe, expect, it } from 'vitest';
import { toBreadcrumbs, toQuestionPage, toTopicPage, toWebSite } from '../../../src/exports/page-json-ld.ts';
import { toJsonLdText } from '../../../src/exports/json-ld-work.ts';
import { approvalOf } from '../../../src/evidence/approval/judge.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { approvedLibrary, madePerson, madeQuestion, madeSource, madeTopic } from '../made.ts';

const site = {
  name: 'Rinds',
  description: 'On rinds.',
  url: 'https://rinds.example',
  language: 'en-GB',
  licence: { content: { url: 'https://creativecommons.org/licenses/by/4.0/' } },
};
const read = (...things: Thing[]) => JSON.parse(toJsonLdText(things)) as Record<string, unknown>;

describe('a page as structured data', () => {
  const cited = [madeSource('moon-2020-cheese', { url: 'https://example.org/' })];

  it('is a medical page that cites its works', () => {
    expect(read(toTopicPage(madeTopic('rinds', { kind: 'condition' }), cited, site))).toMatchInlineSnapshot(`
      {
        "@context": "https://schema.org",
        "@id": "https://rinds.example/topics/rinds/",
        "@type": "MedicalWebPage",
        "about": {
          "@type": "MedicalCondition",
          "name": "About rinds",
        },
        "citation": [
          {
            "@type": "MedicalScholarlyArticle",
            "author": [
              {
                "@type": "Person",
                "familyName": "Moon",
                "givenName": "Ada",
                "name": "Ada Moon",
              },
            ],
            "datePublished": "2020",
            "inLanguage": "en",
            "name": "Work moon-2020-cheese",
            "url": "https://example.org/",
          },
        ],
        "dateModified": "2026-01-01",
        "description": "A page.",
        "inLanguage": "en-GB",
        "isPartOf": {
          "@id": "https://rinds.example/",
        },
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "name": "About rinds",
        "url": "https://rinds.example/topics/rinds/",
      }
    `);
  });

  it('names a reviewer only while the approval holds', () => {
    const topics = [madeTopic('rinds')];
    const people = [madePerson('ada-moon', { orcid: '0000-0000-0000-0001' })];
    const library = approvedLibrary({ topics, people }, [['topic', 'rinds']]);
    const of = (asOf: string) =>
      read(toTopicPage(madeTopic('rinds'), cited, site, approvalOf(buildEvidenceGraph(library, asOf), 'topic', 'rinds')));
    expect(of('2027-02-01')).toMatchObject({
      lastReviewed: '2026-02-01',
      reviewedBy: {
        '@type': 'Person',
        '@id': 'https://rinds.example/editorial/people/#ada-moon',
        name: 'Ada Moon',
        jobTitle: 'Cheesemonger',
        sameAs: 'https://orcid.org/0000-0000-0000-0001',
      },
    });
    for (const topic of [of('2027-02-02'), read(toTopicPage(madeTopic('rinds'), cited, site))])
      expect([topic['lastReviewed'], topic['reviewedBy']]).toEqual([undefined, undefined]);
  });

  it('asks a question without offering an answer for search engines to print', () => {
    const page = read(toQuestionPage(madeQuestion('rinds'), [], site));
    expect(page).toMatchObject({
      '@type': 'MedicalWebPage',
      url: 'https://rinds.example/questions/rinds/',
      about: { '@type': 'Question' },
    });
    expect(JSON.stringify(page)).not.toMatch(/QAPage|FAQPage|acceptedAnswer/);
    expect(page['citation']).toBeUndefined();
  });

  it('names the search of the site, and the way down to a page', () => {
    const crumbs = toBreadcrumbs(
      [
        { name: 'Home', path: '/' },
        { name: 'Topics', path: '/topics/' },
      ],
      site,
    );
    expect(read(toWebSite(site), crumbs)).toMatchInlineSnapshot(`
      {
        "@context": "https://schema.org",
        "@graph": [
          {
            "@id": "https://rinds.example/",
            "@type": "WebSite",
            "description": "On rinds.",
            "inLanguage": "en-GB",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "name": "Rinds",
            "potentialAction": {
              "@type": "SearchAction",
              "query-input": "required name=search_term_string",
              "target": {
                "@type": "EntryPoint",
                "urlTemplate": "https://rinds.example/search/?q={search_term_string}",
              },
            },
            "url": "https://rinds.example/",
          },
          {
            "@type": "BreadcrumbList",
            "itemListElement": [
              {
                "@type": "ListItem",
                "item": "https://rinds.example/",
                "name": "Home",
                "position": 1,
              },
              {
                "@type": "ListItem",
                "item": "https://rinds.example/topics/",
                "name": "Topics",
                "position": 2,
              },
            ],
          },
        ],
      }
    `);
  });
});
