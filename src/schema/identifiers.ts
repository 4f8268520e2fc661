/** Well-formedness of identifiers. Pure tests on text: whether the work exists is not asked here. */

/** What stands between volume and check digit in DOIs that journals made of their pages (SICI, ANSI/NISO Z39.56), e.g. `<391::AID-PSSB391>3.0.CO;2-K`. */
const PAGES_OF_SICI = /<[^<>\s]+>(?=\d\.\d\.\w{2};\w)/;

/** True for a DOI name without resolver, e.g. `10.1056/NEJMoa1615066` (form: ISO 26324, "10." registrant "/" suffix). */
export const isDoi = (text: string): boolean =>
  /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(text) && !/[<>"{}|\\^`]/.test(text.replace(PAGES_OF_SICI, ''));

/** True for a PubMed identifier, e.g. `29211671`: one to eight digits, no leading zero. */
export const isPmid = (text: string): boolean => /^[1-9]\d{0,7}$/.test(text);

/** True for a trial registry number: ClinicalTrials.gov `NCT00790335`, or `ISRCTN`, `EUCTR`, `NTR` and `ACTRN` forms. */
export const isRegistryNumber = (text: string): boolean =>
  /^(?:NCT\d{8}|ISRCTN\d{8}|EUCTR\d{4}-\d{6}-\d{2}|NTR\d{1,5}|ACTRN\d{14})$/.test(text);

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
