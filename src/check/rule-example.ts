/** Examples of rules, run: what is changed in the small library, what the rule then says, and how it is put right. Pure. */
import { toContent } from '../library/content.ts';
import { sha256 } from '../library/passage.ts';
import { tooSlow } from '../library/within-limits.ts';
import { checkContent } from './check-content.ts';
import { article, EXAMPLE_DAY, smallLibrary } from './examples/small-library.ts';
import type { Issue } from './issue.ts';
import { rules } from './rules.ts';

/** One mistake: words of one file of the small library as they are right, and what is written in their place. */
export interface Example {
  /** Below the content folder, e.g. `sources/lampe-2020-trial.md`. */
  readonly file: string;
  /** Whole lines; empty where the file itself is the mistake. */
  readonly right: string;
  readonly wrong: string;
  /** True where it takes too long to be read, which is found in a thread that an example has not. */
  readonly slow?: true;
  /** True where nobody of people.yaml stands there yet on the branch that the change is made for. */
  readonly newPeople?: true;
  /** What must stand elsewhere for this to be one, by file: words and what stands in their place. */
  readonly given?: Readonly<Record<string, readonly [words: string, instead: string]>>;
}

/** The text of a file with some of its words replaced. Throws when they do not stand there exactly once: the example is ours. */
function replaced(file: string, words: string, instead: string): string {
  const text = smallLibrary[file];
  if (words === '') return instead;
  if (text?.split(words).length !== 2) throw new Error(`An example changes words that do not stand once in \`${file}\`: ${words}`);
  return text.replace(words, () => instead);
}

/** Everything that the check says of the small library with one mistake in it; without one, of the small library itself. */
export function exampleIssues(example?: Example): Issue[] {
  const files: Record<string, string> = { ...smallLibrary };
  for (const [file, [words, instead]] of Object.entries(example?.given ?? {})) files[file] = replaced(file, words, instead);
  if (example) files[example.file] = replaced(example.file, example.right, example.wrong);
  const encoder = new TextEncoder();
  const raw = Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  const refused = new Map(example?.slow ? [[example.file, tooSlow()]] : []);
  return checkContent(toContent(raw, 'content', refused), {
    asOf: EXAMPLE_DAY,
    snapshots: new Map([[`sha256-${sha256(article)}`, article]]),
    rules,
    ...(example?.newPeople && { trusted: new Map() }),
  });
}
