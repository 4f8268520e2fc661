/** What an editor typed -> a document from the web, or why there is none. What is in it, the origins decide. */
import type { Client, FetchRefusal } from '../client/client.ts';
import { fetchJson } from '../client/fetch-json.ts';
import { isRefusal, type IngestRefusal } from '../outcome.ts';
import type { InputDocument } from '../document.ts';
import { toRemoteName, type RemoteName } from './remote-name.ts';
import { toServices, type Services } from './services.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const toJsonDocument = (name: string, { address, bytes }: { address: string; bytes: Uint8Array }): InputDocument => ({
  name,
  bytes,
  address,
  mediaType: 'application/json',
});

/** Two messages that must not be mixed up: the registry knows no such work, and the registry was not there to ask. */
const toMissing = (refusal: FetchRefusal, reason: string, hint: string, registry: string): IngestRefusal =>
  refusal.why === 'absent'
    ? { reason, hint }
    : { reason: `${registry} could not be asked: ${refusal.reason}`, hint: `Nothing is known about the work yet. ${refusal.hint}` };

async function fetchDoi(doi: string, client: Client, services: Services): Promise<InputDocument | IngestRefusal> {
  const name = `doi:${doi}`;
  const crossref = await fetchJson(client, `${services.crossref}/works/${encodeURIComponent(doi)}`);
  if (!isRefusal(crossref)) return toJsonDocument(name, crossref);
  if (crossref.why !== 'absent') return toMissing(crossref, '', '', 'Crossref');
  const dataCite = await fetchJson(client, `${services.dataCite}/dois/${encodeURIComponent(doi)}`, 'application/vnd.api+json');
  if (!isRefusal(dataCite)) return toJsonDocument(name, dataCite);
  return toMissing(
    dataCite,
    `There is no DOI \`${doi}\`: neither Crossref nor DataCite knows it.`,
    'Copy it again from the article; a new DOI can take a day until it is known.',
    'Crossref does not know the DOI, and DataCite',
  );
}

async function fetchPmid(pmid: string, client: Client, services: Services): Promise<InputDocument | IngestRefusal> {
  const query = new URLSearchParams({ db: 'pubmed', id: pmid, retmode: 'xml', tool: 'patency' });
  if (services.contact) query.set('email', services.contact);
  const got = await client.fetchBytes(`${services.eutils}/efetch.fcgi?${query.toString()}`, { as: 'record', accept: 'text/xml' });
  const unknown = { reason: `There is no PubMed record \`${pmid}\`.`, hint: 'Compare the number with the one on the page in PubMed.' };
  if (isRefusal(got)) return toMissing(got, unknown.reason, unknown.hint, 'PubMed');
  const text = new TextDecoder().decode(got.bytes);
  if (!/<Pubmed(?:Book)?Article[\s>]/.test(text)) {
    return /<PubmedArticleSet\b|cannot get document/i.test(text)
      ? unknown
      : { reason: 'PubMed could not be asked: it answered with something that is no record.', hint: 'Try again later.' };
  }
  return { name: `pmid:${pmid}`, bytes: got.bytes, address: got.address, mediaType: 'text/xml' };
}

async function fetchPmcid(pmcid: string, client: Client, services: Services): Promise<InputDocument | IngestRefusal> {
  const query = new URLSearchParams({ ids: pmcid, idtype: 'pmcid', format: 'json', tool: 'patency' });
  if (services.contact) query.set('email', services.contact);
  const got = await fetchJson(client, `${services.idConverter}/?${query.toString()}`);
  const unknown = { reason: `PubMed Central knows no \`${pmcid}\`.`, hint: 'Compare the number with the one on the page.' };
  // The converter answers 400 for numbers that it never gave out.
  if (isRefusal(got)) {
    return toMissing(got.why === 'denied' ? { ...got, why: 'absent' } : got, unknown.reason, unknown.hint, 'PubMed Central');
  }
  const records = isRecord(got.value) ? got.value['records'] : undefined;
  const record: unknown = Array.isArray(records) ? records[0] : undefined;
  const idOf = (key: string): string => (isRecord(record) ? String((record[key] as string | number | undefined) ?? '') : '');
  if (/^\d+$/.test(idOf('pmid'))) return fetchPmid(idOf('pmid'), client, services);
  if (idOf('doi')) return fetchDoi(idOf('doi'), client, services);
  return unknown;
}

async function fetchTrial(nct: string, client: Client, services: Services): Promise<InputDocument | IngestRefusal> {
  const got = await fetchJson(client, `${services.clinicalTrials}/studies/${nct}?format=json`);
  if (!isRefusal(got)) return toJsonDocument(nct, got);
  const hint = 'Compare the number with the one in the article; letters and digits are easily swapped.';
  return toMissing(got, `ClinicalTrials.gov has no study \`${nct}\`.`, hint, 'ClinicalTrials.gov');
}

async function fetchBook(isbn: string, client: Client, services: Services): Promise<InputDocument | IngestRefusal> {
  const query = new URLSearchParams({ bibkeys: `ISBN:${isbn}`, format: 'json', jscmd: 'data' });
  const got = await fetchJson(client, `${services.openLibrary}/api/books?${query.toString()}`);
  const hint = 'The number is well formed; not every book is listed there. Save a page about the book and give the file.';
  const reason = `Open Library has no book with the ISBN \`${isbn}\`.`;
  if (isRefusal(got)) return toMissing(got, reason, hint, 'Open Library');
  return isRecord(got.value) && Object.keys(got.value).length > 0 ? toJsonDocument(`isbn:${isbn}`, got) : { reason, hint };
}

async function fetchPage(address: string, client: Client): Promise<InputDocument | IngestRefusal> {
  const got = await client.fetchBytes(address, { as: 'page' });
  if (isRefusal(got)) return { reason: got.reason, hint: got.hint };
  return { name: address, bytes: got.bytes, address: got.address, ...(got.mediaType !== undefined && { mediaType: got.mediaType }) };
}

const fetchers: Readonly<
  Record<RemoteName['scheme'], (value: string, client: Client, services: Services) => Promise<InputDocument | IngestRefusal>>
> = {
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
