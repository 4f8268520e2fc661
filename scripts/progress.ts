/** Shows how far a long run is: one line that rewrites itself on a terminal, a plain line now and then elsewhere. */

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
