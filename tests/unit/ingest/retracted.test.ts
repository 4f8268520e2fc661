/** A work that was withdrawn says so in its title, whatever it comes in: the editor is told, and nobody else's work is called withdrawn. */
import { describe, expect, it } from 'vitest';
import { origins, parseDocument } from '../../../src/ingest/parse-document.ts';
import { isRefusal } from '../../../src/ingest/raw-article.ts';
import { toPdf } from '../../../scripts/bench/made-pdf.ts';
import { bytesOf } from './fixture.ts';

const TITLE = 'RETRACTED: Gel for the sprained thumb';
const PROSE = 'Forty people wore a splint of gel by day and by night, and all but two of them came back to be looked at.';
const json = (value: unknown): string => JSON.stringify(value);

/** One document for each origin. */
const documents: Readonly<Record<string, string | Uint8Array>> = {
  PDF: toPdf({ pages: [[{ text: TITLE, size: 18 }, PROSE, PROSE]] }),
  'Crossref record': json({
    'message-type': 'work',
    message: { DOI: '10.1000/gel', title: [TITLE], type: 'journal-article' },
  }),
  'DataCite record': json({ data: { id: '10.1000/gel', type: 'dois', attributes: { titles: [{ title: TITLE }] } } }),
  'PubMed record': `<PubmedArticle><MedlineCitation><PMID>99900001</PMID><Article><ArticleTitle>${TITLE}</ArticleTitle></Article></MedlineCitation></PubmedArticle>`,
  'trial registration': json({ protocolSection: { identificationModule: { nctId: 'NCT09990001', briefTitle: TITLE } } }),
  'Open Library record': json({ 'ISBN:9783161484100': { title: TITLE } }),
  'CSL file': json([{ id: 'a', type: 'article-journal', title: TITLE }]),
  'BibTeX file': `@article{a, title = {${TITLE}}, year = 2020}`,
  'RIS file': `TY  - JOUR\nTI  - ${TITLE}\nPY  - 2020\nER  - \n`,
  'PubMed text file': `PMID- 99900001\nTI  - ${TITLE}\nDP  - 2020\n`,
  'EndNote file': `%0 Journal Article\n%T ${TITLE}\n%D 2020\n`,
  'Web of Science file': `FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI ${TITLE}\nPY 2020\nER\n\nEF\n`,
  'Cochrane Library file': `Record #1 of 1\nID: CN-09990001\nTI: ${TITLE}\nYR: 2020\n`,
  'Ovid file': `<1>\nUI  - 99900001\nTI  - ${TITLE}\nYR  - 2020\n`,
  'Embase file': `RECORD 1\n\nTITLE\n${TITLE}\n\nPUBLICATION YEAR\n2020\n`,
  'PubMed citations': `1. J Inv. 2021 Mar 3;7(2):101-10.\n\n${TITLE}.\n\nSample AB(1), Muster M(2).\n\nPMID: 99900070\n`,
  'EndNote XML file': `<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>${TITLE}</title></titles></record></records></xml>`,
  'Zotero RDF file': `<rdf:RDF><bib:Article><z:itemType>journalArticle</z:itemType><dc:title>${TITLE}</dc:title></bib:Article></rdf:RDF>`,
  'table of records': `"Authors","Title","Year","DOI"\n"Sample A","${TITLE}","2020","10.1000/gel"\n`,
  feed: `<rss version="2.0"><channel><title>Thumbs</title><item><title>${TITLE}</title><link>https://thumbs.example/1</link></item></channel></rss>`,
  'web page': `<!doctype html><html lang="en"><title>${TITLE}</title><article><h1>${TITLE}</h1>${`<p>${PROSE}</p>`.repeat(8)}</article></html>`,
  digest: `---\ntitle: '${TITLE}'\nsummary: It was wrong.\nsourceUrl: https://thumbs.example/1\n---\n`,
  leaflet: `${TITLE}\n\nInformation for the public\n\nPublished: 5 March 2021\n\n${PROSE}\n\n${PROSE}\n`,
  'question and answer': `RETRACTED: Does gel help the sprained thumb?\n\n${PROSE}[1]\n\nReferences\n1. A trial of gel. J Thumb, 2019\n`,
  'web article': `${TITLE}\n\nBy Ada Sample, 5 March 2021\n\n${PROSE}\n\n${PROSE}\n\n${TITLE} | Thumb Courier\n`,
};

const doubtsOf = async (document: string | Uint8Array): Promise<{ readonly origin: string; readonly doubts: readonly string[] }> => {
  const read = await parseDocument({ name: 'file', bytes: typeof document === 'string' ? bytesOf(document) : document });
  if (isRefusal(read)) throw new Error(read.reason);
  const article = read.taken[0]?.article;
  if (article === undefined || isRefusal(article)) throw new Error(article?.reason ?? 'nothing was taken');
  return { origin: read.origin, doubts: article.doubts };
};

describe('a title that says that the work was retracted', () => {
  it('is tried in every origin', () => {
    expect(Object.keys(documents)).toEqual(origins.map(({ name }) => name));
  });

  it.each(Object.entries(documents))('is a doubt in: %s', async (name, document) => {
    const { origin, doubts } = await doubtsOf(document);
    expect(origin).toBe(name);
    expect(doubts).toContain('The title says that the work was retracted or withdrawn: add `retracted` with day and notice.');
  });

  it.each([
    ['Retracted: Gel for thumbs', /was retracted/],
    ['[Retracted] Gel for thumbs', /was retracted/],
    ['Gel for thumbs (Retracted)', /was retracted/],
    ['WITHDRAWN: Gel for thumbs', /was retracted/],
    ['TEMPORARY REMOVAL: Gel for thumbs', /was retracted/],
    ['Article retracted: Gel for thumbs', /was retracted/],
    ['Gel for thumbs [Retracted Article]', /was retracted/],
    ['RÉTRACTÉ : Gel pour le pouce', /was retracted/],
    ['Zurückgezogen: Gel für den Daumen', /was retracted/],
    ['Retractado: gel para el pulgar', /was retracted/],
    ['Retraction: Gel for thumbs', /notice that retracts another work/],
    ['Retraction notice to “Gel for thumbs”', /notice that retracts another work/],
    ['Gel for thumbs - retracted', /was retracted/],
    ['Clot retraction after gel', undefined],
    ['Caval filters removed: a series', undefined],
    ['Retirada de filtros de la vena cava', undefined],
    ['Withdrawal of anticoagulation after six months', undefined],
    ['Retracted clots on ultrasound', undefined],
    ['Withdrawn from flow: thumbs at rest', undefined],
  ])('“%s” is told %s', async (title, told) => {
    const { doubts } = await doubtsOf(json([{ id: 'a', type: 'article-journal', title }]));
    const found = doubts.filter((doubt) => doubt.includes('retract'));
    expect(found).toEqual(told === undefined ? [] : [expect.stringMatching(told)]);
  });
});
