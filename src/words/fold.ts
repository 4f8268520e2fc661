/** Letters as they are compared: without marks, case and, where that is wanted, the looks that Unicode keeps for compatibility. */

/**
 * Letters without marks, in lower case, e.g. `foldLetters('Périard ﬁne') === 'periard fine'`.
 * With `NFD`, signs such as `ﬁ` and `²` stay as they are.
 */
export const foldLetters = (text: string, form: 'NFD' | 'NFKD' = 'NFKD'): string =>
  text.normalize(form).replace(/\p{M}/gu, '').toLowerCase();

/** The words of a name, e.g. `nameWords('Müller-Lüdenscheidt AG')` gives `muller`, `ludenscheidt` and `ag`. */
export const nameWords = (text: string): string[] => foldLetters(text, 'NFD').match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Text as search compares it: folded and without apostrophes, e.g. `Périard’s` is `periards`. The list of words that the
 * build writes and the words of a query have to be folded alike, or no query finds what stands in the list.
 */
export const foldForSearch = (text: string): string => foldLetters(text).replace(/[’']/g, '');
