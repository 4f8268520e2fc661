/** The sentences of an article with their places, in the words in which an editor can find them again. */
import type { RawArticle } from '../raw-article.ts';

export interface Sentence {
  readonly text: string;
  /** E.g. `under “Results”, paragraph 2`, or `paragraph 3` where no heading stands above. */
  readonly place: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A line without a full stop within it is one sentence, and need not be looked at further. */
const sentencesOf = (line: string): string[] =>
  /[.!?…。]./u.test(line) ? Array.from(segmenter.segment(line), ({ segment }) => segment.trim()).filter((text) => text !== '') : [line];

/** The title and the sentences of an article, list items as paragraphs, its headings as places only. */
export function toSentences({ title, text, headings }: Pick<RawArticle, 'title' | 'text' | 'headings'>): Sentence[] {
  const sentences: Sentence[] = [{ text: title, place: 'in the title' }];
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

/** Words as an editor reads them: “a”, “b” and “c”. */
export function inWords(items: readonly string[]): string {
  const [last, ...rest] = items.toReversed();
  return rest.length ? `${rest.toReversed().join(', ')} and ${last ?? ''}` : (last ?? '');
}
