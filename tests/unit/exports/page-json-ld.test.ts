import { describe, expect, it } from 'vitest';
import {
  figureJsonLd,
  homeJsonLd,
  pathwayJsonLd,
  questionJsonLd,
  sourceJsonLd,
  termJsonLd,
  topicJsonLd,
} from '../../../src/exports/page-json-ld.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { PathwayEntry } from '../../../src/library/library.ts';
import { madePathway } from '../evidence/made-pathway.ts';
import { madeLibrary, madeQuestion, madeSource, madeTopic } from '../made.ts';

const site = {
  name: 'Rinds',
  description: 'On rinds.',
  url: 'https://rinds.example',
  language: 'en-GB',
  licence: { content: { url: 'https://x.example/' } },
};
const source = madeSource('moon-2020-cheese', { title: 'A </script> title' });
const topic = madeTopic('legs', {}, 'So [@moon-2020-cheese].');
const question = madeQuestion('q', {}, 'So [@moon-2020-cheese].');
const pathway = {
  ...madePathway({ source: source.id, title: 'Which rind' }),
  id: 'rinds',
  file: 'content/pathways/rinds.yaml',
  body: '',
} as unknown as PathwayEntry;
const graph = buildEvidenceGraph(madeLibrary({ sources: [source], topics: [topic], questions: [question] }), '2026-02-01');

interface Graph {
  readonly '@graph': readonly {
    readonly '@type': string;
    readonly citation?: readonly { readonly name: string }[];
    readonly itemListElement?: readonly { readonly item: string }[];
  }[];
}
const read = (text: string): Graph['@graph'] => (JSON.parse(text) as Graph)['@graph'];
const pages = {
  topic: topicJsonLd(graph, topic, site),
  question: questionJsonLd(graph, question, site),
  source: sourceJsonLd(source, site),
  pathway: pathwayJsonLd(graph, pathway, site),
  figure: figureJsonLd({ title: 'The veins', description: 'A drawing.', path: '/figures/veins/' }, site),
  term: termJsonLd({ name: 'clot', definition: 'A lump.', path: '/glossary/clot/' }, site),
};

describe('the structured data of a page', () => {
  it.each(Object.entries(pages))('of a %s is the page and the way from home to it', (_, text) => {
    const [page, crumbs] = read(text);
    expect(page?.['@type']).not.toBe('BreadcrumbList');
    const items = crumbs?.itemListElement?.map((one) => one.item) ?? [];
    expect(items).toHaveLength(3);
    expect(items[0]).toBe('https://rinds.example/');
    expect(items.every((item) => item.startsWith('https://rinds.example/'))).toBe(true);
  });

  it('cites the works that the page cites', () => {
    expect([pages.topic, pages.question, pages.pathway].map((text) => read(text)[0]?.citation?.map((work) => work.name))).toEqual([
      [source.title],
      [source.title],
      [source.title],
    ]);
  });

  it('cannot end the script element that it stands in', () => {
    expect([...Object.values(pages), homeJsonLd(site)].filter((text) => text.includes('<'))).toEqual([]);
  });
});
