/** What changed in the state of review, and whether that step is one that the rules of review know. */
import type { FromFile } from '../library/library.ts';
import type { Review } from '../schema/review.ts';
import { statuses, type Status } from '../schema/vocabulary.ts';
import { transition } from '../evidence/transition.ts';
import type { Change } from './change.ts';
import { isSame, valueWords } from './words.ts';

export type Reviewed = FromFile<string> & { readonly status: Status; readonly review?: Review | undefined };
type Base = Pick<Change, 'file' | 'subject' | 'reaches'>;

const label = ({ status }: Reviewed): string => statuses[status].label;

/** The step of one page; `before` is undefined for a page that is new. */
export function standingChanges(base: Base, before: Reviewed | undefined, after: Reviewed): Change[] {
  const step = transition(before, after);
  const words = { before: before ? label(before) : 'not there', after: label(after) };
  const changes: Change[] = [];
  if (!step.allowed) changes.push({ ...base, ...words, kind: 'step-forbidden', says: step.why });
  if (!before) return changes;
  const published = (before.status === 'draft') !== (after.status === 'draft');
  if (published)
    changes.push({ ...base, ...words, kind: after.status === 'draft' ? 'page-withdrawn' : 'draft-published', says: 'state of review' });
  else if (before.status !== after.status) changes.push({ ...base, ...words, reaches: [], kind: 'status-moved', says: 'state of review' });
  if (!isSame(before.review, after.review)) {
    const [was, is] = [valueWords(before.review), valueWords(after.review)];
    changes.push({ ...base, reaches: [], kind: 'review-changed', says: 'review', before: was, after: is });
  }
  return changes;
}
