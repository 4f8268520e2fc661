/** Well-formedness of identifiers. Pure tests on text: whether the work exists is not asked here. */

/** What stands between volume and check digit in DOIs that journals made of their pages (SICI, ANSI/NISO Z39.56), e.g. `<391::AID-PSSB391>3.0.CO;2-K`. */
const PAGES_OF_SICI = /<[^<>\s]+>(?=\d\.\d\.\w{2};\w)/;

/** True for a DOI name without resolver, e.g. `10.1056/NEJMoa1615066` (form: ISO 26324, "10." registrant "/" suffix). */
export const isDoi = (text: string): boolean =>
  /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text) && !/[<>"{}|\\^`]/.test(text.replace(PAGES_OF_SICI, ''));

/** True for a PubMed identifier, e.g. `29211671`: one to eight digits, no leading zero. */
export const isPmid = (text: string): boolean => /^[1-9]\d{0,7}$/.test(text);

/** How the registries that the WHO's search portal collects number their trials. */
const REGISTRIES = [
  'NCT\\d{8}',
  'ISRCTN\\d{8}',
  'EUCTR\\d{4}-\\d{6}-\\d{2}',
  '20\\d\\d-5\\d{5}-\\d\\d-\\d\\d',
  'ACTRN\\d{14}',
  'NTR\\d{1,5}',
  'DRKS\\d{8}',
  'ChiCTR[A-Z\\d-]{8,16}',
  'UMIN\\d{9}',
  'jRCTs?\\d{9,12}',
  'CTRI/\\d{4}/\\d{2,3}/\\d{6}',
  'PACTR\\d{15,16}',
  'IRCT\\d{8,}N\\d+',
  'RBR-[a-z\\d]{6,8}',
  'KCT\\d{7}',
  'TCTR\\d{11}',
].join('|');
const REGISTRY_NUMBER = new RegExp(`^(?:${REGISTRIES})$`);
const REGISTRY_NUMBERS = new RegExp(`\\b(?:${REGISTRIES})\\b`, 'i');

/** True for a trial registry number: ClinicalTrials.gov `NCT00790335`, or the form of another registry of the WHO's search portal. */
export const isRegistryNumber = (text: string): boolean => REGISTRY_NUMBER.test(text);

/** The first registry number in a text, in whatever case, e.g. `nct00790335` in `/ct2/show/nct00790335`. */
export const findRegistryNumber = (text: string): string | undefined => REGISTRY_NUMBERS.exec(text)?.[0];

/**
 * True for an ISBN-10 or ISBN-13 whose check digit holds; hyphens and spaces are ignored, e.g. `978-1-4731-3431-7`.
 * Check digits as in the ISBN Users' Manual, 7th edition: weights 1 and 3 modulo 10, or 10 to 1 modulo 11.
 */
export function isIsbn(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) {
    return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 3 : 1), 0) % 10 === 0;
  }
  if (/^\d{9}[\dX]$/.test(digits)) {
    return [...digits].reduce((sum, digit, i) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - i), 0) % 11 === 0;
  }
  return false;
}
