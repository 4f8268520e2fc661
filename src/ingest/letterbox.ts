/** One raw article in, one outcome out: drafted, known or refused. Touches no disk; the script writes what comes out. */
import { sha256 } from '../library/passage.ts';
import { buildDraft, toDraftText } from './draft.ts';
import type { HeldSource } from './held-source.ts';
import { origins } from './origins.ts';
import type { Origin } from './origin.ts';
import { isRefusal, type Outcome, type Refusal } from './outcome.ts';
import type { RawArticle } from './raw-article.ts';
import { recogniseSource } from './recognition.ts';
import { buildSourceId } from './source-id.ts';
import { toText } from './text-page.ts';

export interface Recognised {
  readonly origin: Origin;
  readonly because: string;
  readonly article: RawArticle;
}

/** Control characters have no place in a field, and YAML would have to escape them. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** Takes an article in, e.g. `toRecognised(bytes)` of a saved page gives `{ origin: webArticle, … }`, or says why it is none. */
export function toRecognised(bytes: Uint8Array): Recognised | Refusal {
  const text = toText(bytes);
  if (typeof text !== 'string') return text;
  for (const origin of origins) {
    const because = origin.recognise(text);
    if (because === undefined) continue;
    const article = origin.toArticle(text);
    return isRefusal(article) ? article : { origin, because, article: { ...article, title: clean(article.title) } };
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

/**
 * What becomes of one article. `held` are the sources that exist, those drafted in this run included. Example: with a
 * source of the same ISBN held, `{ state: 'known', file: 'content/sources/….md', because: 'the same ISBN …' }`.
 */
export function ingestArticle(bytes: Uint8Array, held: readonly HeldSource[], retrieved: string): Outcome {
  const read = toRecognised(bytes);
  if (isRefusal(read)) return { state: 'refused', ...read };
  const { article, origin, because } = read;
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
  return { state: 'drafted', id, fields, text, hash, because: `${origin.name}, recognised by ${because}` };
}
