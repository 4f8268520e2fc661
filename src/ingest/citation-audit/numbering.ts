/**
 * Marks against the reference list beyond bare bookkeeping: numbers that are off by a constant, and how that was seen.
 * A suspicion is reported with its evidence; nothing is assigned.
 */
import { formatList } from '../../words/phrase.ts';
import type { CitedWords } from '../citation-mark.ts';
import type { PrintedReference } from '../raw-article.ts';

/** A word that only one work of the list has, beside a mark that is not that work's number. */
interface Clue {
  readonly mark: number;
  readonly entry: number;
  readonly word: string;
}

const FEWEST_MARKS = 3;
const LONGEST_SHIFT = 5;

/** Numbers of the list: as printed, or in order where it prints none. */
const numbersOf = (references: readonly PrintedReference[]): number[] =>
  references.map(({ mark }, i) => (references.some((each) => each.mark) ? Number(mark ?? Number.NaN) : i + 1));

/** The shift under which all marks have an entry, where without it some have none: at least three marks, and only one such shift. */
function shiftOfRange(marks: readonly number[], numbers: readonly number[]): number | undefined {
  const listed = new Set(numbers);
  if (marks.length < FEWEST_MARKS || marks.every((mark) => listed.has(mark))) return undefined;
  const shifts = Array.from({ length: 2 * LONGEST_SHIFT + 1 }, (_, i) => i - LONGEST_SHIFT).filter((shift) => shift !== 0);
  const fitting = shifts.filter((shift) => marks.every((mark) => listed.has(mark - shift)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Which of some texts have each word of five letters or an abbreviation, e.g. `holdersOf(['Reed', 'Slate'])` has `slate` in the second. */
function holdersOf(texts: readonly { readonly text: string; readonly of: number }[]): Map<string, ReadonlySet<number>> {
  const holders = new Map<string, Set<number>>();
  for (const { text, of } of texts) {
    for (const word of text.match(/[\p{L}][\p{L}-]{4,}|[A-Z]{3,}/gu) ?? [])
      holders.set(word.toLowerCase(), (holders.get(word.toLowerCase()) ?? new Set()).add(of));
  }
  return holders;
}

/** Words of the sentences at each mark that exactly one work has. Words of the title of the whole page would say nothing, so common ones go. */
function findClues(cited: readonly CitedWords[], references: readonly PrintedReference[], numbers: readonly number[]): Clue[] {
  const works = holdersOf(references.map(({ work }, of) => ({ text: work, of })));
  const marks = holdersOf(cited.map(({ mark, words }) => ({ text: words, of: Number(mark) })));
  return [...marks].flatMap(([word, own]) => {
    const [mark, holder] = [[...own], [...(works.get(word) ?? [])]].map((all) => (all.length === 1 ? all[0] : undefined));
    const entry = holder === undefined ? undefined : numbers[holder];
    return mark === undefined || entry === undefined || Number.isNaN(entry) ? [] : [{ mark, entry, word }];
  });
}

const by = (shift: number): string => `${Math.abs(shift)} too ${shift > 0 ? 'high' : 'low'}`;
const rangeOf = (numbers: readonly number[]): string => `${Math.min(...numbers)} to ${Math.max(...numbers)}`;

/** The shift that the clues speak for: two marks or more for it, and none for the numbers as they stand. */
function shiftOfClues(clues: readonly Clue[]): { shift: number; clues: Clue[] } | undefined {
  const moved = Map.groupBy(
    clues.filter(({ mark, entry }) => Math.abs(mark - entry) <= LONGEST_SHIFT),
    ({ mark, entry }) => mark - entry,
  );
  const weight = (own: readonly Clue[] | undefined): number => new Set((own ?? []).map(({ mark }) => mark)).size;
  const [best] = [...moved].filter(([shift]) => shift !== 0).sort(([, a], [, b]) => weight(b) - weight(a));
  if (!best || weight(best[1]) < 2 || weight(moved.get(0)) > 0) return undefined;
  return { shift: best[0], clues: best[1] };
}

/** Where marks and list look shifted against each other: one sentence with the constant and how it was seen, or none. */
export function findShift(cited: readonly CitedWords[], references: readonly PrintedReference[]): string[] {
  const marks = [...new Set(cited.map(({ mark }) => Number(mark)))].sort((a, b) => a - b);
  const numbers = numbersOf(references);
  const printed = references.some(({ mark }) => mark);
  if (marks.length === 0 || references.length === 0) return [];
  const range = shiftOfRange(
    marks,
    numbers.filter((number) => !Number.isNaN(number)),
  );
  const clues = findClues(cited, references, numbers);
  const seen = shiftOfClues(clues);
  const how = printed ? 'printed as number' : 'in place';
  const beside = (own: readonly Clue[]): string =>
    formatList(
      [...new Map(own.map((clue) => [clue.mark, clue])).values()].map(
        ({ mark, entry, word }) => `${mark} stands beside “${word}”, which only the work ${how} ${entry} has`,
      ),
    );
  if (range !== undefined && printed) {
    const also = seen?.shift === range ? ` The words agree: ${beside(seen.clues)}.` : '';
    return [
      `See whether the marks are ${by(range)}: they run from ${rangeOf(marks)}, the list from ${rangeOf(numbers)}, and with ${Math.abs(range)} ${range > 0 ? 'taken off' : 'added'} each has an entry.${also} Until that is proven, tie no mark to a work.`,
    ];
  }
  if (seen) return [`See whether the marks are ${by(seen.shift)}: ${beside(seen.clues)}. Until that is proven, tie no mark to a work.`];
  const missing = new Set(marks).size - references.length;
  if (printed || missing <= 0) return [];
  const [late] = clues.filter(({ mark, entry }) => mark - entry === missing);
  const after = late
    ? ` ${late.mark} stands beside “${late.word}”, which only the work in place ${late.entry} has, so the gap is likely before it.`
    : '';
  return [
    `Look for what is missing in the reference list: the text uses ${marks.length} numbers and the list names ${references.length} works, so from some place on each number is ${by(missing)}.${after}`,
  ];
}
