/** Marks without an entry and entries without a mark, as work for the editor. What the reader is told of them stands in `unresolved`. */
import type { MarkUse, PrintedReference } from '../raw-article.ts';
import { inWords } from './sentence.ts';

const MOST = 12;
const shown = (marks: readonly string[]): string =>
  inWords(marks.length > MOST ? [...marks.slice(0, MOST), `${marks.length - MOST} more`] : marks);
const REASONS = ': it may be padding, a mark may be lost, or the numbers shifted.';
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** One sentence for marks that no entry answers, one for entries that no mark uses; none where the list prints no numbers. */
export function findUnmatchedMarks(marks: readonly MarkUse[], references: readonly PrintedReference[]): string[] {
  if (marks.length === 0) return [];
  if (references.length === 0) return ['Get the reference list: the text cites by number, and no list was found in what was saved.'];
  const numbers = references.flatMap(({ mark }) => mark ?? []);
  if (numbers.length === 0) return [];
  const dangling = marks.filter(({ mark }) => !numbers.includes(mark));
  const count = dangling.reduce((sum, use) => sum + use.count, 0);
  const idle = [...new Set(numbers)].filter((number) => !marks.some(({ mark }) => mark === number));
  const one = dangling.length === 1;
  return [
    ...(dangling.length > 0
      ? [
          `Find out what ${one ? 'mark' : 'marks'} ${shown(dangling.map(({ mark }) => mark))} ${one ? 'stands' : 'stand'} for: the list has no such entry, and what the text says there (${times(count)}) has no source.`,
        ]
      : []),
    ...(idle.length === 1 ? [`See why entry ${shown(idle)} of the list is never cited${REASONS} Do not count it as support.`] : []),
    ...(idle.length > 1 ? [`See why entries ${shown(idle)} of the list are never cited${REASONS} Do not count them as support.`] : []),
  ];
}
