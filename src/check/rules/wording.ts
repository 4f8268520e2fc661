/** Our wording against that of the raw articles, by their fingerprints: the articles themselves are not in the repository. */
import type { Place } from '../../library/content-file.ts';
import { RUN } from '../../library/shingle.ts';
import { fieldName } from '../field-name.ts';
import { parallelRuns, type ParallelRun } from '../parallel-wording.ts';
import { inBody, type Violation, type Rule } from '../rule.ts';
import { editedEntries } from '../uses.ts';
import { formatCount } from '../../words/phrase.ts';

const ENDS = 4;

/** A place in a text as line and column. */
function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const whereOf = ({ file, prose, at }: ParallelRun): Pick<Violation, 'file' | 'field' | 'place'> =>
  prose.field ? { file: file.path, field: prose.field } : { file: file.path, place: inBody(file, placeAt(prose.text, at)) };

/** First and last words of our run, as they stand in our file. */
function shownRun({ prose, at, end }: ParallelRun): string {
  const words = prose.text.slice(at, end).split(/\s+/);
  return words.length > 2 * ENDS + 2 ? `${words.slice(0, ENDS).join(' ')} … ${words.slice(-ENDS).join(' ')}` : words.join(' ');
}

/** Where the run stands in the raw article, as far as that can be told without it. */
function placeInArticle({ fingerprint, from, length }: ParallelRun): string {
  const { words, headings } = fingerprint.data;
  const heading = (headings ?? []).findLast((one) => one?.at !== undefined && one.at <= from)?.opens;
  const share = words ? `, ${Math.round((100 * (from - 1)) / words)} % of the way through` : '';
  return `words ${from} to ${from + length - 1} of ${words ?? 'it'}${share}${heading ? `, under “${heading}”` : ''}`;
}

export const parallelWording: Rule = {
  name: 'parallel-wording',
  level: 'error',
  says: `No ${RUN} words in a row are those of a raw article, names, titles and numbers apart.`,
  why: 'The wording belongs to whoever wrote it, and words taken over stand for understanding that nobody checked; measured on our own 59,000 words, nine in a row raise no false alarm, eight and seven raise one each, six 14 and five 31.',
  *find(context) {
    const drafts = new Set(
      editedEntries(context)
        .filter(({ draft }) => draft)
        .map(({ file }) => file),
    );
    for (const run of parallelRuns(context)) {
      const part = run.prose.field ? `${fieldName(run.prose.field)} has` : 'The text has';
      yield {
        ...whereOf(run),
        ...(drafts.has(run.file) ? { level: 'warning' as const } : {}),
        message: `${part} ${formatCount(run.length, 'word')} in a row that also stand in the raw article of \`${run.fingerprint.id}\` (${placeInArticle(run)}): “${shownRun(run)}”.`,
        fix: 'Say it in your own words, or keep what must be quoted below nine words.',
      };
    }
  },
};

export const staleFingerprint: Rule = {
  name: 'stale-fingerprint',
  level: 'warning',
  says: 'Every fingerprint is of the raw article that its source was made from.',
  why: 'Wording would be held against another text than the one that the editor had before them.',
  *find({ fingerprints, sourceOf, names }) {
    for (const { file, id, data } of fingerprints) {
      const source = sourceOf.get(id);
      if (!source && names.source.has(id)) continue;
      const message = !source
        ? `\`${id}\` is not in content/sources.`
        : data.snapshot !== undefined && source.data.snapshot !== data.snapshot
          ? `\`snapshot\` is not that of \`${id}\`, which was made from ${source.data.snapshot ? 'another raw article' : 'a raw article that it does not name'}.`
          : undefined;
      if (!message) continue;
      yield {
        file: file.path,
        field: ['snapshot'],
        message,
        fix: source
          ? `Make it again from the raw article: \`npm run fingerprint -- ${id}\`.`
          : 'Take the file out, or name it after the source that it belongs to.',
      };
    }
  },
};
