/** Reference libraries in XML: EndNote's own export, and Zotero's RDF. One article for each record. */
import type { Origin, ExtractedArticle } from '../document.ts';
import { readNames } from '../names.ts';
import { readIssued } from '../field-date.ts';
import { toReferenceArticle, type ReferenceRecord } from '../record/reference.ts';
import { nodeAt, nodesAt, parseXml, textIn, type XmlNode } from '../record/values.ts';

interface XmlLibrary {
  readonly name: string;
  readonly looksFor: string;
  readonly is: RegExp;
  readonly recordsIn: (nodes: readonly XmlNode[]) => readonly XmlNode[];
  readonly toReference: (record: XmlNode, all: readonly XmlNode[]) => ReferenceRecord;
  /** Elements beside a record that it needs to be read. */
  readonly besides?: (record: XmlNode, all: readonly XmlNode[]) => readonly XmlNode[];
  /** What stands around a record in its snapshot. */
  readonly around: readonly [string, string];
}

const texts = (node: XmlNode | undefined, ...path: readonly string[]): string[] =>
  nodesAt(node, ...path)
    .map((each) => each.text.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

function endNoteReference(record: XmlNode): ReferenceRecord {
  const at = (...path: string[]): string[] => texts(record, ...path);
  const people =
    [at('contributors', 'authors', 'author'), at('contributors', 'secondary-authors', 'author')].find((list) => list.length > 0) ?? [];
  return {
    fields: {
      type: [nodeAt(record, 'ref-type')?.attributes['name'] ?? ''],
      types: at('work-type'),
      title: at('titles', 'title'),
      container: [
        ...at('periodical', 'full-title'),
        ...at('titles', 'secondary-title'),
        ...at('alt-periodical', 'full-title'),
        ...at('periodical', 'abbr-1'),
      ],
      publisher: at('publisher'),
      volume: at('volume'),
      issue: at('number'),
      page: at('pages'),
      isbn: at('isbn'),
      doi: at('electronic-resource-num'),
      url: [...at('urls', 'web-urls', 'url'), ...at('urls', 'related-urls', 'url'), ...at('urls', 'pdf-urls', 'url')],
      ids: [
        ...(/pubmed|medline|nlm/i.test(at('remote-database-provider').concat(at('remote-database-name')).join())
          ? at('accession-num').map((id) => `PMID: ${id}`)
          : at('accession-num')),
        ...at('notes'),
        ...['custom1', 'custom2', 'custom3', 'custom5', 'custom6', 'custom7'].flatMap((name) => at(name)),
      ],
      abstract: at('abstract'),
      keyword: at('keywords', 'keyword'),
      language: at('language'),
    },
    names: readNames(people),
    issued: readIssued([...at('dates', 'year'), ...at('dates', 'pub-dates', 'date')]),
  };
}

/** The journal or book of an item of Zotero's RDF: within it, or beside it under the name that it gives. */
function partsOf(record: XmlNode, all: readonly XmlNode[]): readonly XmlNode[] {
  return nodesAt(record, 'dcterms:isPartOf').flatMap((part) => {
    const resource = part.attributes['rdf:resource'];
    return resource === undefined ? part.children : all.filter((node) => node.attributes['rdf:about'] === resource);
  });
}

function rdfReference(record: XmlNode, all: readonly XmlNode[]): ReferenceRecord {
  const parts = partsOf(record, all);
  const at = (...path: string[]): string[] => [record, ...parts].flatMap((node) => texts(node, ...path));
  const people = (role: string): string[] =>
    nodesAt(record, `bib:${role}`, 'rdf:Seq', 'rdf:li', 'foaf:Person').map((person) => {
      const [family = '', given] = [
        textIn(person, 'foaf:surname') ?? textIn(person, 'foaf:name'),
        textIn(person, 'foaf:givenName') ?? textIn(person, 'foaf:givenname'),
      ];
      return given ? `${family}, ${given}` : `${family},`;
    });
  const authors = people('authors');
  return {
    fields: {
      type: texts(record, 'z:itemType'),
      title: texts(record, 'dc:title'),
      container: parts.flatMap((part) => texts(part, 'dc:title')),
      publisher: nodesAt(record, 'dc:publisher').map((node) => node.text.replace(/\s+/g, ' ').trim()),
      volume: at('prism:volume'),
      issue: at('prism:number'),
      page: at('bib:pages'),
      isbn: at('dc:identifier').filter((id) => /^ISBN/i.test(id)),
      doi: at('dc:identifier').filter((id) => /^DOI/i.test(id)),
      url: at('dc:identifier', 'dcterms:URI', 'rdf:value'),
      ids: texts(record, 'dc:description'),
      abstract: texts(record, 'dcterms:abstract'),
      keyword: texts(record, 'dc:subject'),
      language: texts(record, 'z:language'),
    },
    names: readNames(authors.length > 0 ? authors : people('editors')),
    issued: readIssued(texts(record, 'dc:date')),
  };
}

const libraries: readonly XmlLibrary[] = [
  {
    name: 'EndNote XML file',
    looksFor: 'XML with `<record>` and `<ref-type>`, as EndNote exports it',
    is: /<ref-type[\s>]/,
    recordsIn: (nodes) =>
      nodes
        .flatMap((node) => [node, ...nodesAt(node, 'record'), ...nodesAt(node, 'records', 'record')])
        .filter(({ name }) => name === 'record'),
    toReference: endNoteReference,
    around: ['<xml><records>', '</records></xml>'],
  },
  {
    name: 'Zotero RDF file',
    looksFor: 'RDF with `<z:itemType>`, as Zotero exports it',
    is: /<z:itemType>/,
    recordsIn: (nodes) =>
      nodes
        .flatMap((node) => node.children)
        .filter((node) => !/^(?:attachment|note|annotation)$/.test(textIn(node, 'z:itemType') ?? 'note')),
    toReference: rdfReference,
    besides: (record, all) => partsOf(record, all).filter((part) => all.includes(part)),
    around: ['<rdf:RDF>', '</rdf:RDF>'],
  },
];

export const referenceXml: readonly Origin[] = libraries.map(
  ({ name, looksFor, is, recordsIn, toReference, besides, around: [before, after] }) => {
    const cut = (text = ''): readonly XmlNode[] => (/^\s*</.test(text) && is.test(text) ? recordsIn(parseXml(text)) : []);
    return {
      name,
      looksFor,
      recognise: ({ text }) => {
        const { length } = cut(text);
        return length === 0 ? undefined : length === 1 ? 'its one record' : `its ${length} records`;
      },
      toArticles: ({ text = '' }) => {
        const all = parseXml(text).flatMap((node) => node.children);
        return cut(text).map((record, i): ExtractedArticle => ({
          label: `record ${i + 1}`,
          bytes: new TextEncoder().encode(
            `${before}\n${[record, ...(besides?.(record, all) ?? [])].map(({ from, to }) => text.slice(from, to)).join('\n')}\n${after}\n`,
          ),
          ending: '.xml',
          article: toReferenceArticle(toReference(record, all)),
        }));
      },
    };
  },
);
