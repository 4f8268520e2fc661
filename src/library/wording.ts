/**
 * The words of a text as two texts are compared by them: letter case, accents, hyphens, markup, addresses and our
 * citation keys set aside. Raw articles and our own content go through the same function, or nothing would be found.
 * Words are told apart by spaces, so scripts that write none are compared sentence by sentence.
 */

export interface Word {
  /** As it is compared, e.g. `postthrombotic` of `Post-thrombotic`. */
  readonly text: string;
  /** Where it starts in the text, from 0. */
  readonly at: number;
  /** Where it ends. */
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*(?:['’ʼ‐‑-][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b]*)*/gu;
/** What is no wording: addresses, targets of links, tags, numbers of list items, raised citation marks. */
const MARKUP = /https?:\/\/[^\s<>()]+|\]\([^\s()]*\)|<\/?[A-Za-z][^<>]*>|^[ \t]*\d{1,3}[.)](?=[ \t])|[⁰¹²³⁴-⁹]+/gm;
/** A citation mark after the end of a sentence, e.g. the 2 of `It may harm. 2 It may help.` */
const MARK = /(?<=[\p{L})\s][.!?][)”"]?)\s?\d{1,3}(?:[,–-]\d{1,3})*(?=\s+["“(]?\p{Lu}|\s*$)/gmu;
/** Brackets: a citation key of ours, or the citation marks of an article, make their whole content no wording. */
const BRACKET = /\[[^[\]]*\]/g;
const CITES = /@|^\[[\d\s,–-]+\]$/;
const blank = (text: string): string => ' '.repeat(text.length);

/** A word as it is compared, e.g. `plainWord('Café’s') === 'cafes'`. */
const plainWord = (word: string): string =>
  /^[A-Za-z0-9]+$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();

/** The text with what is no wording made blank, letter for letter, so that places stay the same. */
const bareText = (text: string): string =>
  text
    .replace(BRACKET, (bracket) => (CITES.test(bracket) ? blank(bracket) : bracket))
    .replace(MARKUP, blank)
    .replace(MARK, blank);

/** The words of a text in order, e.g. `toWords('So it [is](/x/) [@a-2020].')` gives `so`, `it` and `is`, each with its place. */
export const toWords = (text: string): Word[] =>
  Array.from(bareText(text).matchAll(WORD), ({ 0: word, index: at }) => ({ text: plainWord(word), at, end: at + word.length }));

/** The same without places, which costs a third: `toPlainWords('So it is.')` is `['so', 'it', 'is']`. */
export const toPlainWords = (text: string): string[] => bareText(text).match(WORD)?.map(plainWord) ?? [];
