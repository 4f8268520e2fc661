/** Who gains: which sources have a conflict of interest (coi), by which readers may filter, and who stands on both sides. */
import type { Author } from '../schema/source.ts';
import { kindRow, type SourceKind } from '../schema/kinds.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import { nameWords } from '../words/fold.ts';

/** The conflicts of interest for which a source can be hidden. */
export const coiReasons = {
  maker: { says: 'by manufacturers' },
  news: { says: 'from the news' },
  machine: { says: 'from unreviewed AI-generated summaries' },
  industry: { says: 'funded by industry' },
} as const;
export type Coi = keyof typeof coiReasons;

const byKind: Partial<Record<SourceKind, Coi>> = { vendor: 'maker', news: 'news', 'machine-summary': 'machine' };

/**
 * The conflict of interest of a source; undefined when it has none. Its kind goes before who paid. What public
 * money and industry paid for together stays and is marked. Example: a maker's page gives `maker`.
 */
export const coiOf = (source: Pick<SourceEntry, 'kind' | 'interests'>): Coi | undefined =>
  byKind[source.kind] ?? (source.interests?.funding === 'industry' ? 'industry' : undefined);

/** Someone who speaks in a sponsored and in a reviewed work. */
export interface Tie {
  /** As the works write it, in full, e.g. `Ada Moon`. */
  readonly who: string;
  readonly sponsored: readonly SourceEntry[];
  readonly reviewed: readonly SourceEntry[];
}

interface Voice {
  readonly family: string;
  readonly given: readonly string[];
  readonly who: string;
}

const voiceOf = (author: Author): Voice =>
  'organisation' in author
    ? { family: nameWords(author.organisation).join(' '), given: [], who: author.organisation }
    : {
        family: nameWords(author.family).join(' '),
        given: nameWords(author.given ?? ''),
        who: [author.given, author.family].filter(Boolean).join(' '),
      };

/** Everyone who writes or speaks in it. A family name alone is nobody in particular and is left out. */
const voicesOf = (source: SourceEntry): Voice[] =>
  [...(source.authors ?? []), ...(source.contributors ?? [])]
    .filter((author) => 'organisation' in author || author.given !== undefined)
    .map(voiceOf);

/** Given names agree as far as both are written, an initial with its name: `Marie Josee` and `M. J. E.` do. */
function isSame(one: Voice, other: Voice): boolean {
  if (one.family !== other.family || (one.given.length === 0) !== (other.given.length === 0)) return false;
  const shared = Math.min(one.given.length, other.given.length);
  return one.given.slice(0, shared).every((name, i) => {
    const second = other.given[i] ?? '';
    return name.length === 1 || second.length === 1 ? name[0] === second[0] : name === second;
  });
}

/** Initials and stops do not make a name longer. */
const lettersIn = (name: string): number => nameWords(name).join('').length;

/** Kinds that journals and societies publish after review by others. */
const isReviewed = ({ kind }: SourceEntry): boolean => kindRow(kind).inJournal && kind !== 'instrument';

/**
 * People and organisations that speak both in a work with a conflict of interest and in a reviewed work that
 * stays, in order of name. The longest way in which a name is written stands for it.
 */
export function findTies(library: Library): Tie[] {
  const all = [...library.sources.values()];
  const voicesReviewed = new Map<string, { voice: Voice; source: SourceEntry }[]>();
  for (const source of all.filter((one) => coiOf(one) === undefined && isReviewed(one)))
    for (const voice of voicesOf(source))
      voicesReviewed.set(voice.family, [...(voicesReviewed.get(voice.family) ?? []), { voice, source }]);
  const ties: { voice: Voice; sponsored: SourceEntry[]; reviewed: SourceEntry[] }[] = [];
  for (const sponsored of all.filter((source) => coiOf(source) !== undefined && coiOf(source) !== 'machine')) {
    for (const voice of voicesOf(sponsored)) {
      const namesakes = voicesReviewed.get(voice.family) ?? [];
      const reviewed = [...new Set(namesakes.filter((one) => isSame(voice, one.voice)).map(({ source }) => source))];
      if (!reviewed.length) continue;
      const known = ties.find((tie) => isSame(tie.voice, voice));
      if (known) known.sponsored.push(sponsored);
      else ties.push({ voice, sponsored: [sponsored], reviewed });
    }
  }
  const longest = (voice: Voice, works: readonly SourceEntry[]): string =>
    works
      .flatMap(voicesOf)
      .filter((other) => isSame(voice, other))
      .map(({ who }) => who)
      .sort((a, b) => lettersIn(b) - lettersIn(a) || (a < b ? -1 : 1))[0] ?? voice.who;
  return ties
    .map(({ voice, sponsored, reviewed }) => ({ who: longest(voice, [...sponsored, ...reviewed]), sponsored, reviewed }))
    .sort((a, b) => (a.who < b.who ? -1 : 1));
}
