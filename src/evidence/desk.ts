/** What an editor looks at, and one thing found wrong there: the words that the finders of flaws share. */
import type { Library } from '../library/library.ts';
import type { EntryRef, EvidenceGraph } from './evidence-graph.ts';

/** What an editor looks at. */
export interface EditorialInput {
  /** Of what readers get. */
  readonly graph: EvidenceGraph;
  /** What readers do not get yet. */
  readonly drafts: Library;
}

/** One entry with a flaw: what is the matter with it, as a sentence. */
export type Flawed = EntryRef & { readonly says: string };
