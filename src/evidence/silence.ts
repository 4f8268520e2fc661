/**
 * Whether a source is silent on a question. Silence is earned: an editor who has read all of it for the question says so
 * (`silentOn`), or none of the words of one of the items that the question is about stands in the raw article, by the record of a
 * machine that looked. Of everything else nothing is said but that it is not coded.
 */
import type { Library, QuestionEntry, SourceEntry } from '../library/library.ts';
import { silenceSeenOn } from '../library/anchor.ts';

export interface Silence {
  readonly by: 'editor' | 'search';
  /** Day on which it was read or searched. */
  readonly on: string;
}

/** How the silence of a source on a question was earned; undefined where it was not, and where the source speaks on it. */
export function silenceOf(
  library: Pick<Library, 'verifications' | 'vocabulary'>,
  source: SourceEntry,
  question: Pick<QuestionEntry, 'id' | 'about'>,
): Silence | undefined {
  if (source.findings.some((finding) => finding.question === question.id)) return undefined;
  if (source.silentOn.includes(question.id)) return { by: 'editor', on: source.retrieved };
  const on = silenceSeenOn(library, source, question);
  return on === undefined ? undefined : { by: 'search', on };
}
