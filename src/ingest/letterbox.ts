/** One parcel in, one outcome for each of its articles out. Touches no disk; the script writes what comes out. */
import { sha256 } from '../library/passage.ts';
import { buildDraft, toDraftText } from './draft.ts';
import { toHeldSource, type HeldSource } from './held-source.ts';
import { origins } from './origins.ts';
import type { Taken } from './origin.ts';
import { isRefusal, type Outcome, type ParcelOutcome, type Refusal } from './outcome.ts';
import { openParcel, type Parcel } from './parcel.ts';
import type { RawArticle } from './raw-article.ts';
import { recogniseSource } from './recognition.ts';
import { buildSourceId } from './source-id.ts';

export interface Recognised {
  /** The origin that took the parcel, and by what, e.g. `leaflet` and `the line “Information for patients”`. */
  readonly origin: string;
  readonly because: string;
  readonly taken: readonly Taken[];
}

/** Control characters have no place in a field, and YAML would have to escape them. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const withCleanTitle = (taken: Taken): Taken =>
  isRefusal(taken.article) ? taken : { ...taken, article: { ...taken.article, title: clean(taken.article.title) } };

/** The articles of a parcel, e.g. of a saved page `{ origin: 'web article', because: …, taken: [one] }`, or why there are none. */
export async function toRecognised(parcel: Parcel): Promise<Recognised | Refusal> {
  const opened = openParcel(parcel);
  if (isRefusal(opened)) return opened;
  for (const origin of origins) {
    const because = origin.recognise(opened);
    if (because !== undefined) return { origin: origin.name, because, taken: (await origin.toArticles(opened)).map(withCleanTitle) };
  }
  return {
    reason: 'It has none of the features by which articles are recognised.',
    hint: 'If it is an article, save the page again with its title, date and site; the known shapes are listed at the end.',
    shapes: origins.map((origin) => `${origin.name}: ${origin.looksFor}`),
  };
}

const nameOf = ({ authors, publisher, container }: RawArticle): string => {
  const [first] = authors;
  if (first && 'family' in first) return first.family;
  return publisher ?? container ?? first?.organisation ?? 'source';
};

/** What becomes of one article. `because` completes "recognised as …", e.g. `leaflet, recognised by its ISBN`. */
function toOutcome({ article, bytes }: Taken, because: string, held: readonly HeldSource[], retrieved: string): Outcome {
  if (isRefusal(article)) return { state: 'refused', ...article };
  const hash = sha256(bytes);
  const known = recogniseSource(article, hash, held);
  if (known) {
    const changed = known.source.snapshot !== undefined && known.source.snapshot !== `sha256-${hash}`;
    const note = changed ? '; its text differs from the one taken then, so see whether the digest still holds' : '';
    const same = known.source.snapshot === `sha256-${hash}`;
    return { state: 'known', file: known.source.file, because: `the same ${known.sign}${note}`, ...(same ? { hash } : {}) };
  }
  const fields = buildDraft(article, { retrieved, hash });
  const text = toDraftText(fields);
  if (typeof text !== 'string') return { state: 'refused', ...text };
  const dated = article.issued === 'undated' ? article.updated : article.issued;
  const id = buildSourceId(
    { by: nameOf(article), year: dated?.slice(0, 4) ?? 'undated', title: article.title },
    new Set(held.map((each) => each.id)),
  );
  return { state: 'drafted', id, fields, text, hash, because };
}

/**
 * What becomes of each article of a parcel, in its order. `held` are the sources that exist, those drafted earlier in
 * this run included; those of this parcel it counts itself. `folder` is how messages name the content folder.
 * Example: with a source of the same ISBN held, one outcome `{ state: 'known', file: 'content/sources/….md', … }`.
 */
export async function ingestParcel(
  parcel: Parcel,
  held: readonly HeldSource[],
  retrieved: string,
  folder = 'content',
): Promise<readonly ParcelOutcome[]> {
  const read = await toRecognised(parcel);
  if (isRefusal(read)) return [{ bytes: parcel.bytes, ending: '', outcome: { state: 'refused', ...read } }];
  const all = [...held];
  return read.taken.map((taken) => {
    const outcome = toOutcome(taken, `${read.origin}, recognised by ${read.because}`, all, retrieved);
    if (outcome.state === 'drafted') all.push(toHeldSource(outcome.id, `${folder}/sources/${outcome.id}.md`, outcome.fields));
    const { label, bytes, ending, article } = taken;
    return { ...(label !== undefined && { label }), bytes, ending, ...(isRefusal(article) ? {} : { article }), outcome };
  });
}
