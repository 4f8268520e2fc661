/** Looks for every anchor in the raw articles at hand. Pure: what is found becomes issues in `rules/anchor.ts` and a record in `content/`. */
import type { Anchor } from '../schema/finding.ts';
import type { Source } from '../schema/source.ts';
import { foldText, findPassage, sha256 } from '../library/passage.ts';
import { oneOf } from './field-name.ts';
import type { LintEntry, LintContext } from './lint-context.ts';
import { formatCount } from '../words/phrase.ts';

/** `changed`: both ends are there and what lies between is not what was anchored. `unchecked`: no raw article is at hand. */
export type AnchorState = 'found' | 'no-start' | 'no-end' | 'changed' | 'unchecked';

export interface SeenAnchor {
  readonly entry: LintEntry<Source>;
  /** Place among the findings of its source, from 0. */
  readonly index: number;
  readonly anchor: Anchor;
  readonly state: AnchorState;
}

/** How one anchor stands in a text, e.g. `found`. Without a text it is `unchecked`. */
export function anchorState(text: string | undefined, anchor: Anchor): AnchorState {
  if (text === undefined) return 'unchecked';
  const passage = findPassage(text, anchor);
  if (passage !== undefined) return sha256(passage) === anchor.sha256 ? 'found' : 'changed';
  return foldText(text).includes(foldText(anchor.starts)) ? 'no-end' : 'no-start';
}

const isWhole = (anchor: { readonly [K in keyof Anchor]?: Anchor[K] | undefined } | undefined): anchor is Anchor =>
  Boolean(anchor?.starts && anchor.ends && anchor.sha256);

/** Every anchor of every source that is written out in full, in order of file and finding. */
export const seeAnchors = ({ sources, snapshots }: Pick<LintContext, 'sources' | 'snapshots'>): SeenAnchor[] =>
  sources.flatMap((entry) =>
    (entry.data.findings ?? []).flatMap((finding, index) => {
      const anchor = finding?.anchor;
      if (!isWhole(anchor)) return [];
      return [{ entry, index, anchor, state: anchorState(snapshots?.get(entry.data.snapshot ?? ''), anchor) }];
    }),
  );

export interface AnchorTally {
  readonly checked: number;
  readonly unchecked: number;
}

export const tallyAnchors = (seen: readonly SeenAnchor[]): AnchorTally => {
  const unchecked = seen.filter(({ state }) => state === 'unchecked').length;
  return { checked: seen.length - unchecked, unchecked };
};

/** How many anchors were looked for, as a sentence, e.g. "38 anchors checked, 2 unchecked: no snapshot of `a-2019-b`."; empty for none. */
export function anchorLine(seen: readonly SeenAnchor[], given: boolean): string {
  if (!seen.length) return '';
  const { checked, unchecked } = tallyAnchors(seen);
  if (!given) return `${formatCount(unchecked, 'anchor')} unchecked: give the raw articles with \`--snapshots DIR\`.`;
  const lost = [...new Set(seen.filter(({ state }) => state === 'unchecked').map(({ entry }) => entry.id))];
  return `${formatCount(checked, 'anchor')} checked${unchecked ? `, ${unchecked} unchecked: no snapshot of ${oneOf(lost, 3).replace(' or ', ' and ')}` : ''}.`;
}
