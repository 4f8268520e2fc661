/** What the terminal shows after a run: one line per file, then a count that accounts for every one. Text only; printing is the script's. */
import type { Outcome } from './outcome.ts';

/** A file that was given and what became of it. `written` is the draft's file, where one was (or would be) written. */
export interface Entry {
  readonly name: string;
  readonly outcome: Outcome;
  readonly written?: string;
  /** True where the raw article of a known source was missing from the snapshots and was put back. */
  readonly restored?: boolean;
}

const width = 12;
const states = ['drafted', 'known', 'refused', 'passed-over'] as const;
const plural = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

/** One entry as the terminal shows it, e.g. `known       raw/a.txt is content/sources/a-2019-b.md (the same address)`. */
export function toLine({ name, outcome, written, restored }: Entry): string {
  const state = outcome.state.replace('-', ' ').padEnd(width);
  switch (outcome.state) {
    case 'drafted':
      return `${state}${name} -> ${written ?? outcome.id} (${outcome.because})`;
    case 'known':
      return `${state}${name} is ${outcome.file} (${outcome.because})${restored ? '; its raw article was put back' : ''}`;
    case 'refused':
      return `${state}${name}: ${outcome.reason}\n${' '.repeat(width)}${outcome.hint}`;
    case 'off-topic':
    case 'passed-over':
      return `${state}${name}: ${outcome.reason}`;
  }
}

/** The closing count, e.g. `5 files: 5 drafted, 0 known, 0 refused, 0 passed over.`, and what to do next. */
export function toSummary(entries: readonly Entry[], dryRun: boolean): string {
  const count = (state: string): number => entries.filter((entry) => entry.outcome.state === state).length;
  const counts = states.map((state) => `${count(state)} ${state.replace('-', ' ')}`).join(', ');
  const next =
    count('drafted') === 0
      ? ''
      : dryRun
        ? '\nThis was a dry run: nothing was written.'
        : '\nNext: open each draft, work through the list under `todo` at its top, then run `npm run validate`.';
  const shapes = entries.flatMap(({ outcome }) => (outcome.state === 'refused' && outcome.shapes ? [outcome.shapes] : []))[0];
  const known = shapes ? `\nArticles are recognised by what stands in them:\n${shapes.map((shape) => `  ${shape}`).join('\n')}` : '';
  return `${plural(entries.length)}: ${counts}.${known}${next}`;
}
