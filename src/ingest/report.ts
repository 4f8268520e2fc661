/** What the terminal shows of a run: one line per article, then a count that accounts for every one. Text only; printing is the script's. */
import type { IngestOutcome } from './raw-article.ts';
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

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

interface Sample {
  readonly at: number;
  readonly done: number;
}

/** Where nobody watches, one line for so many items is enough. */
const PLAIN_EVERY = 500;
const SHOW_EVERY = 100;
/** The rate is that of the last ten seconds: articles that are known already go by much faster than new ones. */
const WINDOW = 10_000;

const spell = (seconds: number): string =>
  seconds < 60
    ? `${Math.max(1, Math.round(seconds))} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3600)} h`;

/** e.g. `toProgressLine({ done: 120, total: 300, rate: 40 })` is `120 of 300, 40 a second, about 5 s left`. */
export function toProgressLine({ done, total, rate }: { readonly done: number; readonly total: number; readonly rate: number }): string {
  if (!(rate > 0) || done >= total) return `${done} of ${total}`;
  const each = rate >= 1 ? `${Math.round(rate)} a second` : `${Math.round(rate * 60)} a minute`;
  return `${done} of ${total}, ${each}, about ${spell((total - done) / rate)} left`;
}

export class Progress {
  readonly #total: number;
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #samples: Sample[];
  #shown = 0;

  /** `now` counts milliseconds. */
  constructor(total: number, stream: ProgressStream, now: () => number) {
    this.#total = total;
    this.#stream = stream;
    this.#now = now;
    this.#samples = [{ at: now(), done: 0 }];
  }

  /** Call it before anything else is printed, so that the line that rewrites itself does not stand in the way. */
  clear(): void {
    if (this.#stream.isTTY && this.#shown > 0) this.#stream.write('\r\u001b[K');
  }

  /** Call it with the number of items that are done, after each. */
  show(done: number): void {
    const at = this.#now();
    this.#samples = [...this.#samples.filter((sample, i, all) => at - sample.at <= WINDOW || i === all.length - 1), { at, done }].slice(
      -2000,
    );
    const first = this.#samples[0] ?? { at, done };
    const rate = at > first.at ? ((done - first.done) / (at - first.at)) * 1000 : 0;
    const line = toProgressLine({ done, total: this.#total, rate });
    if (this.#stream.isTTY) {
      if (this.#shown > 0 && at - this.#shown < SHOW_EVERY) return;
      this.#shown = Math.max(at, 1);
      this.#stream.write(`\r\u001b[K${line}`);
    } else if (done % PLAIN_EVERY === 0 && done < this.#total) this.#stream.write(`progress    ${line}\n`);
  }
}
