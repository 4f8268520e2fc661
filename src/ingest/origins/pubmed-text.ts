/** What PubMed saves as plain text under “Abstract (text)” and “Summary (text)”: one article for each numbered citation. */
import type { Origin, ExtractedArticle } from '../document.ts';
import { toOneLine } from '../plain-text.ts';
import { toReferenceArticle } from '../record/reference.ts';
import { toMeanings, toReference } from '../record/tagged.ts';

const NUMBERED = /^(?=\d{1,5}(?:\.|:) \S)/m;
const PMID = /\bPMID: \d{1,8}\b/;
/** `J Inv. 2021 Mar 3;7(2):101-110. doi: …` */
const CITATION = /^(.+?)\. ((?:1[89]|20)\d\d(?: [A-Z][\w-]*(?: \d{1,2})?)?)[;:.](?:([\w ]+?)?(?:\(([^)]*)\))?:([\w.-]+))?/;
/** Paragraphs around the abstract. */
const ASIDE =
  /^(?:Author information|Collaborators|Comment (?:in|on)|Erratum in|Update of|Retraction in|Conflict of interest|DOI:|PMC?ID:|©|Copyright)/;

const meanings = toMeanings(
  'title TITLE, container CONTAINER, author AUTHOR, group GROUP, year YEAR, volume VOLUME, issue ISSUE, page PAGE, doi DOI, ids IDS, abstract ABSTRACT',
);
type Row = readonly [string, string];

const fromCitation = (citation: string): Row[] => {
  const [, container = '', year = '', volume = '', issue = '', page = ''] = CITATION.exec(citation) ?? [];
  return Object.entries({ CONTAINER: container, YEAR: year, VOLUME: volume.trim(), ISSUE: issue, PAGE: page.replace(/\.$/, '') });
};

/** `Sample AB(1), Muster M; EXAMPLE Group.` as a row for each name. */
const fromAuthors = (authors: string): Row[] => {
  const [people = '', ...groups] = authors
    .replace(/(?:\(\d+\))+/g, '')
    .replace(/\.$/, '')
    .split(/;\s*/);
  return [...people.split(/,\s*/).map((name): Row => ['AUTHOR', name]), ...groups.map((name): Row => ['GROUP', name])];
};

/** The rows of one citation in either form; undefined where it is neither. */
function toRows(text: string): Row[] | undefined {
  const paragraphs = text
    .replace(/^\d+(?:\.|:) /, '')
    .split(/\n\s*\n/)
    .map(toOneLine)
    .filter(Boolean);
  const ids: Row = ['IDS', (/\bPMID: \d+/.exec(text)?.[0] ?? '') + (/\bPMCID: PMC\d+/.exec(text)?.[0].replace(/^/, ' ') ?? '')];
  const doi: Row = ['DOI', /\bdoi: *(\S+)/i.exec(text)?.[1] ?? ''];
  const retracted: Row[] = /^Retraction in/m.test(text) ? [['IDS', 'Retracted']] : [];
  const [first = '', title = '', authors = '', ...rest] = paragraphs;
  if (paragraphs.length > 2 && CITATION.test(first)) {
    const named = !/[.?!]$/.test(title) || authors.split(',').length > 1 || / [A-Z]{1,3}(?:\(|[.,]|$)/.test(authors);
    const abstract = (named ? rest : [authors, ...rest]).filter((each) => !ASIDE.test(each)).join(' ');
    return [
      ['TITLE', title],
      ...(named ? fromAuthors(authors) : []),
      ...fromCitation(first),
      doi,
      ids,
      ...retracted,
      ['ABSTRACT', abstract],
    ];
  }
  const [, people = '', name = '', citation = ''] =
    /^(.*?)\. (.*?[.?!]) (?=[^.?!]+(?:\([^)]*\))?\. (?:1[89]|20)\d\d\b)(.*)$/.exec(first) ?? [];
  return name && CITATION.test(citation)
    ? [['TITLE', name], ...fromAuthors(people), ...fromCitation(citation), doi, ids, ...retracted]
    : undefined;
}

/** The citations of a file as they stand in it. */
const cut = (text = ''): string[] =>
  /^\s*\d{1,5}(?:\.|:) \S/.test(text) && PMID.test(text)
    ? text
        .trim()
        .split(NUMBERED)
        .filter((each, i, all) => PMID.test(each) && (i === 0 || all.length > 0) && toRows(each) !== undefined)
    : [];

export const pubmedText: Origin = {
  name: 'PubMed citations',
  looksFor: 'numbered citations with a line `PMID: …`, as PubMed saves them as text',
  recognise: ({ text }) => {
    const { length } = cut(text);
    return length === 0 ? undefined : length === 1 ? 'its one citation' : `its ${length} citations`;
  },
  toArticles: ({ text }) =>
    cut(text).map((citation, i): ExtractedArticle => ({
      label: `citation ${i + 1}`,
      bytes: new TextEncoder().encode(`${citation.trim()}\n`),
      ending: '.txt',
      article: toReferenceArticle(toReference(toRows(citation) ?? [], meanings)),
    })),
};
