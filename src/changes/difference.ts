/** The shape of a difference between two states of the content, ready to print: order decided, words made. */
import type { PageRef } from '../evidence/evidence-graph.ts';
import type { Change, ChangeGroupName, ChangeLevel } from './change.ts';

export interface ChangeGroup {
  readonly name: ChangeGroupName;
  readonly title: string;
  readonly level: ChangeLevel;
  readonly changes: readonly Change[];
}

/** A page that a change of the evidence reaches. */
export interface AffectedPage {
  readonly ref: PageRef;
  readonly title: string;
  readonly file: string;
  /** What reaches it, e.g. `NICE 2019`. */
  readonly through: readonly string[];
}

export interface Difference {
  /** Day as of which both states were read, e.g. `2026-11-20`. */
  readonly asOf: string;
  /** One or two sentences that count what changed; the same in every format. */
  readonly opening: string;
  /** Only groups with changes. */
  readonly groups: readonly ChangeGroup[];
  readonly affected: readonly AffectedPage[];
}
