/** The one reader of identifiers, in what records, pages and feeds print and in addresses: DOI, PubMed and PubMed Central numbers, ISBN, numbers of trials. Nothing is fetched. */
import { decodeHTML } from 'entities';
import { findRegistryNumber, isDoi, isIsbn, isPmid } from '../schema/identifiers.ts';
import { filled } from './raw-article.ts';

/** Where a DOI starts, up to white space or a sign that none has. */
const DOI = /(?<![\d.])10\.\d{4,9}(?:\.\d+)*\/[^\s"|\\^`{}]+/;
/** DOIs of the Cochrane Library for its own entries about works, which are not the works. */
const NOT_THE_WORK = /^10\.1002\/central\//i;

const decodePercent = (text: string): string => {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

/** No address is longer than this in use. */
const LONGEST = 2000;

/** Without closing brackets that nothing opens, and without marks that end a sentence, e.g. `https://example.org/a` for `https://example.org/a).`. */
export function withoutLooseEnd(text: string): string {
  let kept = text;
  if (text.length > LONGEST) return text;
  for (let tail = kept.slice(-1); /[)\]>.,;:'"’”]/.test(tail); tail = kept.slice(-1)) {
    const open = { ')': '(', ']': '[', '>': '<' }[tail];
    if (open && kept.split(open).length >= kept.split(tail).length) return kept;
    kept = kept.slice(0, -1);
  }
  return kept;
}

/**
 * The DOI in a text or an address, e.g. `10.1000/x.1` for `doi: 10.1000/x.1.` and for `https://example.org/doi/full/10.1000/x.1?a=b`.
 * The names that journals made of their volume and page (SICI) keep their `<`. Undefined for none.
 */
export function readDoi(text: string): string | undefined {
  const plain = decodePercent(decodeHTML(text));
  const [found = ''] = DOI.exec(plain) ?? [];
  let doi = found.replace(/[;,](?:\s*(?:doi:?\s*)?(?:https?:|10\.\d{4,9}\/|jsessionid=)).*$/i, '');
  if (!/<[^<>]+>\d\.\d\.\w{2};\w/.test(doi)) doi = doi.replace(/[<>].*$/, '');
  if (/^\s*(?:https?:\/\/|www\.)/i.test(plain)) {
    doi = doi
      .replace(/[?#&].*$/, '')
      .replace(/(?:v\d+)?(?:\.full)?(?:\.pdf|\.full|-text)$|\/(?:full|abstract|pdf|epdf|fulltext|meta|html)\/?$/i, '');
    if (doi.startsWith('10.1101/')) doi = doi.replace(/v\d+$/, '');
  }
  doi = withoutLooseEnd(doi);
  return isDoi(doi) && !NOT_THE_WORK.test(doi) ? doi : undefined;
}

/** All DOIs in a longer text, each once, e.g. of a page that is printed. */
export const findDois = (text: string): string[] => [
  ...new Set(text.split(/\s+/).flatMap((word) => (word.includes('10.') ? (readDoi(word) ?? []) : []))),
];

/** The number of a trial in a text, as its registry spells it, e.g. `NCT00790335` for `/ct2/show/nct00790335`; undefined for none. */
export function readRegistry(text: string): string | undefined {
  const found = findRegistryNumber(
    text
      .replace(/\b(NCT|ISRCTN|ACTRN|DRKS)[ :]{1,2}(?=\d)/gi, '$1')
      .replace(/\bEudraCT(?: (?:number|no\.?))?[ :]{0,2}(?=\d{4}-)/i, 'EUCTR'),
  );
  return found
    ?.toUpperCase()
    .replace(/^CHICTR/, 'ChiCTR')
    .replace(/^JRCTS?/, (start) => start.toLowerCase().replace('rct', 'RCT'))
    .replace(/^RBR-.*/, (number) => number.toLowerCase().replace('rbr', 'RBR'));
}

const HOSTS =
  /(?:^|\.)(?:clinicaltrials\.gov|isrctn\.(?:com|org)|controlled-trials\.com|clinicaltrialsregister\.eu|euclinicaltrials\.eu|trialsearch\.who\.int|anzctr\.org\.au|trialregister\.nl|drks\.de|chictr\.org\.cn|umin\.ac\.jp|jrct\.[a-z]+\.go\.jp|ctri\.nic\.in|pactr\.samrc\.ac\.za|irct\.(?:behdasht\.gov\.)?ir|ensaiosclinicos\.gov\.br|cris\.nih\.go\.kr|thaiclinicaltrials\.org|rpcec\.sld\.cu|slctr\.lk|onderzoekmetmensen\.nl)$/;
const SEARCHES = /^\/(?:ct2\/)?(?:search|results)\b/;

/** True for a page about one study in a registry of trials, whether or not its address says which, e.g. for `https://www.chictr.org.cn/showproj.html?proj=12345`. */
export function isTrialPage(text: string): boolean {
  const url = URL.parse(text.trim());
  const own = url !== null && HOSTS.test(url.hostname) && /[?&](?:proj|id|recptno|trial_?id|seq)=[a-z]?\d|\/trials?\/\d/i.test(url.href);
  return own || registryInUrl(text) !== undefined;
}

/** The registration number that the address of a registry is made of, e.g. `NCT01234567` for `https://clinicaltrials.gov/ct2/show/NCT01234567?term=dvt`; none for a search. */
export function registryInUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  // ISRCTN gives its entries DOIs.
  if (!url || !(HOSTS.test(url.hostname) || /^\/10\.1186\/ISRCTN\d/i.test(url.pathname))) return undefined;
  const ids = [...url.searchParams].filter(([key]) => !/^(?:term|cond|q|query)$/i.test(key)).map(([, value]) => value);
  // The EU register leaves out `EUCTR` in its addresses.
  const numberIn = (part: string): string | undefined =>
    readRegistry(part) ?? /\b\d{4}-\d{6}-\d{2}\b(?!-)/.exec(part)?.[0].replace(/^/, 'EUCTR');
  return numberIn(decodePercent(url.pathname)) ?? (SEARCHES.test(url.pathname) ? undefined : numberIn(ids.join(' ')));
}

/** The one address of a trial at ClinicalTrials.gov, whatever page of it was given; other addresses stay as they are. */
export function toTrialAddress(text: string): string {
  const number = registryInUrl(text);
  return number?.startsWith('NCT') && /clinicaltrials\.gov$/.test(URL.parse(text)?.hostname ?? '')
    ? `https://clinicaltrials.gov/study/${number}`
    : text;
}

export interface IdentifiersFound {
  readonly doi?: string;
  readonly pmid?: string;
  /** Number of the whole text in PubMed Central, e.g. `PMC1234567`. */
  readonly pmcid?: string;
  readonly registry?: string;
}

const PMID_ADDRESS =
  /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|(?:www\.)?europepmc\.org\/(?:article|abstract)\/med)\/(?:\?term=)?(\d{1,8})\b/i;
const PMID = [/\b(?:PMID|PubMed(?: ?ID)?|MEDLINE)\b\W{0,3}(?:PMID\W{0,3})?(\d{1,8})\b/i, /\b(\d{1,8})\s*\[pmid\]/i, PMID_ADDRESS];

/** What a note, an address or a field for numbers names, e.g. `{ pmid: '123', pmcid: 'PMC9' }` for `123[pmid] PMC9`. */
export function findIdentifiers(text: string): IdentifiersFound {
  const pmid = PMID.map((pattern) => pattern.exec(text)?.[1]).find((each) => each !== undefined && isPmid(each));
  const pmcid = /\bPMC(?:ID)?:?\s?(?:PMC)?(\d{3,9})\b/i.exec(text)?.[1]?.replace(/^/, 'PMC');
  return filled({ doi: readDoi(text), pmid, pmcid, registry: registryInUrl(text) ?? readRegistry(text) });
}

/** What an address is nothing but the name of, e.g. `{ doi: '10.1000/xyz' }` for `https://doi.org/10.1000/xyz`; nothing for a page that has one in its address. */
export function identifiersInUrl(text: string): Pick<IdentifiersFound, 'doi' | 'pmid' | 'registry'> {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return {};
  const registry = registryInUrl(url.href);
  if (registry) return { registry };
  const doi = /(?:^|\.)doi\.org$|^(?:dx-)?doi-org\./.test(url.hostname) ? readDoi(url.href) : undefined;
  const pmid = PMID_ADDRESS.exec(url.href)?.[1];
  return filled({ doi, pmid: pmid && isPmid(pmid) ? pmid : undefined });
}

/** An ISBN in a field that may hold several, or an ISSN, e.g. `readIsbn('978-0-306-40615-7 (hbk)')`. */
export const readIsbn = (text: string): string | undefined =>
  text
    .split(/[,;()/]|\s(?=\d{9})|\s(?=\D)/)
    .map((each) => each.replace(/^\s*ISBN(?:-1[03])?:?\s*/i, '').trim())
    .find(isIsbn);
