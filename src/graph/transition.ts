/** The states of a review and the ways between them, as data; and whether one step was allowed. Pure: what it compares is handed in. */
import { approvalFields, type Review } from '../schema/review.ts';
import { statuses, type Status } from '../schema/vocabulary.ts';

/** How a page stands at one moment. */
export interface Standing {
  readonly status: Status;
  readonly review?: Review | undefined;
  /** What its findings, results and answers come to, as `reviewHash` gives it. */
  readonly hash: string;
}

export interface TransitionRow {
  /** `new` for a page that was not there. */
  readonly from: Status | 'new';
  readonly to: Status;
  /** What happens with this step, as a sentence. */
  readonly says: string;
}

/** Every step there is from one state to another; what has no row here is not allowed. */
export const transitions: readonly TransitionRow[] = [
  { from: 'new', to: 'draft', says: 'An editor begins.' },
  { from: 'new', to: 'submitted', says: 'An editor hands in a page that is complete.' },
  { from: 'draft', to: 'submitted', says: 'The editor has done every to-do and hands it in.' },
  { from: 'submitted', to: 'draft', says: 'It goes back to its editor.' },
  { from: 'submitted', to: 'under-review', says: 'It is accepted and waits for a clinician.' },
  { from: 'under-review', to: 'submitted', says: 'Its editor takes it back to change it.' },
  { from: 'under-review', to: 'draft', says: 'It is withdrawn from readers.' },
  { from: 'under-review', to: 'approved', says: 'A named clinician approves what stands there.' },
  { from: 'approved', to: 'under-review', says: 'What was approved has changed, or no longer holds, and waits for a clinician again.' },
];

export interface Step {
  readonly allowed: boolean;
  /** Why, as one or two sentences; for a step that is not allowed also the way out. */
  readonly why: string;
}

const no = (why: string): Step => ({ allowed: false, why });

/** The states that may come next, in words, e.g. `submitted`, or `submitted, draft or approved`. */
function nextOf(from: TransitionRow['from']): string {
  const next = transitions.filter((row) => row.from === from).map(({ to }) => `\`${to}\``);
  return next.length > 1 ? `${next.slice(0, -1).join(', ')} or ${next.at(-1)}` : (next[0] ?? 'nothing');
}

/** What an approval lacks, or undefined when it is whole and of what stands there. */
function unfounded({ review = {}, hash }: Standing): string | undefined {
  const missing = approvalFields.filter((name) => review[name] === undefined);
  if (missing.length) return `An approval needs ${missing.map((name) => `\`review.${name}\``).join(', ')}.`;
  return review.of === hash
    ? undefined
    : 'What was approved is not what stands here: let the reviewer look again and renew the review, or set `status: under-review`.';
}

/** A hash is easily pasted; who looked again did so on a day of their own. Somebody else may approve on the same day. */
const isRenewed = ({ review: old }: Standing, { review }: Standing): boolean =>
  (review?.on ?? '') > (old?.on ?? '') || (review?.by !== old?.by && review?.on === old?.on);

/**
 * Whether a page may go from one standing to another, and why; `from` is undefined for a page that is new.
 * Example: `transition({ status: 'draft', hash }, { status: 'approved', hash }).allowed === false`.
 */
export function transition(from: Standing | undefined, to: Standing): Step {
  const before = from?.status ?? 'new';
  if (to.status === 'approved') {
    const lacking = unfounded(to);
    if (lacking && (before === 'approved' || before === 'under-review')) return no(lacking);
  }
  if (from && before === to.status) {
    if (before !== 'approved') return { allowed: true, why: `It stays \`${before}\`: ${statuses[to.status].says}.` };
    if (from.hash === to.hash) return { allowed: true, why: 'It stays approved: what was approved stands as it was.' };
    return isRenewed(from, to)
      ? { allowed: true, why: 'It changed and was approved again as it stands now.' }
      : no(
          'It changed and its review is of the same day and person as before: let the reviewer look again, or set `status: under-review`.',
        );
  }
  const row = transitions.find((one) => one.from === before && one.to === to.status);
  if (row) return { allowed: true, why: row.says };
  const start = before === 'new' ? 'A new page starts' : `From \`${before}\` a page goes on`;
  const because = to.status === 'approved' ? ', because what is approved must first have stood here under review' : '';
  return no(`${start} as ${nextOf(before)}, not as \`${to.status}\`${because}.`);
}
