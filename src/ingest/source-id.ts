/** Makes the id of a new source from its author or publisher, its year and one word of its title. */
import { ID_PATTERN } from '../schema/id.ts';

const letters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** Lower-case ASCII with hyphens, e.g. `toSlug('Société Générale (Œuvre)') === 'societe-generale-oeuvre'`; empty when nothing is left. */
export const toSlug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæøœłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Words of titles that tell nothing apart. */
const DULL = new Set(
  'about after also among approach because before between during does from happens into should their there these those through under using what when where which while with without would your'.split(
    ' ',
  ),
);
const NAME_WORDS = 3;

/** Words of a title from the most telling to the least: longest first, at least four letters, then numbers for want of words. */
function* wordsOf(title: string): Generator<string> {
  const words = toSlug(title).split('-');
  const telling = [...new Set(words)].filter((word) => word.length > 3 && !DULL.has(word));
  yield* telling.sort((a, b) => b.length - a.length);
  const stem = telling[0] ?? (words[0] || 'article');
  if (telling.length === 0) yield stem;
  for (let n = 2; ; n++) yield `${stem}-${n}`;
}

/**
 * A new id, e.g. `buildSourceId({ by: 'Example Society', year: '2019', title: 'Widgets explained' }, taken)` gives
 * `example-society-2019-explained`. Where that is taken the next word of the title is tried, then a number.
 */
export function buildSourceId(
  of: { readonly by: string; readonly year: string; readonly title: string },
  taken: ReadonlySet<string>,
): string {
  const name = toSlug(of.by).split('-').slice(0, NAME_WORDS).join('-') || 'source';
  for (const word of wordsOf(of.title)) {
    const id = `${name}-${of.year}-${word}`;
    if (!taken.has(id) && ID_PATTERN.test(id)) return id;
  }
  throw new Error('The words of a title came to an end, though numbers never do.');
}
