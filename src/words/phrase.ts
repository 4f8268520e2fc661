/** Numbers with their nouns, and several things in one sentence. */

/** A number with its noun, e.g. `2 sources`; a plural that is not made with `s` is given: `formatCount(2, 'entry', 'entries')`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Items with commas and one word before the last, e.g. `a, b and c`; empty for none. */
export const formatList = (items: readonly string[], word = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

/** The same with “or”, e.g. `a, b or c`. */
export const orList = (items: readonly string[]): string => formatList(items, 'or');

/** As it stands within a sentence, names and abbreviations as they are, e.g. `withinSentence('Calf')` is `calf`. */
export const withinSentence = (text: string): string => text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

/** First letter in capital, e.g. `capitalise('calf vein') === 'Calf vein'`. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
