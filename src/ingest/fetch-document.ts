/** What an editor types for a work (a DOI, a number, an address) -> a document from the web, or why there is none. What is in it, the origins decide. */
import { fetchJson, type Client, type Fetched, type FetchRefusal } from './client/client.ts';
import type { InputDocument } from './document.ts';
import { isRefusal, type IngestRefusal } from './raw-article.ts';
import { isJson, textAt } from './record/values.ts';
import { isDoi, isIsbn, isPmid } from '../schema/identifiers.ts';
import { identifiersInUrl, readDoi } from './identifiers.ts';

interface RemoteName {
  readonly scheme: 'doi' | 'pmid' | 'pmcid' | 'nct' | 'isbn' | 'address';
  /** The identifier alone, e.g. `10.1000/xyz`, or the whole address. */
  readonly value: string;
}

const NAMED = /^(doi|pmid|pmcid|nct|isbn|feed):\s*(.*)$/is;
/** Two letters at least, so that `C:\article.txt` stays a path. */
const SCHEMED = /^(?:[a-z][a-z0-9+.-]+:\/\/|(?:file|data|javascript|mailto|about|blob|ftp|view-source):|www\.[^/\\]+\.\w)/i;
const PMCID = /^PMC\d{1,9}$/i;
const NCT = /^NCT\d{8}$/i;

/** True for what is fetched and not read from disk, e.g. `doi:10.1000/xyz`, `PMC123`, `https://example.org/a`, `feed:https://…`. */
export const isRemote = (argument: string): boolean => {
  const text = argument.trim();
  return NAMED.test(text) || SCHEMED.test(text) || isDoi(text) || PMCID.test(text) || NCT.test(text);
};

/** For each scheme how its identifier is read, and, where that fails, its field, what was expected and the way out. */
const schemes: Readonly<Record<string, readonly [(text: string) => string | undefined, field: string, expected: string, hint: string]>> = {
  doi: [readDoi, 'doi', 'a DOI', 'Write it from its `10.` on, with the slash in it, e.g. doi:10.1000/xyz.'],
  isbn: [
    (text) => [text.replace(/[\s–-]/g, '').toUpperCase()].find(isIsbn),
    'isbn',
    'an ISBN: its check digit does not hold',
    'Compare it digit by digit with the back of the title page.',
  ],
  pmid: [(text) => [text].find(isPmid), 'pmid', 'a PubMed number', 'Write one to eight digits without a zero in front, e.g. pmid:123456.'],
  pmcid: [
    (text) => [text.toUpperCase().replace(/^(?=\d)/, 'PMC')].find((id) => PMCID.test(id)),
    'pmcid',
    'a PubMed Central number',
    'Write PMC and digits, e.g. PMC123456.',
  ],
  nct: [
    (text) => [text.toUpperCase().replace(/^(?=\d)/, 'NCT')].find((id) => NCT.test(id)),
    'registry',
    'a number of ClinicalTrials.gov',
    'Write NCT and eight digits, e.g. NCT01234567.',
  ],
};

/** Addresses whose pages only show a record that its registry gives to machines in a better form. */
function toRecordName(url: URL): RemoteName | undefined {
  const { doi, pmid, registry } = identifiersInUrl(url.href);
  if (doi) return { scheme: 'doi', value: doi };
  if (pmid) return { scheme: 'pmid', value: pmid };
  return registry?.startsWith('NCT') ? { scheme: 'nct', value: registry } : undefined;
}

/**
 * What is meant, e.g. `toRemoteName('https://doi.org/10.1000/xyz')` gives `{ scheme: 'doi', value: '10.1000/xyz' }`, or
 * why it is none. Call it with what `isRemote` took.
 */
export function toRemoteName(argument: string): RemoteName | IngestRefusal {
  const text = argument.trim();
  const named = NAMED.exec(text);
  const rest = (named?.[2] ?? text).trim();
  const bare = PMCID.test(rest) ? 'pmcid' : NCT.test(rest) ? 'nct' : isDoi(rest) ? 'doi' : '';
  const scheme = named?.[1]?.toLowerCase() ?? bare;
  const row = schemes[scheme];
  if (row) {
    const [read, field, expected, hint] = row;
    const value = read(rest);
    return value ? { scheme: scheme as RemoteName['scheme'], value } : { field, reason: `\`${rest}\` is not ${expected}.`, hint };
  }
  const address = /^www\./i.test(rest) ? `https://${rest}` : rest;
  const url = URL.parse(address);
  return (url && toRecordName(url)) ?? { scheme: 'address', value: address };
}

export interface Services {
  readonly crossref: string;
  readonly dataCite: string;
  readonly eutils: string;
  readonly idConverter: string;
  readonly clinicalTrials: string;
  readonly openLibrary: string;
  /** Mail address that NCBI asks programs to give. */
  readonly contact?: string;
}

const bases = {
  crossref: 'https://api.crossref.org',
  dataCite: 'https://api.datacite.org',
  eutils: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  idConverter: 'https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles',
  clinicalTrials: 'https://clinicaltrials.gov/api/v2',
  openLibrary: 'https://openlibrary.org',
} as const;

/**
 * The public services, or all of them below one address, e.g. `toServices({ mirror: 'http://localhost:8080' }).crossref`
 * is `http://localhost:8080/crossref`.
 */
export function toServices({ mirror, contact }: { readonly mirror?: string; readonly contact?: string } = {}): Services {
  const at = mirror?.replace(/\/+$/, '');
  const mirrored = at === undefined ? bases : Object.fromEntries(Object.keys(bases).map((name) => [name, `${at}/${name}`]));
  return { ...bases, ...mirrored, contact };
}

