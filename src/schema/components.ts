/** The components that MDX bodies may use. The page hands them in; anything else in MDX is refused by the check. */
import { registerNames } from './vocabulary.ts';
import type { Noun } from './nouns.ts';

export interface ComponentRow {
  readonly noun: readonly Noun[];
  /** Attributes and, where the list is closed, the values allowed. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export const bodyComponents: Readonly<Record<string, ComponentRow>> = {
  Answer: { noun: ['question'], attributes: { for: registerNames } },
  BottomLine: { noun: ['topic'], attributes: { for: registerNames } },
};
