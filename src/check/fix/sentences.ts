/** Where sentences end. Works on text whose markup was masked; knows nothing of Markdown. */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** After these no sentence ends, whatever follows: words cut short, and names and Latin written with a full stop. */
const CUT_SHORT =
  /(?:^|[\s([“‘"'/–—-])(?:e\.g|i\.e|et al|vs|cf|viz|ca|approx|resp|incl|Dr|Prof|Mr|Mrs|Ms|St|Inc|Ltd|Co|Corp|Jr|Sr|\p{Lu})\.$/iu;
/** After these no sentence ends where a number follows: `No. 3`, `Fig. 2`, `p. 7`. */
const COUNTS_ON = /(?:^|[\s([“‘"'])(?:nos?|figs?|tabs?|eqs?|refs?|chap|sect?|para|pp?|vol|eds?)\.$/iu;
/** What closes a sentence, quotation marks and brackets behind it included. */
const STOP = /[.?!…]["”’')\]]*$/u;

const endsThere = (before: string, after: string): boolean =>
  !CUT_SHORT.test(before) && !(COUNTS_ON.test(before) && /^(?:\d|[ivx]+\b)/i.test(after)) && STOP.test(before);

/**
 * Places at which a sentence begins, without the first, e.g. `sentenceStarts('It is. E.g. so.')` is `[7]`. White space
 * between sentences belongs to neither. A line break behind a stop is taken for the end of a sentence: somebody put it there.
 */
export function sentenceStarts(text: string): number[] {
  const starts = new Set<number>();
  const folded = text.replace(/\s/g, ' ');
  for (const { index } of segmenter.segment(folded)) {
    const before = folded.slice(0, index).trimEnd();
    if (before && endsThere(before, folded.slice(index))) starts.add(index);
  }
  for (const match of text.matchAll(/\n\s*/g)) {
    const start = match.index + match[0].length;
    if (STOP.test(text.slice(0, match.index).trimEnd()) && start < text.length) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}
