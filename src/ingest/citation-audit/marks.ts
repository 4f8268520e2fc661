/** Reconciles the citation marks of a text with its reference list. What does not match is named; nothing is matched by order. */
import type { Source } from '../../schema/source.ts';
import { formatCount, formatList } from '../../words/phrase.ts';
import type { MarkUse, PrintedReference } from '../raw-article.ts';

export interface MarkReconciliation {
  readonly restsOn: Source['restsOn'];
  readonly unresolved: Source['unresolved'];
}

const MOST = 12;

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const total = (marks: readonly MarkUse[]): number => marks.reduce((sum, { count }) => sum + count, 0);
const listed = (marks: readonly MarkUse[]): string => marks.map(({ mark, count }) => `${mark}: ${times(count)}`).join(', ');
const shown = (marks: readonly MarkUse[]): string => {
  const names = marks.map(({ mark }) => mark);
  return formatList(names.length > MOST ? [...names.slice(0, MOST), `${names.length - MOST} more`] : names);
};

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
  if (marks.length === 0) return { restsOn, unresolved: [] };

  const used = `The text cites by number (${listed(marks)})`;
  if (references.length === 0) return { restsOn, unresolved: [row(`${used}, but no reference list was found.`, marks)] };
  if (numbers.length === 0) {
    const size = references.length === marks.length ? 'and prints no numbers, so order is the only hint' : 'and prints no numbers';
    const what = `${used}; its reference list names ${formatCount(references.length, 'work')} ${size}. No mark can be tied to a work.`;
    return { restsOn, unresolved: [row(what, marks)] };
  }
  const doubled = marks.filter(({ mark }) => twice.has(mark));
  const bare = references.length - numbers.length;
  return {
    restsOn,
    unresolved: [
      ...(missing.length > 0 ? [row(`The text uses marks that the reference list has no entry for (${listed(missing)}).`, missing)] : []),
      ...(doubled.length > 0
        ? [row(`The reference list prints the same number at more than one work; the text uses it (${listed(doubled)}).`, doubled)]
        : []),
      ...(idle.length > 0 ? [row('The reference list has entries that the text never cites.', idle)] : []),
      ...(bare > 0 ? [row(`The reference list prints ${formatCount(bare, 'work')} without a number among numbered ones.`, [])] : []),
    ],
  };
}

/** The same as work for the editor: a sentence for marks that no entry answers, and one for entries that no mark uses. */
export function findUnmatchedMarks(marks: readonly MarkUse[], references: readonly PrintedReference[]): string[] {
  if (marks.length === 0) return [];
  if (references.length === 0) return ['Get the reference list: the text cites by number, and no list was found in what was saved.'];
  const { numbers, missing, idle } = compare(marks, references);
  const [one, only] = [missing.length === 1, idle.length === 1];
  const count = total(missing);
  return [
    ...(numbers.length > 0 && missing.length > 0
      ? [
          `Find out what ${one ? 'mark' : 'marks'} ${shown(missing)} ${one ? 'stands' : 'stand'} for: the list has no such entry, and what the text says there (${count === 1 ? 'once' : `${count} times`}) has no source.`,
        ]
      : []),
    ...(idle.length > 0
      ? [
          `See why ${only ? 'entry' : 'entries'} ${shown(idle)} of the list ${only ? 'is' : 'are'} never cited: it may be padding, a mark may be lost, or the numbers shifted. Do not count ${only ? 'it' : 'them'} as support.`,
        ]
      : []),
  ];
}
