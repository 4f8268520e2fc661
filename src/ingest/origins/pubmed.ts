/** A citation as PubMed gives it in XML: journal articles and, under other names, books and their chapters. */
import { noticeClass } from '../../schema/lookup.ts';
import type { Author } from '../../schema/source.ts';
import { toPartialDate } from '../dates.ts';
import { toDate, toIssued } from '../field-date.ts';
import { guessRecordKind } from '../guess.ts';
import { readRegistry } from '../identifiers.ts';
import { toAuthor } from '../names.ts';
import type { Origin, ExtractedArticle } from '../document.ts';
import { toRecordText } from '../plain-text.ts';
import { interestDoubts, sidedDoubt, toRecordArticle, type Notice } from '../record/record-article.ts';
import { nodeAt, nodesAt, parseXml, textIn, type XmlNode } from '../record/values.ts';

const NAME = 'PubMed';
const RECORD = /<Pubmed(?:Book)?Article[\s>]/;
const NOT_OURS = /^(?:Retract|Erratum|Expression|Update|Correct|Republished|Partial)/;

const clean = (text: string | undefined): string | undefined => (text && toRecordText(text)) || undefined;

function authorOf(author: XmlNode): Author[] {
  if (author.attributes['ValidYN'] === 'N') return [];
  const group = clean(textIn(author, 'CollectiveName'))?.replace(/\.$/, '');
  const family = group ? undefined : clean(textIn(author, 'LastName'));
  return toAuthor(family, clean(textIn(author, 'ForeName') ?? textIn(author, 'Initials')), group);
}

/** A date in its parts, or the year of a stretch such as `2019 Nov-Dec`, whose month nobody knows. */
function dateIn(date: XmlNode | undefined): string | undefined {
  return toPartialDate(textIn(date, 'Year'), textIn(date, 'Month'), textIn(date, 'Day')) ?? toDate(textIn(date, 'MedlineDate'));
}

/** Pages written out, e.g. `toPages('2240-52') === '2240-2252'`: MEDLINE leaves out digits that repeat. */
export function toPages(printed: string | undefined): string | undefined {
  const match = /^(\d+)-(\d+)$/.exec(printed ?? '');
  const [first, last] = [match?.[1] ?? '', match?.[2] ?? ''];
  return match && last.length < first.length ? `${first}-${first.slice(0, first.length - last.length)}${last}` : printed;
}

/** The title as published: for a work in another language that is the vernacular one. */
function toTitle(article: XmlNode | undefined): { title?: string | undefined; doubts: string[] } {
  const english = clean(textIn(article, 'ArticleTitle') ?? textIn(article, 'Book', 'BookTitle'))?.replace(/(?<=[^.])\.$/, '');
  const own = clean(textIn(article, 'VernacularTitle'))?.replace(/\.$/, '');
  const translated = english?.replace(/^\[(.*)\]\.?$/s, '$1');
  return own
    ? { title: own, doubts: [`Give the English title in the digest: PubMed has “${translated}”.`] }
    : { title: translated, doubts: [] };
}

function idsOf(record: XmlNode): { doi?: string | undefined; pmcid?: string | undefined } {
  const ids = [
    ...nodesAt(record, 'PubmedData', 'ArticleIdList', 'ArticleId'),
    ...nodesAt(record, 'PubmedBookData', 'ArticleIdList', 'ArticleId'),
  ];
  const valueOf = (type: string): string | undefined => ids.find((id) => id.attributes['IdType'] === type)?.text.trim();
  const located = nodesAt(record, 'MedlineCitation', 'Article', 'ELocationID').find(
    (id) => id.attributes['EIdType'] === 'doi' && id.attributes['ValidYN'] !== 'N',
  );
  return { doi: valueOf('doi') ?? located?.text.trim(), pmcid: valueOf('pmc') };
}

function noticeDoubts(citation: XmlNode | undefined, types: readonly string[]): string[] {
  const rows = nodesAt(citation, 'CommentsCorrectionsList', 'CommentsCorrections').flatMap((row): Notice[] => {
    const type = row.attributes['RefType'] ?? '';
    const pmid = textIn(row, 'PMID');
    return NOT_OURS.test(type) ? [{ type, work: pmid ? `pmid:${pmid}` : (clean(textIn(row, 'RefSource')) ?? 'without number') }] : [];
  });
  const about = rows.map(sidedDoubt);
  const told = rows.some(({ type }) => noticeClass(type) === 'retraction');
  return types.includes('Retracted Publication') && !told
    ? [...about, 'PubMed files it as a retracted publication and names no notice: look for it at the publisher’s.']
    : about;
}

