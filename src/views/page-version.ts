/** The version of a page: the same as long as what it says is the same, whoever builds it and wherever. */
import { sha256 } from '../library/passage.ts';
import type { QuestionEntry, TopicEntry } from '../library/library.ts';

/** First eight digits of the hash of what the page is made from, e.g. `3f9a1c20`. Where it stands and how it is linked do not count. */
export function versionOf({ file: _file, aliases: _aliases, autolink: _autolink, ...content }: TopicEntry | QuestionEntry): string {
  return sha256(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 8);
}
