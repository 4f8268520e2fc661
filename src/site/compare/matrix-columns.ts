/** The columns of a matrix: sources under names short enough to stand upright, no two alike. */
import { departureOf } from '../../evidence/interests.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import { formatYear } from '../../parts/format.ts';
import { shortName } from '../../parts/format.ts';
import { sourceUrl } from '../../parts/urls.ts';

export interface MatrixColumn {
  readonly id: string;
  readonly href: string;
  readonly short: string;
  readonly name: string;
  readonly leaves: boolean;
}

const MOST_LETTERS = 26;

/** Short names; where two columns would have the same, each with its year. */
function toShorts(sources: readonly SourceEntry[]): Map<SourceEntry, string> {
  const names = sources.map(shortName);
  return new Map(
    sources.map((source, i) => {
      const name = names[i] ?? '';
      const cut = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;
      return [source, names.indexOf(name) === names.lastIndexOf(name) ? cut : `${cut} ${formatYear(source.issued)}`];
    }),
  );
}

const toColumn = (source: SourceEntry, short: string): MatrixColumn => ({
  id: source.id,
  href: sourceUrl(source.id),
  short,
  name: citationName(source),
  leaves: departureOf(source) !== undefined,
});

/** One column a source, in the order given, e.g. `CHEST 2016` beside `CHEST 2021`. */
export function toColumns(sources: readonly SourceEntry[]): MatrixColumn[] {
  const shorts = toShorts(sources);
  return sources.map((source) => toColumn(source, shorts.get(source) ?? source.id));
}
