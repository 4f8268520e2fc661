/** Reads a printed reference list: numbered or not, with or without a type label above each work. Assigns no numbers of its own. */
import type { SourceKind } from '../schema/kinds.ts';
import { isDisclaimer, isBoilerplate } from './block.ts';
import type { PrintedReference } from './raw-article.ts';

/** Type labels as sites print them, with the kind where the label leaves no doubt. `Research` and `Study` say nothing certain. */
const labels: Readonly<Record<string, SourceKind | undefined>> = {
  guideline: 'guideline',
  guidelines: 'guideline',
  'practice guideline': 'guideline',
  research: undefined,
  study: undefined,
  article: undefined,
  review: undefined,
  'systematic review': 'systematic-review',
  'meta-analysis': 'systematic-review',
  trial: 'trial',
  'clinical trial': 'trial',
  'randomised controlled trial': 'trial',
  'randomized controlled trial': 'trial',
  'case report': 'case-series',
  'case series': 'case-series',
  news: 'news',
};

/** A label is contradicted by a title that calls the work a summary of others: then no kind is claimed. */
const SECOND_HAND = /\bsummar|\binsights?\b|\bdigests?\b|\boverview/i;
const NUMBER = /^\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]|(\d{1,3})(?=\s+\p{Lu}))\s*/u;
const ENDS_IN_YEAR = /\b(?:19|20)\d\d[a-z]?\)?\.?$/;
const MOST_LINES = 5;

interface Entry {
  label?: string;
  mark?: string;
  lines: string[];
}

const isEnd = (line: string): boolean => isBoilerplate(line) || isDisclaimer(line) || / \| \S+$/.test(line);
const labelOf = (line: string): string | undefined => (line.toLowerCase() in labels ? line : undefined);
const isComplete = (entry: Entry): boolean => ENDS_IN_YEAR.test(entry.lines.at(-1) ?? '') || entry.lines.length >= MOST_LINES;

function toReference({ label, mark, lines }: Entry): PrintedReference {
  const work = lines.map((line) => line.replace(/\s+/g, ' ').replace(/\.$/, '')).join('. ');
  const kind = label && !SECOND_HAND.test(work) ? labels[label.toLowerCase()] : undefined;
  return { work, ...(label && { label }), ...(kind && { kind }), ...(mark && { mark }) };
}

/**
 * The works of a reference list, from the lines below its heading; `rest` is where the list has ended, as an index of `lines`.
 * Example: `toReferences(['Guideline', 'On widgets', 'Example Society, 2019'])` gives one work with label, kind and no mark.
 */
export function toReferences(lines: readonly string[]): { readonly references: PrintedReference[]; readonly rest: number } {
  const stripped = lines.map((line) => {
    const match = NUMBER.exec(line);
    return { text: line.replace(NUMBER, '').trim(), mark: match?.[1] ?? match?.[2] ?? match?.[3] };
  });
  const labelled = stripped.some(({ text }) => labelOf(text));
  const numbered = stripped.some(({ mark }) => mark);
  const entries: Entry[] = [];
  let rest = lines.length;
  for (const [i, { text, mark }] of stripped.entries()) {
    const line = lines[i]?.trim() ?? '';
    if (line === '') continue;
    if (isEnd(line)) {
      rest = i;
      break;
    }
    const last = entries.at(-1);
    const label = labelOf(text);
    if (label) entries.push({ label, mark, lines: [] });
    else if (labelled && last && last.lines.length === 0) {
      last.lines.push(text);
      last.mark ??= mark;
    } else if (last && labelled && !isComplete(last)) last.lines.push(line);
    else if (last && !labelled && numbered && !mark && !isComplete(last)) last.lines.push(line);
    else if (labelled ? last === undefined : !numbered || mark) entries.push({ mark, lines: [text] });
    else {
      rest = i;
      break;
    }
  }
  return { references: entries.filter((entry) => entry.lines.length > 0).map(toReference), rest };
}
