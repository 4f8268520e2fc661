/** Identifiers and addresses in what records, pages and feeds print: DOI, PubMed and PubMed Central numbers, registry numbers, web addresses. */
import { decodeHTML } from 'entities';
import { isDoi, isIsbn, isPmid, isRegistryNumber } from '../schema/identifiers.ts';
import { isAddress, withoutTracking } from './canonical-url.ts';
import { filled } from './raw-article.ts';

/** Where a DOI starts, up to white space or a sign that none has. */
const DOI = /\b10\.\d{4,9}(?:\.\d+)*\/[^\s"|\\^`{}]+/;
/** DOIs of the Cochrane Library for its own entries about works, which are not the works. */
const NOT_THE_WORK = /^10\.1002\/central\//i;

const decodePercent = (text: string): string => {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

/** Without closing brackets that nothing opens, and without marks that end a sentence. */
function withoutTail(text: string): string {
  const tail = text.slice(-1);
  const open = { ')': '(', ']': '[', '>': '<' }[tail];
  const loose = open ? text.split(open).length < text.split(tail).length : /[.,;:'"’”]/.test(tail);
  return loose ? withoutTail(text.slice(0, -1)) : text;
}

/**
 * The DOI in a text or an address, e.g. `10.1000/x.1` for `doi: 10.1000/x.1.` and for `https://example.org/doi/full/10.1000/x.1?a=b`.
 * The names that journals made of their volume and page (SICI) keep their `<`. Undefined for none.
 */
export function readDoi(text: string): string | undefined {
  const plain = decodePercent(decodeHTML(text));
  const [found = ''] = DOI.exec(plain) ?? [];
  let doi = found.replace(/[;,](?:\s*(?:doi:?\s*)?(?:https?:|10\.\d{4,9}\/)).*$/i, '');
  if (!/<[^<>]+>\d\.\d\.\w{2};\w/.test(doi)) doi = doi.replace(/[<>].*$/, '');
  if (/^\s*(?:https?:\/\/|www\.)/i.test(plain)) {
    doi = doi
      .replace(/[?#&].*$/, '')
      .replace(/(?:v\d+)?(?:\.full)?(?:\.pdf|\.full|-text)$|\/(?:full|abstract|pdf|epdf|fulltext|meta|html)\/?$/i, '');
    if (doi.startsWith('10.1101/')) doi = doi.replace(/v\d+$/, '');
  }
  doi = withoutTail(doi);
  return isDoi(doi) && !NOT_THE_WORK.test(doi) ? doi : undefined;
}

export interface IdentifiersFound {
  readonly doi?: string;
  readonly pmid?: string;
  /** Number of the whole text in PubMed Central, e.g. `PMC1234567`. */
  readonly pmcid?: string;
  readonly registry?: string;
}

const PMID = [
  /\b(?:PMID|PubMed(?: ?ID)?|MEDLINE)\b\W{0,3}(?:PMID\W{0,3})?(\d{1,8})\b/i,
  /\b(\d{1,8})\s*\[pmid\]/i,
  /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|(?:www\.)?europepmc\.org\/(?:article|abstract)\/med)\/(?:\?term=)?(\d{1,8})\b/i,
];
const REGISTRY = /\b(?:NCT\d{8}|ISRCTN\d{8}|EUCTR\d{4}-\d{6}-\d{2}|ACTRN\d{14})\b/i;

/** What a note, an address or a field for numbers names, e.g. `{ pmid: '123', pmcid: 'PMC9' }` for `123[pmid] PMC9`. */
export function findIdentifiers(text: string): IdentifiersFound {
  const pmid = PMID.map((pattern) => pattern.exec(text)?.[1]).find((each) => each !== undefined && isPmid(each));
  const pmcid = /\bPMC\d{3,9}\b/i.exec(text)?.[0].toUpperCase();
  const registry = REGISTRY.exec(text)?.[0].toUpperCase();
  return filled({ doi: readDoi(text), pmid, pmcid, registry: registry && isRegistryNumber(registry) ? registry : undefined });
}

/** An ISBN in a field that may hold several, or an ISSN, e.g. `readIsbn('978-0-306-40615-7 (hbk)')`. */
export const readIsbn = (text: string): string | undefined =>
  text
    .split(/[,;()/]|\s(?=\d{9})|\s(?=\D)/)
    .map((each) => each.replace(/^\s*ISBN(?:-1[03])?:?\s*/i, '').trim())
    .find(isIsbn);

/**
 * The addresses in a field, in order, e.g. two for `https://a.example.org/1;https://b.example.org/2`. One that begins with `www.`
 * gets the scheme that it lacks. A part that is no address is left out.
 */
export const readAddresses = (text: string): string[] =>
  decodeHTML(text)
    .trim()
    .split(/[\s<>"]+|[;,|](?=\s*(?:https?:|www\.))/i)
    .map((each) => each.replace(/^url:/i, '').replace(/[.,;]+$/, ''))
    .map((each) => (/^www\.[\w-]+\.\w/i.test(each) ? `https://${each}` : each))
    .filter((each) => isAddress(each) && !/[{}\\^`]/.test(each))
    .map(withoutTracking);
