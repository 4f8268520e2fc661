/** What of a page changed since it was approved, named: two statements, line by line. Pure. */
import { formatCount, formatList } from '../../words/phrase.ts';

/** One thing that a page states otherwise: `before` is undefined where it is new, `after` where it is gone. */
export interface Difference {
  /** The way to it, e.g. `finding · where-dark of society-2021-lamps · direction`. */
  readonly of: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const cut = (line: string): readonly [string, string] => {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
};

/** What differs, in the order of the newer statement, and last what is gone. Empty where both say the same, in whatever order. */
export function differences(before: string, after: string): Difference[] {
  const [olds, news] = [before, after].map((text) => new Set(text.split('\n').filter(Boolean))) as [Set<string>, Set<string>];
  const gone = new Map([...olds.difference(news)].map(cut));
  const come = new Map([...news.difference(olds)].map(cut));
  return [
    ...[...come].map(([of, says]): Difference => ({ of, before: gone.get(of), after: says })),
    ...[...gone].filter(([of]) => !come.has(of)).map(([of, says]): Difference => ({ of, before: says, after: undefined })),
  ];
}

/** So many are named; more would not be read. */
const NAMED = 3;
const LONG = 90;
const quoted = (text: string): string => `“${text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text}”`;

function said({ of, before, after }: Difference): string {
  if (before === undefined) return `${quoted(of)} is new (${quoted(after ?? '')})`;
  return after === undefined ? `${quoted(of)} is gone (${quoted(before)})` : `${quoted(of)} was ${quoted(before)} and is ${quoted(after)}`;
}

/** The same in words, as the rest of a sentence with no full stop of its own, e.g. `“verdict” was “Agree” and is “Differ” and 2 lines more`. */
export function differenceWords(all: readonly Difference[]): string {
  const more = all.length - NAMED;
  return formatList([all.slice(0, NAMED).map(said).join('; '), ...(more > 0 ? [`${formatCount(more, 'line')} more`] : [])]).replace(
    /\.”$/,
    '”',
  );
}
