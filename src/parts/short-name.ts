/** The shortest name under which a work is known: what fits beside a mark in a figure on a phone. */
import type { SourceEntry } from '../library/library.ts';
import { kindRow } from '../schema/kinds.ts';

/** Short title, with the body before it for advice; else the first author, else the title. Examples: `ATTRACT`, `NICE, IPG651`, `Lord`. */
export function shortName(source: Pick<SourceEntry, 'authors' | 'kind' | 'shortTitle' | 'title'>): string {
  const [first] = source.authors ?? [];
  const author = first ? ('organisation' in first ? first.organisation : first.family) : '';
  const { shortTitle } = source;
  if (!shortTitle) return author || source.title;
  const advises = kindRow(source.kind).carries === 'recommendation';
  return advises && first && 'organisation' in first && !shortTitle.includes(author) ? `${author}, ${shortTitle}` : shortTitle;
}