function toArticle(record: XmlNode): ReturnType<typeof toRecordArticle> {
  const citation = nodeAt(record, 'MedlineCitation');
  const book = nodeAt(record, 'BookDocument');
  const article = nodeAt(citation, 'Article') ?? book;
  const journal = nodeAt(article, 'Journal');
  const issueOf = nodeAt(journal, 'JournalIssue');
  const types = nodesAt(article, 'PublicationTypeList', 'PublicationType')
    .concat(nodesAt(book, 'PublicationType'))
    .map((type) => type.text.trim());
  const { title, doubts: titles } = toTitle(article);
  const { doi, pmcid } = idsOf(record);
  const online = nodesAt(article, 'ArticleDate').find((date) => date.attributes['DateType'] !== 'Print');
  const { issued, doubts: dates } = toIssued(
    dateIn(online),
    dateIn(nodeAt(issueOf, 'PubDate')),
    dateIn(nodeAt(book, 'ContributionDate')) ?? dateIn(nodeAt(book, 'Book', 'PubDate')),
  );
  const trials = nodesAt(article, 'DataBankList', 'DataBank', 'AccessionNumberList', 'AccessionNumber').map((number) => number.text.trim());
  const abstract = nodesAt(article, 'Abstract', 'AbstractText')
    .map((part) => part.text)
    .join(' ');
  const authors = nodesAt(article, 'AuthorList').filter((list) => list.attributes['Type'] !== 'editors');
  const registrations = [...new Set(trials.flatMap((number) => readRegistry(number) ?? []))];
  return toRecordArticle({
    registrar: NAME,
    title,
    guess: guessRecordKind(NAME, types, title ?? ''),
    authors: authors.flatMap((list) => nodesAt(list, 'Author')).flatMap(authorOf),
    issued,
    container: clean(textIn(journal, 'Title')) ?? (textIn(book, 'ArticleTitle') ? clean(textIn(book, 'Book', 'BookTitle')) : undefined),
    publisher: clean(textIn(book, 'Book', 'Publisher', 'PublisherName')),
    volume: textIn(issueOf, 'Volume'),
    issue: textIn(issueOf, 'Issue'),
    pages: toPages(textIn(article, 'Pagination', 'MedlinePgn') ?? textIn(article, 'Pagination', 'StartPage')),
    doi,
    pmid: textIn(citation, 'PMID') ?? textIn(book, 'PMID'),
    isbn: textIn(book, 'Book', 'Isbn'),
    registry: registrations[0],
    language: textIn(article, 'Language'),
    abstract: clean(abstract),
    doubts: [
      ...noticeDoubts(citation, types),
      ...titles,
      ...dates,
      ...(registrations.length > 1
        ? [`See whether the work is about other trials too: the record names ${registrations.slice(1, 6).join(', ')}.`]
        : []),
      ...(pmcid ? [`Read the whole text in PubMed Central: it is ${pmcid} there.`] : []),
      ...interestDoubts(NAME, {
        funders: ['GrantList', nodesAt(article, 'GrantList', 'Grant').flatMap((grant) => clean(textIn(grant, 'Agency')) ?? [])],
        conflicts: textIn(citation, 'CoiStatement') !== undefined && 'CoiStatement',
      }),
    ],
  });
}

function toExtracted(xml: string, record: XmlNode, several: boolean): ExtractedArticle {
  const bytes = new TextEncoder().encode(`<PubmedArticleSet>\n${xml.slice(record.from, record.to)}\n</PubmedArticleSet>\n`);
  const pmid = textIn(record, 'MedlineCitation', 'PMID') ?? textIn(record, 'BookDocument', 'PMID');
  return { ...(several && { label: `PMID ${pmid ?? 'unknown'}` }), bytes, ending: '.xml', article: toArticle(record) };
}

/** The records of a file, whether or not a set stands around them. */
const recordsIn = (xml: string): XmlNode[] =>
  (/^\s*</.test(xml) ? parseXml(xml) : [])
    .flatMap((node) => [node, ...node.children])
    .filter(({ name }) => name === 'PubmedArticle' || name === 'PubmedBookArticle');

export const pubmed: Origin = {
  name: 'PubMed record',
  looksFor: 'XML with `<PubmedArticle>`, as PubMed and its E-utilities give it',
  recognise: ({ text = '' }) => (RECORD.test(text) && recordsIn(text).length > 0 ? 'its element `<PubmedArticle>`' : undefined),
  toArticles: ({ text = '' }) => {
    const records = recordsIn(text);
    return records.map((record) => toExtracted(text, record, records.length > 1));
  },
};
