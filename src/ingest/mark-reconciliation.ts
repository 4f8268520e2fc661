/** Reconciles the citation marks of a text with its reference list. What does not match is named; nothing is matched by order. */
import type { Source } from '../schema/source.ts';
import type { MarkUse, PrintedReference } from './raw-article.ts';
import { formatCount } from '../words/phrase.ts';

export interface MarkReconciliation {
  readonly restsOn: Source['restsOn'];
  readonly unresolved: Source['unresolved'];
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const total = (marks: readonly MarkUse[]): number => marks.reduce((sum, { count }) => sum + count, 0);
const listed = (marks: readonly MarkUse[]): string => marks.map(({ mark, count }) => `${mark}: ${times(count)}`).join(', ');

const row = (what: string, marks: readonly MarkUse[]): MarkReconciliation['unresolved'][number] => ({
  what,
  marks: marks.map(({ mark }) => mark),
  ...(total(marks) > 0 && { count: total(marks) }),
});

/** The printed work with its label; a mark and a count only where the list itself prints that number, and prints it once. */
const toSupport = (reference: PrintedReference, use: MarkUse | undefined): MarkReconciliation['restsOn'][number] => ({
  work: reference.label ? `${reference.work} (labelled “${reference.label}” there)` : reference.work,
  ...(reference.kind && { kind: reference.kind }),
  ...(use && { mark: use.mark, count: use.count }),
});

/**
 * What a source leans on, and where its marks and its list disagree. Example: marks `1` and `2` over a list without
 * numbers give two works without marks and one row of `unresolved` that names both marks and how often each is used.
 */
export function reconcileMarks(marks: readonly MarkUse[], references: readonly PrintedReference[]): MarkReconciliation {
  const numbers = references.flatMap(({ mark }) => mark ?? []);
  const twice = new Set(numbers.filter((mark, i) => numbers.indexOf(mark) !== i));
  const useOf = ({ mark }: PrintedReference): MarkUse | undefined =>
    mark === undefined || twice.has(mark) ? undefined : marks.find((use) => use.mark === mark);
  const restsOn = references.map((reference) => toSupport(reference, useOf(reference)));
  if (marks.length === 0) return { restsOn, unresolved: [] };

  const used = `The text cites by number (${listed(marks)})`;
  if (references.length === 0) return { restsOn, unresolved: [row(`${used}, but no reference list was found.`, marks)] };
  if (numbers.length === 0) {
    const size = references.length === marks.length ? 'and prints no numbers, so order is the only hint' : 'and prints no numbers';
    const what = `${used}; its reference list names ${formatCount(references.length, 'work')} ${size}. No mark can be tied to a work.`;
    return { restsOn, unresolved: [row(what, marks)] };
  }
  const missing = marks.filter(({ mark }) => !numbers.includes(mark));
  const doubled = marks.filter(({ mark }) => twice.has(mark));
  const idle = [...new Set(numbers)].filter((number) => !marks.some(({ mark }) => mark === number)).map((mark) => ({ mark, count: 0 }));
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
