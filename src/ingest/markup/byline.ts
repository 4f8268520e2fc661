/** The writers that the printed line of a page names: without dates, roles and what buttons beside it say. */
import type { Author } from '../../schema/source.ts';
import { findPrintedDate } from '../dates.ts';
import { AUTHOR_LEAD, isAccount, toAuthors, trimName } from '../names.ts';

const NO_NAME =
  /^(?:last )?(?:updated?|modified|published|posted|reviewed|veröffentlicht|publiziert|geschrieben|erstellt|verfasst|gepostet|publié|posté|publicado|pubblicato|geplaatst)\b|^[\d@;]|^(?:a|p)\.?m\.?\b|\bago\b|^copyright\b|^all \w+$|\bmin(?:ute)?s? read\b|^(?:follow|share|subscribe|comments?)\b/i;
/** What stands behind the names of writers. */
const BEHIND =
  /\s*(?:\|| – | — |\b(?:edited|reviewed|translated|photographs?|illustrat\w+|medically reviewed|fact[- ]checked) by\b|\b(?:updated|published|posted|follow)\b|\(avec |\bis an? \p{Ll}|\bfor \p{Lu}|https?:|@|\bon \d).*$/isu;

/** `JOE SAMPLE` as people write it. */
const inCase = (name: string): string =>
  /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){1,3}$/u.test(name)
    ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : name;

/** The authors of a line, e.g. `toBylineAuthors('By Ada Sample March 11, 2015 3:46 PM')` names one person; none for a line without a name. */
export function toBylineAuthors(line: string): readonly Author[] {
  const date = findPrintedDate(line);
  const [before, after] = date ? [trimName(date.before), trimName(date.after)] : [line, ''];
  const kept = (before && !NO_NAME.test(before) ? before : after)
    .replace(BEHIND, '')
    .replace(/\s*\([^)]*\)?/g, ' ')
    .replace(/\s*\d.*$/s, '');
  const plain = trimName(kept.replace(AUTHOR_LEAD, '').replace(/\s*,\s*(?:MA|MS|MPH|RN|BSc|MBA)\b.*$/, ''));
  if (
    !/^[\p{Lu}\p{Lo}].*\p{L}/u.test(plain) ||
    /^(?:by|par|von|por|di|door)$/i.test(plain) ||
    plain.length > 150 ||
    NO_NAME.test(plain) ||
    isAccount(plain)
  )
    return [];
  return toAuthors(
    plain
      .split(/(?=[,;&]| and )/)
      .map((part) => part.replace(/[^,;&]+/, (name) => name.replace(/\S.*\S/s, inCase)))
      .join(''),
  );
}

/** The same for a line as the markup breaks it: the first piece that names anybody. */
export const toBrokenByline = (line: string): readonly Author[] => {
  const pieces = line.split(/\s*\n\s*|\s{4,}/);
  return pieces.map(toBylineAuthors).find((authors) => authors.length > 0) ?? toBylineAuthors(pieces.join(' '));
};

/** Where pages print their writers, the surest first; comments have writers too. */
const PLACES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '.byline',
  '.post-author, .entry-author, .article-author, .author-name, .vcard .fn',
  '.author',
];
const LONGEST = 100;

/** The line of a page that names its writer, where it is marked as one; comments and lists of other stories are passed over. */
export function findMarkedByline(document: Document): string | undefined {
  for (const place of PLACES) {
    const found = [...document.querySelectorAll(place)].find(
      (one) =>
        one.closest('[class*="comment"], [id*="comment"], aside, footer, [class*="related"]') === null &&
        (one.textContent ?? '').trim().length <= LONGEST &&
        toBrokenByline(one.textContent ?? '').length > 0,
    );
    if (found) return (found.textContent ?? '').trim();
  }
  return undefined;
}
