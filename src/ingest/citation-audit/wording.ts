/**
 * The words that the audit stops at, in the article and in the works that it cites, one row a reason in the order in which they are tried; and
 * what its sentences give away: praise, and whether it says who paid and who gains. Names the place and quotes no sentence.
 */
import { formatList } from '../../words/phrase.ts';
import type { RawArticle } from '../raw-article.ts';

/** Figures in a sentence: its claim is one that a study makes. */
export const FIGURES = /\d\s?%|\bper ?cent\b|\b\d+ of \d+\b|\bp\s?[<=>]\s?0?\.\d|\b(?:hazard|odds|risk) ratio\b|\bconfidence interval\b/i;

/**
 * The words by which an article praises instead of reporting, under the reason why an editor should stop at them. A row is
 * here because manufacturers and their press use it of devices and procedures and study reports hardly do. `unlessFigures` are
 * words whose objection figures in the same sentence take away.
 */
const promotionalWords: Readonly<Record<string, RegExp | { readonly unlessFigures: RegExp }>> = {
  'it announces a change instead of showing one':
    /\b(?:transformative|transform(?:s|ed|ing)? (?:the (?:treatment|care|management|lives)|patient|outcomes)|revolution(?:ary|i[sz]\w+)|game[- ]chang\w+|ground-?breaking|break-?through(?! (?:bleeding|pain|thrombosis|vte|dvt|seizures?|infections?|cancer))s?|paradigm[- ]shift\w*)/gi,
  'it places the product or its manufacturer above others without a comparison':
    /\b(?:cutting[- ]edge|state[- ]of[- ]the[- ]art(?! (?:review|paper|lecture))|next[- ]generation|best[- ]in[- ]class|world[- ](?:class|leading|renowned)|top (?:research )?(?:institutions|hospitals|doctors|experts)|unparalleled|unmatched|unrivall?ed|second to none|most advanced|industry[- ]leading|market[- ]leading|pioneering)/gi,
  'it judges where a figure should stand':
    /\b(?:remarkabl[ey]|exceptional(?:ly)?(?! (?:circumstances|cases|measures))|outstanding(?! (?:questions?|issues?|data|debts?))|extraordinar(?:y|ily)|spectacular(?:ly)?|impressive(?:ly)?|amazing(?:ly)?|incredibl[ey]|stunning|excellent (?:results|outcomes|safety))/gi,
  'it calls a harm small without a figure': {
    unlessFigures:
      /\b(?:minimal|negligible|virtually no|little to no|almost no) (?:\w+,? ){0,2}?(?:risks?|complications?|side effects|morbidity|mortality|pain|downtime|bleeding)/gi,
  },
  'it promises what no procedure can':
    /\b(?:completely|entirely|perfectly|totally|100 ?%) (?:safe|effective|painless)\b|\b(?:risk|pain|complication|hassle)[- ]free\b|\bno (?:known )?(?:risks?(?! factors?)|side effects)\b|\bguarantee[sd]?\b/gi,
  'it states proof without naming it': {
    unlessFigures:
      /\b(?:clinically |scientifically )?proven (?:to |results|technology|safety|efficacy|track record)|\bsafe and effective\b/gi,
  },
  'it speaks to feelings, not to evidence':
    /\b(?:seamless(?:ly)?|effortless(?:ly)?|hassle|peace of mind|reassuring|life-?changing|gives? (?:patients|you) (?:hope|confidence)|get (?:your|their) li(?:fe|ves) back)/gi,
  'it gives the manufacturer’s intention as if it were an effect':
    /\b(?:engineered|uniquely designed|specially designed|optimi[sz]ed) to\b|\bunique (?:design|technology|mechanism|approach)\b|\binnovative\b|\bproprietary technology\b/gi,
  'it is a slogan and measures nothing': /\bwall[- ]to[- ]wall\b|\b(?:gold|new) standard of care\b|\bone[- ]and[- ]done\b/gi,
  'it strings virtues together without a figure': {
    unlessFigures:
      /\b(?:simple|easy|quick|fast|rapid|inexpensive|affordable)(?:,? (?:and )?(?:simple|easy|quick|fast|rapid|inexpensive|affordable|effective|safe)\b)+/gi,
  },
  'it sells':
    /\b(?:contact us (?:today|now)|learn more about our|ask your doctor about|schedule (?:a|your) (?:consultation|demo)|request a (?:quote|demo)|available now)\b/gi,
};

/** Works that retell others, by the words of their printed entry, its label included: what such a work is, after "is". */
export const secondHandWorks: Readonly<Record<string, RegExp>> = {
  'probably written by a machine from other works':
    /\b(?:chatgpt|gpt-\d|google gemini|microsoft copilot|perplexity ai|open ?evidence|ai[- ](?:generated|written|assistant|overview)|large language model answer)/i,
  'an encyclopaedia or a handbook, which retells other works':
    /\b(?:wikipedia|uptodate|statpearls|medscape|webmd|healthline|medlineplus|mayo clinic|cleveland clinic|dynamed|bmj best practice|verywell|patient\.info)\b/i,
  'a summary of other works':
    /\b(?:practical summar(?:y|ies)|summar(?:y|ies) (?:of|for)(?! product characteristics)|executive summary|key points from|digest of|journal scan|clinical insights?)\b/i,
  news: /\b(?:press release|news(?:room|paper|wire|letter)?|prnewswire|business ?wire|globenewswire|daily (?:mail|telegraph)|reuters|bbc|new york times)\b/i,
  'a leaflet for patients':
    /\b(?:information for (?:the )?(?:public|patients?)|patient (?:information|leaflet|education)|fact ?sheet|(?:information|patient) leaflet|patient brochure)\b/i,
  'written by or for a manufacturer, or a blog':
    /\b(?:blog|white ?paper|product (?:page|brochure)|instructions for use|company website)\b/i,
};