type Fetcher = (value: string, client: Client, services: Services) => Promise<InputDocument | IngestRefusal>;

const toDocument = (name: string, { address, bytes }: Fetched, mediaType = 'application/json'): InputDocument => ({
  name,
  bytes,
  address,
  mediaType,
});

/** Two messages that must not be mixed up: the registry knows no such work, and the registry was not there to ask. */
const toMissing = (refusal: FetchRefusal, registry: string, unknown: IngestRefusal): IngestRefusal =>
  refusal.why === 'absent'
    ? unknown
    : { reason: `${registry} could not be asked: ${refusal.reason}`, hint: `Nothing is known about the work yet. ${refusal.hint}` };

/** NCBI wants to know which program asks, and whom to write to. */
const ncbiQuery = (fields: Readonly<Record<string, string>>, { contact }: Services): string =>
  new URLSearchParams({ ...fields, tool: 'patency', ...(contact && { email: contact }) }).toString();

const fetchDoi: Fetcher = async (doi, client, services) => {
  const name = `doi:${doi}`;
  const unknown = {
    reason: `There is no DOI \`${doi}\`: neither Crossref nor DataCite knows it.`,
    hint: 'Copy it again from the article; a new DOI can take a day until it is known.',
  };
  const crossref = await fetchJson(client, `${services.crossref}/works/${encodeURIComponent(doi)}`);
  if (!isRefusal(crossref)) return toDocument(name, crossref);
  if (crossref.why !== 'absent') return toMissing(crossref, 'Crossref', unknown);
  const dataCite = await fetchJson(client, `${services.dataCite}/dois/${encodeURIComponent(doi)}`, 'application/vnd.api+json');
  if (!isRefusal(dataCite)) return toDocument(name, dataCite);
  return toMissing(dataCite, 'Crossref does not know the DOI, and DataCite', unknown);
};

const fetchPmid: Fetcher = async (pmid, client, services) => {
  const query = ncbiQuery({ db: 'pubmed', id: pmid, retmode: 'xml' }, services);
  const got = await client.fetchBytes(`${services.eutils}/efetch.fcgi?${query}`, { as: 'record', accept: 'text/xml' });
  const unknown = { reason: `There is no PubMed record \`${pmid}\`.`, hint: 'Compare the number with the one on the page in PubMed.' };
  if (isRefusal(got)) return toMissing(got, 'PubMed', unknown);
  const text = new TextDecoder().decode(got.bytes);
  if (/<Pubmed(?:Book)?Article[\s>]/.test(text)) return toDocument(`pmid:${pmid}`, got, 'text/xml');
  return /<PubmedArticleSet\b|cannot get document/i.test(text)
    ? unknown
    : { reason: 'PubMed could not be asked: it answered with something that is no record.', hint: 'Try again later.' };
};

const fetchPmcid: Fetcher = async (pmcid, client, services) => {
  const got = await fetchJson(client, `${services.idConverter}/?${ncbiQuery({ ids: pmcid, idtype: 'pmcid', format: 'json' }, services)}`);
  const unknown = { reason: `PubMed Central knows no \`${pmcid}\`.`, hint: 'Compare the number with the one on the page.' };
  // The converter answers 400 for numbers that it never gave out.
  if (isRefusal(got)) return toMissing(got.why === 'denied' ? { ...got, why: 'absent' } : got, 'PubMed Central', unknown);
  const [pmid, doi] = ['pmid', 'doi'].map((key) => textAt(got.value, 'records', 0, key));
  if (pmid && /^\d+$/.test(pmid)) return fetchPmid(pmid, client, services);
  return doi ? fetchDoi(doi, client, services) : unknown;
};

const fetchTrial: Fetcher = async (nct, client, services) => {
  const got = await fetchJson(client, `${services.clinicalTrials}/studies/${nct}?format=json`);
  if (!isRefusal(got)) return toDocument(nct, got);
  const hint = 'Compare the number with the one in the article; letters and digits are easily swapped.';
  return toMissing(got, 'ClinicalTrials.gov', { reason: `ClinicalTrials.gov has no study \`${nct}\`.`, hint });
};

const fetchBook: Fetcher = async (isbn, client, services) => {
  const query = new URLSearchParams({ bibkeys: `ISBN:${isbn}`, format: 'json', jscmd: 'data' });
  const got = await fetchJson(client, `${services.openLibrary}/api/books?${query.toString()}`);
  const unknown = {
    reason: `Open Library has no book with the ISBN \`${isbn}\`.`,
    hint: 'The number is well formed; not every book is listed there. Save a page about the book and give the file.',
  };
  if (isRefusal(got)) return toMissing(got, 'Open Library', unknown);
  return isJson(got.value) && Object.keys(got.value).length > 0 ? toDocument(`isbn:${isbn}`, got) : unknown;
};

const fetchPage: Fetcher = async (address, client) => {
  const got = await client.fetchBytes(address, { as: 'page' });
  return isRefusal(got) ? { reason: got.reason, hint: got.hint } : { name: address, ...got };
};

const fetchers: Readonly<Record<RemoteName['scheme'], Fetcher>> = {
  doi: fetchDoi,
  pmid: fetchPmid,
  pmcid: fetchPmcid,
  nct: fetchTrial,
  isbn: fetchBook,
  address: fetchPage,
};

/**
 * What an argument that `isRemote` took brings, e.g. `await fetchDocument('doi:10.1000/xyz', client)` gives the record of
 * Crossref, or a refusal. Never throws.
 */
export async function fetchDocument(
  argument: string,
  client: Client,
  services: Services = toServices(),
): Promise<InputDocument | IngestRefusal> {
  const name = toRemoteName(argument);
  return isRefusal(name) ? name : fetchers[name.scheme](name.value, client, services);
}
