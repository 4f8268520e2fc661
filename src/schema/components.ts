/** The components that MDX bodies may use. The page hands them in; anything else in MDX is refused by the check. */
import { registerNames } from './vocabulary.ts';
import type { Collection } from './collections.ts';

export interface ComponentRow {
  readonly collection: readonly Collection[];
  /** Attributes and, where the list is closed, the values allowed. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export const bodyComponents: Readonly<Record<string, ComponentRow>> = {
  Answer: { collection: ['question'], attributes: { for: registerNames } },
  BottomLine: { collection: ['topic'], attributes: { for: registerNames } },
};
