/** Addresses of trials in registries: the number that one carries, so that all addresses of a trial are one source. Nothing is fetched. */
import { findRegistryNumber } from '../schema/identifiers.ts';

const HOSTS =
  /(?:^|\.)(?:clinicaltrials\.gov|isrctn\.(?:com|org)|controlled-trials\.com|clinicaltrialsregister\.eu|euclinicaltrials\.eu|trialsearch\.who\.int|anzctr\.org\.au|trialregister\.nl|drks\.de|chictr\.org\.cn|umin\.ac\.jp|jrct\.[a-z]+\.go\.jp|ctri\.nic\.in|pactr\.samrc\.ac\.za|irct\.(?:behdasht\.gov\.)?ir|ensaiosclinicos\.gov\.br|cris\.nih\.go\.kr|thaiclinicaltrials\.org)$/;
/** A number of the EU register as its addresses write it, without `EUCTR` before it. */
const EUDRACT = /\b\d{4}-\d{6}-\d{2}\b(?!-)/;
const numberIn = (text: string): string | undefined => findRegistryNumber(text) ?? EUDRACT.exec(text)?.[0];
/** Spelt otherwise than in capitals. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^chictr/i, 'ChiCTR'],
  [/^jrct/i, 'jRCT'],
  [/^rbr-/i, 'RBR-'],
];

/** The registration number that an address is made of, e.g. `NCT01234567` for `https://clinicaltrials.gov/ct2/show/NCT01234567?term=dvt`; none for a search. */
export function registryInUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (!url || !HOSTS.test(url.hostname)) return undefined;
  const ids = [...url.searchParams].filter(([key]) => !/^(?:term|cond|q|query)$/i.test(key)).map(([, value]) => value);
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // An address with a broken escape names its trial all the same.
  }
  const searches = /^\/(?:ct2\/)?(?:search|results)\b/.test(url.pathname);
  const found = numberIn(path) ?? (searches ? undefined : numberIn(ids.join(' ')));
  if (!found) return undefined;
  if (/^\d{4}-\d{6}-\d{2}$/.test(found)) return `EUCTR${found}`;
  const [start, spelt = ''] = spellings.find(([pattern]) => pattern.test(found)) ?? [];
  return start ? found.replace(start, spelt) : found.toUpperCase();
}

/** The one address of a trial at ClinicalTrials.gov, whatever page of it was given; other addresses stay as they are. */
export function toTrialAddress(text: string): string {
  const number = registryInUrl(text);
  return number?.startsWith('NCT') && /clinicaltrials\.gov$/.test(URL.parse(text)?.hostname ?? '')
    ? `https://clinicaltrials.gov/study/${number}`
    : text;
}
