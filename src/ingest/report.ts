/** What the terminal shows of a run: one line per article, then a count that accounts for every one. Text only; printing is the script's. */
import type { IngestOutcome } from './outcome.ts';
import { formatCount } from '../words/phrase.ts';

/** An article that was given and what became of it. `written` is the draft's file, where one was (or would be) written. */
export interface IngestEntry {
  readonly name: string;
  readonly outcome: IngestOutcome;
  readonly written?: string;
  /** True where the raw article of a known source was missing from the snapshots and was put back. */
  readonly restored?: boolean;
}

const width = 12;
const states = ['drafted', 'known', 'off-topic', 'refused', 'passed-over'] as const;
const words = (state: string): string => state.replace('-', ' ');

/** One entry as the terminal shows it, e.g. `known       raw/a.txt is content/sources/a-2019-b.md (the same address)`. */
export function toLine({ name, outcome, written, restored }: IngestEntry): string {
  const state = words(outcome.state).padEnd(width);
  if (outcome.state === 'drafted') return `${state}${name} -> ${written ?? outcome.id} (${outcome.because})`;
  if (outcome.state === 'known')
    return `${state}${name} is ${outcome.file} (${outcome.because})${restored ? '; its raw article was put back' : ''}`;
  return `${state}${name}: ${outcome.reason}${outcome.state === 'refused' ? `\n${' '.repeat(width)}${outcome.hint}` : ''}`;
}

/** Counts what became of a run, however long it is, and keeps none of its articles. */
export class IngestTally {
  readonly #counts = new Map<string, number>();
  readonly #fields = new Map<string, number>();
  #articles = 0;
  #given = 0;
  #remote = 0;
  #shapes: readonly string[] = [];

  /** Counts one file or address that was given, with what became of its articles. */
  add(entries: readonly IngestEntry[], remote = false): void {
    this.#given++;
    if (remote) this.#remote++;
    for (const { outcome } of entries) {
      this.#articles++;
      this.#counts.set(outcome.state, this.count(outcome.state) + 1);
      if (outcome.state !== 'refused') continue;
      this.#shapes = outcome.shapes ?? this.#shapes;
      for (const field of outcome.field?.split(', ') ?? []) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
    }
  }

  /** How many articles came to a state, e.g. `refused`. */
  count(state: IngestOutcome['state']): number {
    return this.#counts.get(state) ?? 0;
  }

  /** How many files and addresses were looked at. */
  get given(): number {
    return this.#given;
  }

  /** The closing count, e.g. `5 files: 4 drafted, 0 known, 1 off topic, 0 refused, 0 passed over.`, and what to do next. */
  toSummary(dryRun: boolean): string {
    const noun = this.#remote === 0 ? 'file' : this.#remote === this.#given ? 'address' : 'item';
    const many = this.#articles === this.#given ? '' : ` with ${formatCount(this.#articles, 'article')}`;
    const counts = states.map((state) => `${this.count(state)} ${words(state)}`).join(', ');
    const fields = [...this.#fields].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([field, count]) => `\`${field}\` ${count}`);
    const lines = [
      `${formatCount(this.#given, noun, noun === 'address' ? 'addresses' : undefined)}${many}: ${counts}.`,
      ...(fields.length > 0 && this.count('refused') > 1 ? [`Refused for ${fields.slice(0, 8).join(', ')}.`] : []),
      ...(this.#shapes.length > 0 ? ['Articles are recognised by what stands in them:', ...this.#shapes.map((shape) => `  ${shape}`)] : []),
      ...(this.count('off-topic') > 0
        ? ['What is off topic was not drafted. If it belongs here after all, give its own file or address alone.']
        : []),
      ...(this.count('drafted') === 0
        ? []
        : dryRun
          ? ['This was a dry run: nothing was written.']
          : ['Next: open each draft, work through the list under `todo` at its top, then run `npm run validate`.']),
    ];
    return lines.join('\n');
  }
}
