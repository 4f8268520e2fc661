/** How a source is called in a sentence: its first author and its year. */
import type { Author } from '../schema/source.ts';
import type { SourceEntry } from '../library/library.ts';

/** Family name or organisation, e.g. `Vedantham` or `NICE`. */
export const authorName = (author: Author): string => ('organisation' in author ? author.organisation : author.family);

/** Year as printed, e.g. `2017`; `undated` where there is none. */
export const sourceYear = (source: Pick<SourceEntry, 'issued'>): string => source.issued.split('-')[0] ?? '';

type Named = Pick<SourceEntry, 'authors' | 'issued' | 'title' | 'shortTitle'>;

/** Authors as a name has them, e.g. `Kahn`, `Kahn & Ginsberg`, `Vedantham et al.`; empty where none is known. */
function authorsIn({ authors }: Named, and: string): string {
  const [first, second, ...more] = authors ?? [];
  if (!first) return '';
  if (!second) return authorName(first);
  return more.length ? `${authorName(first)} et al.` : `${authorName(first)} ${and} ${authorName(second)}`;
}

/** The name of a source in a sentence, e.g. `NICE 2019`, `Vedantham et al. 2017 (ATTRACT)`; its short title or title where no author is known. */
export function sourceName(source: Named): string {
  const who = authorsIn(source, 'and');
  if (!who) return source.shortTitle ? `${source.shortTitle} ${sourceYear(source)}` : `“${source.title}”`;
  return `${who} ${sourceYear(source)}${source.shortTitle ? ` (${source.shortTitle})` : ''}`;
}

/**
 * The part of a citation before the year, e.g. `Vedantham et al., ATTRACT`. The short title keeps works of one author
 * and year apart, everywhere alike, which an engine that sees one page at a time cannot do.
 */
export const citationAuthor = (source: Named): string =>
  [authorsIn(source, '&'), source.shortTitle].filter(Boolean).join(', ') || source.title;

/** A source as a citation names it, e.g. `Vedantham et al., ATTRACT, 2017`, `NICE, 2019`, `CAVA, n.d.`. */
export const citationName = (source: Named): string =>
  `${citationAuthor(source)}, ${source.issued === 'undated' ? 'n.d.' : sourceYear(source)}`;
