/** Where the registries of works are asked. Addresses only; a test or a mirror puts its own in their place. */

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
