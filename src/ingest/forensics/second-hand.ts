/** References that are summaries of others: a finding that rests on one is a link longer than it looks. */
import type { CitedWords } from '../citation-mark.ts';
import type { PrintedReference } from '../raw-article.ts';

interface Sign {
  readonly pattern: RegExp;
  /** What such a work is, after "is". */
  readonly what: string;
}

/** In the order in which they are tried. Words of the printed entry, its label included. */
const signs: readonly Sign[] = [
  {
    pattern:
      /\b(?:chatgpt|gpt-\d|google gemini|microsoft copilot|perplexity ai|open ?evidence|ai[- ](?:generated|written|assistant|overview)|large language model answer)/i,
    what: 'probably written by a machine from other works',
  },
  {
    pattern:
      /\b(?:wikipedia|uptodate|statpearls|medscape|webmd|healthline|medlineplus|mayo clinic|cleveland clinic|dynamed|bmj best practice|verywell|patient\.info)\b/i,
    what: 'an encyclopaedia or a handbook, which retells other works',
  },
  {
    pattern:
      /\b(?:practical summar(?:y|ies)|summar(?:y|ies) (?:of|for)(?! product characteristics)|executive summary|key points from|digest of|journal scan|clinical insights?)\b/i,
    what: 'a summary of other works',
  },
  {
    pattern:
      /\b(?:press release|news(?:room|paper|wire|letter)?|prnewswire|business ?wire|globenewswire|daily (?:mail|telegraph)|reuters|bbc|new york times)\b/i,
    what: 'news',
  },
  {
    pattern:
      /\b(?:information for (?:the )?(?:public|patients?)|patient (?:information|leaflet|education)|fact ?sheet|(?:information|patient) leaflet|patient brochure)\b/i,
    what: 'a leaflet for patients',
  },
  {
    pattern: /\b(?:blog|white ?paper|product (?:page|brochure)|instructions for use|company website)\b/i,
    what: 'written by or for a manufacturer, or a blog',
  },
];
const REVIEW = /\breview\b|\boverview\b|\bstate of the art\b|\bprimer\b/i;
const SYSTEMATIC = /\bsystematic\b|\bmeta-?analysis\b|\bcochrane\b/i;
/** Figures in a sentence: then its claim is one that a study makes. */
const FIGURES = /\d\s?%|\bper ?cent\b|\b\d+ of \d+\b|\bp\s?[<=>]\s?0?\.\d|\b(?:hazard|odds|risk) ratio\b|\bconfidence interval\b/i;

const short = (work: string): string => (work.length > 90 ? `${work.slice(0, 89).trimEnd()}…` : work);
const name = ({ work, mark }: PrintedReference): string => `“${short(work)}”${mark ? ` (number ${mark})` : ''}`;

/** One sentence for each such reference, and one for each narrative review that a sentence with figures cites. */
export function findSecondHand(references: readonly PrintedReference[], cited: readonly CitedWords[]): string[] {
  return references.flatMap((reference) => {
    const text = `${reference.label ?? ''} ${reference.work}`;
    const sign = signs.find(({ pattern }) => pattern.test(text));
    if (sign) {
      const label = reference.label ? `, although the page labels it “${reference.label}”` : '';
      return [`Look behind ${name(reference)}: it is ${sign.what}${label}. Find what it rests on, and set its \`kind\` in \`restsOn\`.`];
    }
    const figures = cited.some(({ mark, words }) => mark === reference.mark && FIGURES.test(words));
    if (!figures || !REVIEW.test(text) || SYSTEMATIC.test(text)) return [];
    return [`Look for the study behind ${name(reference)}: it is a review, and the text cites it for figures.`];
  });
}
