/** How a source is called in a sentence: its first author and its year. */
import type { Author } from '../schema/source.ts';
import type { SourceEntry } from '../library/library.ts';

/** Family name or organisation, e.g. `Vedantham` or `NICE`. */
export const authorName = (author: Author): string => ('organisation' in author ? author.organisation : author.family);

/** Year as printed, e.g. `2017`; `undated` where there is none. */
export const sourceYear = (source: Pick<SourceEntry, 'issued'>): string => source.issued.split('-')[0] ?? '';

/** The name of a source in a sentence, e.g. `NICE 2019`, `Vedantham et al. 2017`; the title where no author is known. */
export function sourceName(source: Pick<SourceEntry, 'authors' | 'issued' | 'title'>): string {
  const [first, second, ...more] = source.authors ?? [];
  if (!first) return `“${source.title}”`;
  const who = !second ? authorName(first) : more.length ? `${authorName(first)} et al.` : `${authorName(first)} and ${authorName(second)}`;
  return `${who} ${sourceYear(source)}`;
}
