/** Whether a page may be relied on: its review state and freshness in words. One place decides, so that no two statements contradict. */
import type { Freshness } from '../graph/evidence-graph.ts';
import type { Review } from '../schema/review.ts';
import { statuses, type Status } from '../schema/vocabulary.ts';
import { formatDate } from './format.ts';

export interface ReviewState {
  readonly status: Status;
  readonly label: string;
  /** `No clinician has approved this page yet.` or `Approved by …` */
  readonly sentence: string;
  readonly dueDay: string;
  readonly due: string;
  /** Reasons for the stale banner, the gravest first; empty when fresh. */
  readonly warnings: readonly string[];
  readonly disclaimer: string;
}

const unapproved = 'It is for learning and for finding sources. Do not base care on it: read the source itself, and ask a clinician.';

export function toReviewState(page: { status: Status; review?: Review | undefined }, freshness: Freshness): ReviewState {
  const { status, review } = page;
  const approved = status === 'approved' && review?.by && review.on;
  return {
    status,
    label: statuses[status].label,
    sentence: approved
      ? `Approved by ${review.by}, ${review.role ?? 'clinician'}, on ${formatDate(review.on ?? '')}.`
      : status === 'draft'
        ? 'A draft: shown while writing, never published.'
        : 'No clinician has approved this page yet.',
    dueDay: freshness.due,
    due: formatDate(freshness.due),
    warnings: freshness.reasons,
    disclaimer: approved ? 'It informs; it does not replace the judgement of the clinician who knows the patient.' : unapproved,
  };
}
