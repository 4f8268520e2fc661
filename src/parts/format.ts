/** Values as readers see them: dates and names. Nothing here decides what is shown. */
import type { SourceEntry } from '../library/library.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Author } from '../schema/source.ts';
import { dateInWords } from '../words/date.ts';
import { formatList } from '../words/phrase.ts';

/** `2024-03-27` → `27 March 2024`, `2024-03` → `March 2024`, `2024` → `2024`, `undated` → `no date`. */
export const formatDate = (date: string): string => (date === 'undated' ? 'no date' : dateInWords(date));

/** `2024-03-27` → `2024`, `undated` → `n.d.`, as author–date citations print it. */
export const formatYear = (date: string): string => (date === 'undated' ? 'n.d.' : date.slice(0, 4));

const familyName = (author: Author): string => ('organisation' in author ? author.organisation : author.family);

/** Short, as in a citation: `Vedantham et al.`, `Kahn and Ginsberg`, `NICE`; empty for none. Citations write `&`. */
export function formatAuthorsShort(authors: readonly Author[] | undefined, and = 'and'): string {
  if (!authors?.length) return '';
  const [first, second] = authors.map(familyName);
  if (authors.length === 1) return first ?? '';
  return authors.length === 2 ? `${first} ${and} ${second}` : `${first} et al.`;
}

/** How many authors are named before “et al.” stands for the rest, as Vancouver style has it. */
const mostAuthors = 6;

/** With given names, six at most: `Suresh Vedantham, Susan R. Kahn and NICE`; of seven or more the first six and `et al.` */
export function formatAuthors(authors: readonly Author[] = []): string {
  const names = authors
    .slice(0, mostAuthors)
    .map((author) => ('organisation' in author ? author.organisation : [author.given, author.family].filter(Boolean).join(' ')));
  return authors.length > mostAuthors ? `${names.join(', ')} et al.` : formatList(names);
}

/** The shortest name of a work, beside a mark on a phone: short title, with the body before it for advice; else the first author, else the title. Examples: `ATTRACT`, `NICE, IPG651`, `Lord`. */
export function shortName(source: Pick<SourceEntry, 'authors' | 'kind' | 'shortTitle' | 'title'>): string {
  const [first] = source.authors ?? [];
  const author = first ? familyName(first) : '';
  const { shortTitle } = source;
  if (!shortTitle) return author || source.title;
  const advises = kindRow(source.kind).carries === 'recommendation';
  return advises && first && 'organisation' in first && !shortTitle.includes(author) ? `${author}, ${shortTitle}` : shortTitle;
}
