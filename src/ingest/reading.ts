/** Which origin a parcel is of, and the articles that it holds. Runs in the reading room, where time and memory are bounded. */
import { origins } from './origins.ts';
import type { Taken } from './origin.ts';
import { isRefusal, type Refusal } from './outcome.ts';
import { openParcel, type Parcel } from './parcel.ts';

export interface Recognised {
  /** The origin that took the parcel, and by what, e.g. `leaflet` and `the line “Information for patients”`. */
  readonly origin: string;
  readonly because: string;
  readonly taken: readonly Taken[];
}

/** Control characters have no place in a field, and YAML would have to escape them. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

function finish(taken: Taken, doubts: readonly string[]): Taken {
  const { article } = taken;
  if (isRefusal(article)) return taken;
  return { ...taken, article: { ...article, title: clean(article.title), doubts: [...doubts, ...article.doubts] } };
}

/** The articles of a parcel, e.g. of a saved page `{ origin: 'web article', because: …, taken: [one] }`, or why there are none. */
export async function toRecognised(parcel: Parcel): Promise<Recognised | Refusal> {
  const opened = openParcel(parcel);
  if (isRefusal(opened)) return opened;
  for (const origin of origins) {
    const because = origin.recognise(opened);
    if (because === undefined) continue;
    const taken = await origin.toArticles(opened);
    return { origin: origin.name, because, taken: taken.map((one) => finish(one, opened.doubts ?? [])) };
  }
  return {
    reason: 'It has none of the features by which articles are recognised.',
    hint: 'If it is an article, save the page again with its title, date and site; the known shapes are listed at the end.',
    shapes: origins.map((origin) => `${origin.name}: ${origin.looksFor}`),
  };
}
