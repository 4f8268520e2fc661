/** News in words: what moved in a source on a day, and the one line that a question has of it. */
import { buildUpdates, type Happening, type Move, type Update } from '../evidence/updates.ts';
import { citationName } from '../evidence/source-name.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import { labelOf } from '../schema/word-list.ts';
import { formatCount, formatList } from '../words/phrase.ts';
import { formatDate } from './format.ts';
import type { Link } from './shell.ts';
import { findingUrl, resultUrl, updatesUrl } from './urls.ts';

/** Where the news of one day stand on the page of updates. */
export const dayFragment = (on: string): string => `day-${on}`;

const nouns = { findings: 'finding', results: 'number' } as const;
const verbs = { changed: 'changed', 'taken-out': 'taken out', added: 'added' } as const;

/** Counted by what they are and what became of them, e.g. `2 findings and 1 number changed, 1 finding added`. */
export const movesInWords = (moves: readonly Move[]): string =>
  (Object.keys(verbs) as (keyof typeof verbs)[])
    .flatMap((how) => {
      const counts = (['findings', 'results'] as const).flatMap((list) => {
        const count = moves.filter((move) => move.how === how && move.list === list).length;
        return count ? [formatCount(count, nouns[list])] : [];
      });
      return counts.length ? [`${formatList(counts)} ${verbs[how]}`] : [];
    })
    .join(', ');

/** Figures and words are told as they stood before; a sentence that was rewritten is not said again. */
const told = (was: string | undefined): string | undefined => (was !== undefined && was.length <= 24 ? was : undefined);

/** A change as a reader is told it, e.g. `grade: 2C, now 1B`. History keeps no new wording of a whole sentence, so without one it may be rewritten or gone. */
const changeInWords = ({ what, was, is }: Move['changes'][number]): string => {
  const before = told(was);
  if (is === undefined) return `${what}: ${before ? `it read “${before}”` : 'changed'}`;
  return `${what}: ${before ? `${before}, now ${is}` : `now ${is}`}`;
};

export interface MoveLine {
  readonly link: Link | undefined;
  readonly text: string;
  readonly says: string;
}

/** One line of what moved, e.g. a link named `Calf clot` and `grade: 2C, now 1B`. */
export function toMoveLine(
  { questions, vocabulary }: Library,
  source: SourceEntry,
  { list, how, item, changes, questions: on }: Move,
): MoveLine {
  const asked = on.map((id) => questions.get(id)?.short ?? id)[0];
  const text = item && !('question' in item) ? `${labelOf(vocabulary.outcomes, item.outcome)}, ${item.at}` : (asked ?? `a ${nouns[list]}`);
  const href = item && ('question' in item ? findingUrl(source.id, item) : resultUrl(source.id, item));
  return { link: href ? { href, text } : undefined, text, says: changes.length ? changes.map(changeInWords).join('; ') : verbs[how] };
}

/** What became of a work, or of what stands here of it. */
export const happeningWords: Record<Happening, string> = {
  retracted: 'Retracted',
  withdrawn: 'Withdrawn by its publisher',
  concern: 'Expression of concern',
  superseded: 'Superseded',
  corrected: 'Corrected',
  changed: 'Changed',
  'taken-out': 'Taken out',
  added: 'Added',
  updated: 'Updated by its publisher',
  approved: 'Digest approved',
  rewritten: 'Question rewritten',
  'new-source': 'New source',
};

/** What is folded because a day has many of it, e.g. `Changed in 22 sources`. */
export const foldedWords = (what: Happening, count: number): string =>
  ['changed', 'taken-out', 'added'].includes(what)
    ? `${happeningWords[what]} in ${formatCount(count, 'source')}`
    : what === 'new-source'
      ? formatCount(count, 'new source')
      : what === 'rewritten'
        ? `${formatCount(count, 'question')} rewritten`
        : `${happeningWords[what]}: ${formatCount(count, 'source')}`;

/** As a tag, e.g. `Changed result` where only numbers changed. */
export function happeningTag({ what, moves }: Update): string {
  const of = new Set(moves.map(({ list }) => list));
  if (of.size !== 1 || !moves.length) return happeningWords[what];
  const noun = of.has('findings') ? 'finding' : 'result';
  return what === 'added' ? `New ${noun}` : what === 'taken-out' ? `${happeningWords[what]}: ${noun}` : `${happeningWords[what]} ${noun}`;
}

/** Sources by name, at most three and how many more, e.g. `NICE, 2020; AHA, 2022 and 2 others`. */
function namesOf(updates: readonly Update[]): string {
  const names = [...new Set(updates.flatMap(({ source }) => (source ? [citationName(source)] : [])))];
  return names.length > 3 ? `${names.slice(0, 2).join('; ')} and ${names.length - 2} others` : names.join('; ');
}

export interface QuestionNews {
  readonly on: string;
  readonly says: string;
  readonly href: string;
}

/** The last day on which something moved on a question, in one line; undefined where nothing has since it was first answered. */
export function toQuestionNews(library: Library, id: Update['touches'][number]): QuestionNews | undefined {
  const news = buildUpdates(library).filter(({ touches, on }) => touches.includes(id) && on.length === 10);
  const newest = news[0]?.on;
  if (newest === undefined) return undefined;
  const today = news.filter(({ on }) => on === newest);
  const moves = today.flatMap(({ moves: all }) => all.filter(({ questions }) => questions.includes(id)));
  const fresh = today.filter(({ what }) => what === 'new-source').length;
  const fates = today.filter(({ what, moves: all }) => !all.length && !['new-source', 'rewritten'].includes(what));
  const parts = [
    ...fates.map(({ what, source }) => `${source ? citationName(source) : ''} ${happeningWords[what].toLowerCase()}`),
    movesInWords(moves),
    fresh ? formatCount(fresh, 'new source') : '',
    today.some(({ what }) => what === 'rewritten') ? 'question rewritten' : '',
  ].filter(Boolean);
  const names = namesOf(today.filter(({ what }) => what !== 'rewritten' && !fates.some((fate) => fate.what === what)));
  return {
    on: formatDate(newest),
    says: [parts.join(', '), names].filter(Boolean).join(': '),
    href: `${updatesUrl}#${dayFragment(newest)}`,
  };
}
