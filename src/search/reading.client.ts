/** Reads what was typed: words that are known, words that were meant, and what else the same thing is called. Asks nobody but names and words. */
import { figuresIn, withoutFigures } from './figures.ts';
import type { Names } from './names.client.ts';
import { toSituation, type ReadableInput, type Situation } from './situation.client.ts';
import { nearestWord } from './spelling.client.ts';
import { carryingWords, contentWords, plain, wordsIn, type WordForms } from './words.client.ts';

/** One thing that was asked for. A page has it when it has all words of one of the wordings; the first is the reader's own. */
export interface Unit {
  readonly wordings: readonly (readonly string[])[];
  /** True for figures, identifiers and what stands in quotation marks: a page without it is no answer. */
  readonly bound?: boolean;
}

export interface QueryReading {
  /** What is searched, e.g. `phlegmasia` when `flegmasia` was typed. */
  readonly words: string;
  readonly corrected: boolean;
  /** Words that no page has, nor any word like them. */
  readonly unknown: readonly string[];
  readonly units: readonly Unit[];
  /** Every word of the wordings with the forms in which it is looked up, e.g. `hemolysis` and `haemolysis`, `pregnant` and `pregnancy`. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  /** The numbers of a patient, which no page need have. */
  readonly situation: Situation | undefined;
}

/** What reading may look into. The words are asked for only when one is in no name. */
export interface KnownWords {
  readonly names: Names;
  readonly all: () => Promise<WordForms>;
  readonly hasFigure: (figure: string) => Promise<boolean>;
  readonly inputs: readonly ReadableInput[];
}

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;
/** Such a figure stands on most pages: beside words it is one word more, and alone it tells nothing. */
const isSmall = (figure: string): boolean => /^\d{1,2}$/.test(figure);
const bind = (word: string): Unit => ({ wordings: [[word]], bound: true });

/** What was typed as things to look for. With `literal`, nothing is corrected. */
export async function toReading(typed: string, known: KnownWords, literal: boolean): Promise<QueryReading> {
  const phrases: string[] = [];
  const open = typed.replace(quoted, (_, phrase: string) => {
    phrases.push(phrase);
    return ' ';
  });
  const { rest, situation } = toSituation(open, known.inputs);
  const text = await asWritten(rest, known.hasFigure);
  const spaced = plain(withoutFigures(text));
  const { words, unknown, vocabulary } = await knownWords(spaced, known.names, known.all, literal);
  const carrying = carryingWords(words.join(' '));
  const figures = [...new Set([text, ...phrases].flatMap(figuresIn))];
  const alone = carrying.length === 0 && phrases.length === 0;
  const content = (figures.length > 0 ? carrying : contentWords(words.join(' '))).filter((word) => !unknown.includes(word));
  const units = [
    ...toUnits(words, content, known.names),
    ...phrases.flatMap(toPhrase).map((phrase) => bind(`"${phrase}"`)),
    ...figures.map((figure) => (isSmall(figure) && !alone ? { wordings: [[figure]] } : bind(figure))),
  ];
  const wanted = new Set(units.flatMap(({ wordings }) => wordings.flat()));
  const forms = (word: string): string[] =>
    /["\p{Nd}]/u.test(word) ? [word] : [...new Set([word, ...known.names.words.like(word), ...(vocabulary?.like(word) ?? [])])];
  const corrected = words.join('') !== spaced.replaceAll(' ', '');
  return {
    words:
      corrected || (figures.length + phrases.length === 0 && !situation)
        ? [...words, ...figures].join(' ')
        : plain([situation ? open : text, ...phrases].join(' ')),
    corrected,
    unknown,
    units: alone && figures.every((figure) => figure.length < 2) && content.length === 0 ? [] : units,
    spellings: new Map([...wanted].map((word) => [word, forms(word)])),
    situation,
  };
}

/** Words of a phrase that follow one another; beside a figure, which the index of words does not know, each stands for itself. */
const toPhrase = (phrase: string): string[] =>
  figuresIn(phrase).length > 0 ? wordsIn(withoutFigures(phrase)) : [plain(phrase)].filter(Boolean);

/** A text with its figures as pages have them: `IPG651` for `IPG 651`, `35 mg` for `35mg`. */
async function asWritten(text: string, has: (figure: string) => Promise<boolean>): Promise<string> {
  let written = text;
  for (const [whole, letters = '', digits = ''] of text.matchAll(/(?<![\p{L}\p{N}])(\p{L}{2,7})[ -](\d{2,})(?![\p{L}\p{N}.])/gu))
    if (await has(figuresIn(letters + digits)[0] ?? '')) written = written.replace(whole, letters + digits);
  for (const [whole, digits = '', letters = ''] of text.matchAll(/(?<![\p{L}\p{N}.])(\d+(?:[.,·]\d+)?)(\p{L}+)(?![\p{L}\p{N}])/gu))
    if (!(await has(figuresIn(whole)[0] ?? ''))) written = written.replace(whole, `${digits} ${letters}`);
  return written;
}

async function knownWords(
  spaced: string,
  names: Names,
  all: () => Promise<WordForms>,
  literal: boolean,
): Promise<{ words: string[]; unknown: string[]; vocabulary?: WordForms }> {
  const typed = wordsIn(spaced);
  const content = new Set(contentWords(spaced));
  const isName = (word: string): boolean => !content.has(word) || names.words.has(word);
  // While the last word is being typed, the beginning of a name is enough.
  const isBegun = (word: string, at: number): boolean => at === typed.length - 1 && (word.length < 3 || names.words.begins(word));
  if (typed.every((word, at) => isName(word) || isBegun(word, at))) return { words: typed, unknown: [] };
  const name = names.called(spaced);
  if (name !== undefined) return { words: wordsIn(name), unknown: [] };
  const vocabulary = await all();
  const isKnown = (word: string, last: boolean): boolean =>
    isName(word) || vocabulary.has(word) || ((last || word.length > 3) && (names.words.begins(word) || vocabulary.begins(word)));
  const words: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? '';
    const next = typed[at + 1] ?? '';
    if (isKnown(word, at === typed.length - 1)) {
      // A gap inside a name: neither `clot triver` nor `c tract` is two words.
      const joined =
        next !== '' && !literal && !isKnown(next, at + 1 === typed.length - 1) ? nearestWord(word + next, names.words.all) : undefined;
      words.push(joined ?? word);
      if (joined !== undefined) at++;
      continue;
    }
    const meant = literal ? undefined : (nearestWord(word, names.words.all) ?? nearestWord(word, vocabulary.all));
    words.push(meant ?? word);
    if (meant === undefined) unknown.push(word);
  }
  return { words, unknown, vocabulary };
}

/** Groups words into the names that they make up; each name brings the one by which the thing goes here. */
function toUnits(words: readonly string[], content: readonly string[], names: Names): Unit[] {
  const units: Unit[] = [];
  const covered = new Set<number>();
  for (const { from, length, name } of names.stretches(words)) {
    const own = contentWords(words.slice(from, from + length).join(' ')).filter((word) => content.includes(word));
    if (own.length === 0) continue;
    for (let place = from; place < from + length; place++) covered.add(place);
    const other = contentWords(name);
    units.push({ wordings: other.join(' ') === own.join(' ') ? [own] : [own, other] });
  }
  words.forEach((word, place) => {
    if (!covered.has(place) && content.includes(word)) units.push({ wordings: [[word]] });
  });
  return units;
}
