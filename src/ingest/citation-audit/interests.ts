/** Whether an article says who paid and who gains, and where. Names the place and decides nothing. */
import type { RawArticle } from '../raw-article.ts';
import { toSentences } from './sentence.ts';

/** Sentences and headings that are such a statement, not just near one. */
const STATEMENT =
  /\b(?:(?:conflicts?|declarations?|disclosures?) of (?:competing )?interests?|competing (?:financial )?interests?|(?:author|financial|financing) disclosures?|disclosures?:|funding(?: statement| source)?s?:|(?:was|were|is|are) (?:funded|sponsored|financially supported|supported financially) by|supported by (?:\S+ ){0,6}(?:grants?|fund(?:s|ing)?|foundation)|funded by|sponsored by|received (?:\S+ ){0,6}(?:fees|honoraria|grants?|funding) from|sources? of funding|role of the (?:funder|sponsor))/i;
const HEADING =
  /^(?:funding|disclosures?|(?:conflicts?|declarations?) of (?:competing )?interests?|competing interests?|sources? of funding|financial support|sponsorship)\b/i;
const NONE =
  /\b(?:no|none|nothing|without|not)\b[^.]{0,60}\b(?:conflicts?|competing|interests?|disclos\w+|declare\w*|fund\w*)|\b(?:conflicts?|interests?|disclosures?|funding)\b[^.]{0,30}\b(?:none|nil|nothing)\b/i;

/** Words that often go with payment. They are named to the editor and decide nothing. */
const PAYMENT = /\b(?:symposium|advertorial|supplied|in partnership with|grants?|honorari(?:a|um)|sponsor(?:ed|s|ship)?|funding)\b/gi;

type Stated = Pick<RawArticle, 'title' | 'text' | 'headings' | 'boilerplate' | 'disclaimers' | 'image'> &
  Partial<Pick<RawArticle, 'doubts'>>;

/** What to write under `interests`, as one to-do: where the statement stands, or that none was found and which words to look at. */
export function interestsTodo(article: Stated): string {
  const ask = 'Write `interests`: who paid, and who gains if the reader agrees.';
  const places = toSentences(article).flatMap(({ text, place }) =>
    STATEMENT.test(text) || HEADING.test(/“(.*)”/.exec(place)?.[1] ?? '') ? [{ text, place }] : [],
  );
  const [first] = places;
  if (first) {
    const none = places.every(({ text }) => NONE.test(text))
      ? ' It reads as if there were none to declare; say so in the note, and see who published it.'
      : '';
    const more = new Set(places.map(({ place }) => place)).size - 1;
    return `${ask} It has a statement on that: ${first.place}${more > 0 ? ` and ${more} more ${more === 1 ? 'place' : 'places'}` : ''}.${none}`;
  }
  const outside = [...article.boilerplate, ...article.disclaimers].find((line) => STATEMENT.test(line));
  if (outside) return `${ask} A line of the page around it says something on that: look at its head and foot.`;
  // The record of a registry has said where to look, and the statement itself stands in the work.
  if (article.doubts?.some((doubt) => doubt.startsWith('For `interests`:'))) {
    return `${ask} Where to look is said above; if the work itself does not say, \`funding: unknown\` with a note is an answer.`;
  }
  const near = `${article.text}\n${article.headings.map((heading) => heading.text).join('\n')}\n${article.image?.address?.replace(/[/_-]/g, ' ') ?? ''}`;
  const words = [...new Set([...near.matchAll(PAYMENT)].map(([word]) => word.toLowerCase()))];
  const hint = words.length > 0 ? ` It uses ${words.map((word) => `“${word}”`).join(', ')}: look there first.` : '';
  return `${ask} No statement of funding or of conflicts of interest was found.${hint} Where the article does not say, \`funding: unknown\` with a note is an answer.`;
}
