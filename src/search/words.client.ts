/** Words as search compares them: without accents, endings and differences between British and American spelling. Pure text. */
import { foldForSearch } from '../words/fold.ts';

/** Words that say nothing about what is asked; left out as long as others remain. */
const functionWords = new Set(
  (
    'a about all also am an and any are as at be been before being but by can cannot cant could did do does doing dont for from get had has have he her ' +
    'him his how i if in into is it its just may me might must my no nor not of on or our please she should so some such tell than that ' +
    'the their them then there these they this those through to too up us was we were what when where which while who whom whose why will ' +
    'with would you your after before between having still versus vs im'
  ).split(' '),
);

/** Letters without accents and case, words with one space between them, e.g. `Périard’s C-TRACT` is `periards c tract`. */
export const plain = (text: string): string =>
  foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a text in their plain form. */
export const wordsIn = (text: string): string[] => plain(text).split(' ').filter(Boolean);

/** The words that carry what is asked, e.g. `clot`, `thigh`, `removed`. */
export const carryingWords = (text: string): string[] => wordsIn(text).filter((word) => !functionWords.has(word));

/** The same, but all words when none carries anything. */
export function contentWords(text: string): string[] {
  const content = carryingWords(text);
  return content.length > 0 ? content : wordsIn(text);
}

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})ies$/u, 'y'],
  [/(?<=\p{L}{3}[^s])(?:es|s)$/u, ''],
  [/(?<=\p{L}{4})(?:ing|ed|al)$/u, ''],
  [/(?<=\p{L}{4}n)(?:t|cy|ce)$/u, ''],
  [/(?<=\p{L}{4})e$/u, ''],
];

/** One form for a word in both spellings and with its usual endings, e.g. `removal` and `removed`, `hemolysis` and `haemolysis`. */
export function toKey(word: string): string {
  const one = word
    .replace(/[ao]e(?=\p{L})/gu, 'e')
    .replace(/(?<=\p{L}{3})is(?=(?:e|ed|es|ing|ation|ations)$)/u, 'iz')
    .replace(/(?<=\p{L}{3})our/u, 'or')
    .replace(/(?<=[bt])re$/u, 'er');
  return endings.reduce((stem, [pattern, end]) => stem.replace(pattern, end), one);
}

/** The keys of the words of a text. */
export const keysIn = (text: string): string[] => wordsIn(text).map(toKey);

/** Letters one after another, e.g. `ctract` for `C-TRACT`, so that a gap more or less makes no difference. */
export const squeezed = (text: string): string => keysIn(text).join('');

/** A set of words that knows them by their keys: a word counts as held in any of its forms. */
export class WordForms {
  readonly all: readonly string[];
  private readonly forms = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    this.all = [...new Set(words)];
    for (const word of this.all) {
      const key = toKey(word);
      this.forms.set(key, [...(this.forms.get(key) ?? []), word]);
    }
  }

  has(word: string): boolean {
    return this.forms.has(toKey(word));
  }

  /** The forms in which a word is held, e.g. `haemolysis` for `hemolysis`. */
  like(word: string): readonly string[] {
    return this.forms.get(toKey(word)) ?? [];
  }

  /** Whether a word begins so, as one that is not finished does. */
  begins(start: string): boolean {
    return start.length > 2 && this.all.some((word) => word.startsWith(start));
  }
}
