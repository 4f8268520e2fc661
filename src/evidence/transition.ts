/** The states that are written for a page and the ways between them, as data; and whether one step was allowed. Pure: what it compares is handed in. */
import { statuses, type Status } from '../schema/vocabulary.ts';
import { orList } from '../words/phrase.ts';

/** How a page stands at one moment. */
export interface Standing {
  readonly status: Status;
}

export interface TransitionRow {
  /** `new` for a page that was not there. */
  readonly from: Status | 'new';
  readonly to: Status;
  /** What happens with this step, as a sentence. */
  readonly says: string;
}

/** Every step there is from one state to another; what has no row here is not allowed. None leads to approval: that is signed, and never written. */
export const transitions: readonly TransitionRow[] = [
  { from: 'new', to: 'draft', says: 'An editor begins.' },
  { from: 'new', to: 'submitted', says: 'An editor hands in a page that is complete.' },
  { from: 'draft', to: 'submitted', says: 'The editor has done every to-do and hands it in.' },
  { from: 'submitted', to: 'draft', says: 'It goes back to its editor.' },
  { from: 'submitted', to: 'under-review', says: 'It is accepted and waits for a clinician.' },
  { from: 'under-review', to: 'submitted', says: 'Its editor takes it back to change it.' },
  { from: 'under-review', to: 'draft', says: 'It is withdrawn from readers.' },
];

export interface Step {
  readonly allowed: boolean;
  /** Why, as one or two sentences; for a step that is not allowed also the way out. */
  readonly why: string;
}

const no = (why: string): Step => ({ allowed: false, why });

/** The states that may come next, in words, e.g. `submitted`, or `draft or submitted`. */
function nextOf(from: TransitionRow['from']): string {
  const next = transitions.filter((row) => row.from === from).map(({ to }) => `\`${to}\``);
  return orList(next) || 'nothing';
}

/**
 * Whether a page may go from one standing to another, and why; `from` is undefined for a page that is new.
 * Example: `transition({ status: 'draft' }, { status: 'under-review' }).allowed === false`.
 */
export function transition(from: Standing | undefined, to: Standing): Step {
  const before = from?.status ?? 'new';
  if (before === to.status) return { allowed: true, why: `It stays \`${before}\`: ${statuses[to.status].says}.` };
  const row = transitions.find((one) => one.from === before && one.to === to.status);
  if (row) return { allowed: true, why: row.says };
  const start = before === 'new' ? 'A new page starts' : `From \`${before}\` a page goes on`;
  return no(`${start} as ${nextOf(before)}, not as \`${to.status}\`.`);
}
