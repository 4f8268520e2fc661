/** Finds promotional wording and says where it stands. Quotes the few words that gave it away and never the sentence. */
import type { RawArticle } from '../raw-article.ts';
import { promotionalWordings, type PromotionalWording } from './promotional-wording.ts';
import { inWords, toSentences } from './sentence.ts';

/** Words that turn praise into its opposite, where they stand shortly before it in the same clause. */
const DENIAL =
  /(?:\b(?:no|not|never|neither|nor|none|nothing|without|cannot|hardly|lacks?|lacking|unproven|rather than|far from|instead of|fails? to)|n['’]t)\b(?! (?:only|just|merely))[^,;:–—]{0,40}$/i;
/** PromotionalWording that is only reported, weighed or asked about. */
const AT_A_DISTANCE =
  /\b(?:so-called|claims? (?:to be|that)|claimed|marketed as|advertised as|described (?:by \S+ \S+ )?as|billed as|whether|if it is)\b[^.;]{0,60}$/i;
const FIGURES = /\d\s?%|\bper ?cent\b|\b\d+ of \d+\b|\b95 ?% CI\b|\bp\s?[<=]\s?0?\.\d/i;
const MOST = 8;
const LOOK_BACK = 80;

export interface Promotion {
  readonly words: string;
  readonly why: string;
  readonly place: string;
}

function* praiseIn(text: string, { pattern, why, unlessFigures }: PromotionalWording): Iterable<{ words: string; why: string }> {
  if (unlessFigures && FIGURES.test(text)) return;
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    if (DENIAL.test(before) || AT_A_DISTANCE.test(before)) continue;
    yield { words: match[0].trim().toLowerCase(), why };
  }
}

/** Every place at which an article promotionalWordings, in order, e.g. `{ words: 'groundbreaking', why: …, place: 'paragraph 2' }`. */
export function findPromotion(article: Pick<RawArticle, 'title' | 'text' | 'headings'>): Promotion[] {
  const whole = `${article.title}\n${article.text}`;
  const used = promotionalWordings.filter(({ pattern }) => whole.search(pattern) >= 0);
  if (used.length === 0) return [];
  return toSentences(article).flatMap(({ text, place }) =>
    used.flatMap((praise) => [...praiseIn(text, praise)].map((found) => ({ ...found, place }))),
  );
}

/** The same as to-dos, one for each reason: the words and where each stands. */
export function promotionTodos(article: Pick<RawArticle, 'title' | 'text' | 'headings'>): string[] {
  return [...Map.groupBy(findPromotion(article), ({ why }) => why)].map(([why, own]) => {
    const places = [...new Map(own.map(({ words, place }) => [`${words} ${place}`, `“${words}” (${place})`])).values()];
    const shown = places.length > MOST ? [...places.slice(0, MOST), `${places.length - MOST} more`] : places;
    return `Do not take over praise: ${inWords(shown)}. The reason to stop there: ${why}. Report what was measured, or that nothing was.`;
  });
}
