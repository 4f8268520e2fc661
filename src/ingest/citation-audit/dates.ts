/** Dates that cannot be, compared with each other and against the day on which the article was read. */
import { findPrintedDate } from '../dates.ts';
import { quoteWork } from './references.ts';
import type { RawArticle } from '../raw-article.ts';

const REVIEWED = /^(?:(?:last|medically|clinically)\s+)*(?:reviewed|fact[- ]checked)\b/i;
const DUE = /^(?:next review|review (?:due|date)|due for review)\b/i;
const LONGEST_LINE = 120;

/** True when the first date is later as far as both are known, e.g. `isLater('2019-05', '2019')` is false. */
const isLater = (date: string, than: string): boolean => {
  const length = Math.min(date.length, than.length);
  return date.slice(0, length) > than.slice(0, length);
};

const yearsIn = (text: string): string[] =>
  text.match(
    /(?<![\d.,/-])(?:19|20)\d\d(?![\d%/]|[.,]\d|-\d{3}|\s+(?:patients|people|persons|participants|women|men|limbs|legs|procedures|cases)\b)/g,
  ) ?? [];

function fromLines({ boilerplate, text }: Pick<RawArticle, 'boilerplate' | 'text'>, pattern: RegExp): { date: string; line: string }[] {
  return [...boilerplate, ...text.split('\n')].flatMap((raw) => {
    const line = raw.trim();
    const date = line.length <= LONGEST_LINE && pattern.test(line) ? findPrintedDate(line)?.date : undefined;
    return date ? [{ date, line }] : [];
  });
}

function ofReferences(article: Pick<RawArticle, 'references'>, last: string | undefined, today: string): string[] {
  return article.references.flatMap(({ work }) => {
    const year = yearsIn(work).at(-1);
    if (!year) return [];
    if (isLater(year, today)) return [`Check ${quoteWork(work)}: it is dated ${year}, after the day on which the article was read.`];
    return last && isLater(year, last) ? [`Check ${quoteWork(work)}: it is dated ${year}, and the article that cites it ${last}.`] : [];
  });
}

/** One sentence for each date that contradicts another. `today` is the day of retrieval. */
export function findImpossibleDates(
  article: Pick<RawArticle, 'issued' | 'updated' | 'references' | 'boilerplate' | 'text'>,
  today: string,
): string[] {
  const { updated } = article;
  const issued = article.issued === 'undated' ? undefined : article.issued;
  const last = [issued, updated]
    .flatMap((date) => date ?? [])
    .sort()
    .at(-1);
  const reviewed = fromLines(article, REVIEWED);
  const later = last ? [...new Set(yearsIn(article.text))].filter((year) => isLater(year, last) && !isLater(year, today)).sort() : [];
  return [
    ...(issued && isLater(issued, today) ? [`Check \`issued\`: ${issued} lies after the day on which the article was read.`] : []),
    ...(updated && isLater(updated, today) ? [`Check \`updated\`: ${updated} lies after the day on which the article was read.`] : []),
    ...(issued && updated && isLater(issued, updated)
      ? [`Check \`issued\` and \`updated\`: it was updated on ${updated}, before it was published on ${issued}.`]
      : []),
    ...reviewed.flatMap(({ date, line }) =>
      issued && isLater(issued, date) ? [`Check \`issued\`: the page says “${line}”, which is before it was published (${issued}).`] : [],
    ),
    ...reviewed.flatMap(({ date, line }) =>
      isLater(date, today) ? [`Check “${line}”: that review lies after the day on which the article was read.`] : [],
    ),
    ...fromLines(article, DUE).flatMap(({ date, line }) =>
      last && isLater(last, date)
        ? [`Check \`issued\` and \`updated\`: “${line}” lies before ${last}, so a date is wrong or the review never came.`]
        : [],
    ),
    ...ofReferences(article, last, today),
    ...(later.length > 0
      ? [
          `Check the dates: the text names ${later.join(', ')}, and the article itself is dated ${last ?? ''}. It speaks of a plan, or was changed later than it shows.`,
        ]
      : []),
  ];
}