type Text = Pick<RawArticle, 'title' | 'text' | 'headings'>;

interface PlacedSentence {
  readonly text: string;
  /** E.g. `under “Results”, paragraph 2`, or `paragraph 3` where no heading stands above. */
  readonly place: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A line without a full stop within it is one sentence, and need not be looked at further. */
const sentencesOf = (line: string): string[] =>
  /[.!?…。]./u.test(line) ? Array.from(segmenter.segment(line), ({ segment }) => segment.trim()).filter((text) => text !== '') : [line];

/** The title and the sentences of an article, list items as paragraphs, its headings as places only. */
function toSentences({ title, text, headings }: Text): PlacedSentence[] {
  const sentences: PlacedSentence[] = [{ text: title, place: 'in the title' }];
  let heading: string | undefined;
  let next = 0;
  let paragraph = 0;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!line) continue;
    const at = headings.findIndex((each, i) => i >= next && each.text.trim() === line);
    if (at >= 0) {
      [heading, next, paragraph] = [line, at + 1, 0];
      continue;
    }
    paragraph += 1;
    const place = heading ? `under “${heading}”, paragraph ${paragraph}` : `paragraph ${paragraph}`;
    for (const text of sentencesOf(line)) sentences.push({ text, place });
  }
  return sentences;
}

/** Words that turn praise into its opposite, where they stand shortly before it in the same clause. */
const DENIAL =
  /(?:\b(?:no|not|never|neither|nor|none|nothing|without|cannot|hardly|lacks?|lacking|unproven|rather than|far from|instead of|fails? to)|n['’]t)\b(?! (?:only|just|merely))[^,;:–—]{0,40}$/i;
/** Praise that is only reported, weighed or asked about. */
const AT_A_DISTANCE =
  /\b(?:so-called|claims? (?:to be|that)|claimed|marketed as|advertised as|described (?:by \S+ \S+ )?as|billed as|whether|if it is)\b[^.;]{0,60}$/i;
const MOST = 8;
const LOOK_BACK = 80;

/** The words of a sentence that praise, each with its place, e.g. `“groundbreaking” (paragraph 2)`. */
function praiseIn({ text, place }: PlacedSentence, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: words, index }) => {
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    return DENIAL.test(before) || AT_A_DISTANCE.test(before) ? [] : `“${words.trim().toLowerCase()}” (${place})`;
  });
}

/** Promotional wording as to-dos, one for each reason to stop at it, with the few words that gave it away and where each stands. */
export function promotionTodos(article: Text): string[] {
  const whole = `${article.title}\n${article.text}`;
  const used = Object.entries(promotionalWords)
    .map(([why, row]) => (row instanceof RegExp ? { why, pattern: row } : { why, pattern: row.unlessFigures, unlessFigures: true }))
    .filter(({ pattern }) => whole.search(pattern) >= 0);
  const found = new Map<string, Set<string>>();
  for (const sentence of used.length > 0 ? toSentences(article) : []) {
    for (const { why, pattern, unlessFigures } of used) {
      if (unlessFigures && FIGURES.test(sentence.text)) continue;
      for (const words of praiseIn(sentence, pattern)) found.set(why, (found.get(why) ?? new Set()).add(words));
    }
  }
  return [...found].map(([why, places]) => {
    const shown = [...places].slice(0, MOST).concat(places.size > MOST ? [`${places.size - MOST} more`] : []);
    return `Do not take over praise: ${formatList(shown)}. The reason to stop there: ${why}. Report what was measured, or that nothing was.`;
  });
}

/** Sentences and headings that are such a statement, not just near one. */
const STATEMENT =
  /\b(?:(?:conflicts?|declarations?|disclosures?) of (?:competing )?interests?|competing (?:financial )?interests?|(?:author|financial|financing) disclosures?|disclosures?:|funding(?: statement| source)?s?:|(?:was|were|is|are) (?:funded|sponsored|financially supported|supported financially) by|supported by (?:\S+ ){0,6}(?:grants?|fund(?:s|ing)?|foundation)|funded by|sponsored by|received (?:\S+ ){0,6}(?:fees|honoraria|grants?|funding) from|sources? of funding|role of the (?:funder|sponsor))/i;
const HEADING =
  /^(?:funding|disclosures?|(?:conflicts?|declarations?) of (?:competing )?interests?|competing interests?|sources? of funding|financial support|sponsorship)\b/i;
const NONE =
  /\b(?:no|none|nothing|without|not)\b[^.]{0,60}\b(?:conflicts?|competing|interests?|disclos\w+|declare\w*|fund\w*)|\b(?:conflicts?|interests?|disclosures?|funding)\b[^.]{0,30}\b(?:none|nil|nothing)\b/i;

/** Words that often go with payment. They are named to the editor and decide nothing. */
const PAYMENT = /\b(?:symposium|advertorial|supplied|in partnership with|grants?|honorari(?:a|um)|sponsor(?:ed|s|ship)?|funding)\b/gi;

type Stated = Text & Pick<RawArticle, 'boilerplate' | 'disclaimers' | 'image'> & Partial<Pick<RawArticle, 'doubts'>>;

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
