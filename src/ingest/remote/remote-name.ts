/** Reads what an editor types for a work: a DOI, a PubMed number, a registry number, an ISBN or an address. Asks nobody. */
import { isDoi, isIsbn, isPmid } from '../../schema/identifiers.ts';
import { identifiersInUrl } from '../canonical-url.ts';
import type { IngestRefusal } from '../raw-article.ts';

export interface RemoteName {
  readonly scheme: 'doi' | 'pmid' | 'pmcid' | 'nct' | 'isbn' | 'address';
  /** The identifier alone, e.g. `10.1000/xyz`, or the whole address. */
  readonly value: string;
}

const SCHEMES = ['doi', 'pmid', 'pmcid', 'nct', 'isbn', 'feed'] as const;
const NAMED = new RegExp(`^(${SCHEMES.join('|')}):\\s*(.*)$`, 'is');
/** Two letters at least, so that `C:\article.txt` stays a path. */
const SCHEMED = /^(?:[a-z][a-z0-9+.-]+:\/\/|(?:file|data|javascript|mailto|about|blob|ftp|view-source):|www\.[^/\\]+\.\w)/i;
const PMCID = /^PMC\d{1,9}$/i;
const NCT = /^NCT\d{8}$/i;
/** What a sentence leaves behind a DOI that was copied out of it. */
const TAIL = /[.,;:)\]]+$/;

/** True for what is fetched and not read from disk, e.g. `doi:10.1000/xyz`, `PMC123`, `https://example.org/a`, `feed:https://…`. */
export const isRemote = (argument: string): boolean => {
  const text = argument.trim();
  return NAMED.test(text) || SCHEMED.test(text) || isDoi(text) || PMCID.test(text) || NCT.test(text);
};

const wrong = (field: string, value: string, expected: string, hint: string): IngestRefusal => ({
  field,
  reason: `\`${value}\` is not ${expected}.`,
  hint,
});

function toDoi(text: string): RemoteName | IngestRefusal {
  const plain = text.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '').replace(/^doi:\s*/i, '');
  // A closing bracket belongs to a DOI that opened one, as in 10.1016/S0140-6736(05)12345-6.
  const value = plain.includes('(') ? plain : plain.replace(TAIL, '');
  return isDoi(value)
    ? { scheme: 'doi', value }
    : wrong('doi', text, 'a DOI', 'A DOI starts with `10.`, a registrant and a slash, e.g. doi:10.1000/xyz.');
}

function toIsbn(text: string): RemoteName | IngestRefusal {
  const digits = text.replace(/[\s-–]/g, '').toUpperCase();
  return isIsbn(digits)
    ? { scheme: 'isbn', value: digits }
    : wrong('isbn', text, 'an ISBN: its check digit does not hold', 'Compare it digit by digit with the back of the title page.');
}

/** Addresses whose pages only show a record that its registry gives to machines in a better form. */
function toRecordName(url: URL): RemoteName | undefined {
  const { doi, pmid } = identifiersInUrl(url.href);
  if (doi) return { scheme: 'doi', value: doi };
  if (pmid) return { scheme: 'pmid', value: pmid };
  const trial = /^(?:www\.)?clinicaltrials\.gov$/.test(url.hostname) ? /\b(NCT\d{8})\/?$/i.exec(url.pathname)?.[1] : undefined;
  return trial ? { scheme: 'nct', value: trial.toUpperCase() } : undefined;
}

/**
 * What is meant, e.g. `toRemoteName('https://doi.org/10.1000/xyz')` gives `{ scheme: 'doi', value: '10.1000/xyz' }`, or
 * why it is none. Call it with what `isRemote` took.
 */
export function toRemoteName(argument: string): RemoteName | IngestRefusal {
  const text = argument.trim();
  const named = NAMED.exec(text);
  const scheme = named?.[1]?.toLowerCase();
  const rest = (named?.[2] ?? text).trim();
  if (scheme === 'isbn') return toIsbn(rest);
  if (scheme === 'pmid') {
    return isPmid(rest)
      ? { scheme, value: rest }
      : wrong('pmid', rest, 'a PubMed number', 'It has one to eight digits and no leading zero, e.g. pmid:123456.');
  }
  if (scheme === 'pmcid' || (!scheme && PMCID.test(rest))) {
    const value = /^\d+$/.test(rest) ? `PMC${rest}` : rest.toUpperCase();
    return PMCID.test(value)
      ? { scheme: 'pmcid', value }
      : wrong('pmcid', rest, 'a PubMed Central number', 'It is written PMC and digits, e.g. PMC123456.');
  }
  if (scheme === 'nct' || (!scheme && NCT.test(rest))) {
    const value = (/^\d/.test(rest) ? `NCT${rest}` : rest).toUpperCase();
    return NCT.test(value)
      ? { scheme: 'nct', value }
      : wrong('registry', rest, 'a number of ClinicalTrials.gov', 'It is written NCT and eight digits, e.g. NCT01234567.');
  }
  if (scheme === 'doi' || isDoi(rest)) return toDoi(rest);
  const address = /^www\./i.test(rest) ? `https://${rest}` : rest;
  const url = URL.parse(address);
  return (url && toRecordName(url)) ?? { scheme: 'address', value: address };
}
