/** The version of a page: the same as long as what it says is the same, whoever builds it and wherever. */
import { sha256 } from '../library/passage.ts';
import type { PathwayEntry, QuestionEntry, TopicEntry } from '../library/library.ts';

/** Fields that say nothing to a reader; not every collection has them. */
interface Unprinted {
  readonly aliases?: readonly string[];
  readonly autolink?: boolean;
}

/** First eight digits of the hash of what the page is made from, e.g. `3f9a1c20`. Where it stands and how it is linked do not count. */
export function versionOf(entry: TopicEntry | QuestionEntry | PathwayEntry): string {
  const { file: _file, aliases: _aliases, autolink: _autolink, ...content } = entry as typeof entry & Unprinted;
  return sha256(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 8);
}
