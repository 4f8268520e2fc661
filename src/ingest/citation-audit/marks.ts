/**
 * Reconciles the citation marks of a text with its reference list. What does not match is named, with its evidence where the numbers look
 * shifted by a constant; nothing is matched by order.
 */
import type { Source } from '../../schema/source.ts';
import { formatCount, formatList } from '../../words/phrase.ts';
import type { MarkUse, PrintedReference } from '../raw-article.ts';
import type { CitedWords } from '../citation-mark.ts';

export interface MarkReconciliation {
  readonly restsOn: Source['restsOn'];
  readonly unresolved: Source['unresolved'];
}

const MOST = 12;

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const total = (marks: readonly MarkUse[]): number => marks.reduce((sum, { count }) => sum + count, 0);
const listed = (marks: readonly MarkUse[]): string => marks.map(({ mark, count }) => `${mark}: ${times(count)}`).join(', ');
const shown = (marks: readonly MarkUse[]): string =>
  formatList([...marks.slice(0, MOST).map(({ mark }) => mark), ...(marks.length > MOST ? [`${marks.length - MOST} more`] : [])]);

const row = (what: string, marks: readonly MarkUse[]): MarkReconciliation['unresolved'][number] => ({
  what,
  marks: marks.map(({ mark }) => mark),
  ...(total(marks) > 0 && { count: total(marks) }),
});

/** The numbers that a list prints, those that it prints twice, marks that it has no entry for, and entries that no mark uses. */
function compare(marks: readonly MarkUse[], references: readonly PrintedReference[]) {
  const numbers = references.flatMap(({ mark }) => mark ?? []);
  return {
    numbers,
    twice: new Set(numbers.filter((mark, i) => numbers.indexOf(mark) !== i)),
    missing: marks.filter(({ mark }) => !numbers.includes(mark)),
    idle: [...new Set(numbers)].filter((number) => !marks.some(({ mark }) => mark === number)).map((mark) => ({ mark, count: 0 })),
  };
}

/**
 * What a source leans on, and where its marks and its list disagree, for the reader. Example: marks `1` and `2` over a list
 * without numbers give two works without marks and one row of `unresolved` that names both marks and how often each is used.
 */
export function reconcileMarks(marks: readonly MarkUse[], references: readonly PrintedReference[]): MarkReconciliation {
  const { numbers, twice, missing, idle } = compare(marks, references);
  // A mark and a count only where the list itself prints that number, and prints it once.
  const restsOn = references.map(({ work, label, kind, mark }) => {
    const use = mark === undefined || twice.has(mark) ? undefined : marks.find((each) => each.mark === mark);
    return { work: label ? `${work} (labelled “${label}” there)` : work, ...(kind && { kind }), ...use };
  });
  const unresolved: MarkReconciliation['unresolved'] = [];
  const add = (what: string, of: readonly MarkUse[]): void => void unresolved.push(row(what, of));
  const used = `The text cites by number (${listed(marks)})`;
  if (marks.length === 0) return { restsOn, unresolved };
  if (references.length === 0) add(`${used}, but no reference list was found.`, marks);
  else if (numbers.length === 0) {
    const order = references.length === marks.length ? ', so order is the only hint' : '';
    const works = formatCount(references.length, 'work');
    add(`${used}; its reference list names ${works} and prints no numbers${order}. No mark can be tied to a work.`, marks);
  } else {
    const doubled = marks.filter(({ mark }) => twice.has(mark));
    const bare = references.length - numbers.length;
    if (missing.length > 0) add(`The text uses marks that the reference list has no entry for (${listed(missing)}).`, missing);
    if (doubled.length > 0)
      add(`The reference list prints the same number at more than one work; the text uses it (${listed(doubled)}).`, doubled);
    if (idle.length > 0) add('The reference list has entries that the text never cites.', idle);
    if (bare > 0) add(`The reference list prints ${formatCount(bare, 'work')} without a number among numbered ones.`, []);
  }
  return { restsOn, unresolved };
}

/** The same as work for the editor: a sentence for marks that no entry answers, and one for entries that no mark uses. */
export function findUnmatchedMarks(marks: readonly MarkUse[], references: readonly PrintedReference[]): string[] {
  if (marks.length === 0) return [];
  if (references.length === 0) return ['Get the reference list: the text cites by number, and no list was found in what was saved.'];
  const { numbers, missing, idle } = compare(marks, references);
  const todos: string[] = [];
  if (numbers.length > 0 && missing.length > 0) {
    const [what, stands] = missing.length === 1 ? ['mark', 'stands'] : ['marks', 'stand'];
    const count = total(missing);
    todos.push(
      `Find out what ${what} ${shown(missing)} ${stands} for: the list has no such entry, and what the text says there (${count === 1 ? 'once' : `${count} times`}) has no source.`,
    );
  }
  if (idle.length > 0) {
    const [what, are, them] = idle.length === 1 ? ['entry', 'is', 'it'] : ['entries', 'are', 'them'];
    todos.push(
      `See why ${what} ${shown(idle)} of the list ${are} never cited: it may be padding, a mark may be lost, or the numbers shifted. Do not count ${them} as support.`,
    );
  }
  return todos;
}

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
  if (marks.length === 0 || references.length === 0) return [];
  const numbers = numbersOf(references);
  const printed = references.some(({ mark }) => mark);
  const clues = findClues(cited, references, numbers);
  const says = ({ mark, entry, word }: Clue): string =>
    `${mark} stands beside “${word}”, which only the work ${printed ? 'printed as number' : 'in place'} ${entry} has`;
  const beside = (own: readonly Clue[]): string => formatList([...new Map(own.map((clue) => [clue.mark, clue])).values()].map(says));
  const range = shiftOfRange(
    marks,
    numbers.filter((number) => !Number.isNaN(number)),
  );
  const seen = shiftOfClues(clues);
  if (range !== undefined && printed) {
    const also = seen?.shift === range ? ` The words agree: ${beside(seen.clues)}.` : '';
    return [
      `See whether the marks are ${by(range)}: they run from ${rangeOf(marks)}, the list from ${rangeOf(numbers)}, and with ${Math.abs(range)} ${range > 0 ? 'taken off' : 'added'} each has an entry.${also} Until that is proven, tie no mark to a work.`,
    ];
  }
  if (seen) return [`See whether the marks are ${by(seen.shift)}: ${beside(seen.clues)}. Until that is proven, tie no mark to a work.`];
  const missing = marks.length - references.length;
  if (printed || missing <= 0) return [];
  const late = clues.find(({ mark, entry }) => mark - entry === missing);
  const after = late ? ` ${says(late)}, so the gap is likely before it.` : '';
  return [
    `Look for what is missing in the reference list: the text uses ${marks.length} numbers and the list names ${references.length} works, so from some place on each number is ${by(missing)}.${after}`,
  ];
}
