/**
 * The components that MDX bodies may use; anything else in MDX is refused by the check. The page hands in those that hold prose; those
 * that stand for a value of a digest become its words before anything else reads the body (see evidence/prose-values.ts).
 */
import { registerNames } from './vocabulary.ts';
import type { Collection } from './collections.ts';

export interface ComponentRow {
  readonly collection: readonly Collection[];
  /** Attributes and, where the list is closed, the values allowed. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Attributes that may be left out, likewise. */
  readonly optional?: Readonly<Record<string, readonly string[]>>;
}

const anywhere: readonly Collection[] = ['question', 'topic'];

export const bodyComponents: Readonly<Record<string, ComponentRow>> = {
  Answer: { collection: ['question'], attributes: { for: registerNames } },
  BottomLine: { collection: ['topic'], attributes: { for: registerNames } },
  /** Numbers of a result, taken from the digest. */
  Result: {
    collection: anywhere,
    attributes: { of: [], id: [], as: ['percentages', 'of-100', 'counts', 'events', 'means', 'effect', 'estimate', 'p', 'sentence'] },
    optional: { arm: ['first', 'second'], style: ['short'] },
  },
  /** What a source says should be done, with its grade. */
  Recommendation: { collection: anywhere, attributes: { of: [], id: [] } },
  /** That a source leaves something out, and how far that was checked. */
  Absent: { collection: anywhere, attributes: { of: [], item: [] } },
};
