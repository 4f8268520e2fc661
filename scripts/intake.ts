/** Takes parcels in one after another: asks the letterbox what each is and writes what comes out. Prints nothing. */
import { join } from 'node:path';
import { toFingerprintFile } from '../src/ingest/fingerprint.ts';
import { HeldShelf } from '../src/ingest/held-shelf.ts';
import { toHeldSources } from '../src/ingest/held-source.ts';
import { ingestParcel } from '../src/ingest/letterbox.ts';
import type { ParcelOutcome } from '../src/ingest/outcome.ts';
import type { Parcel } from '../src/ingest/parcel.ts';
import { toJudge, type Judge } from '../src/ingest/relevance.ts';
import type { Entry } from '../src/ingest/report.ts';
import { toContent } from '../src/library/content.ts';
import { readRawFiles } from '../src/library/from-files.ts';
import { SnapshotFolder, sweepParts, writeDelivery } from './draft-writer.ts';

export interface IntakeOptions {
  readonly content: string;
  readonly snapshots: string;
  /** Day of the run, e.g. `2026-11-20`. */
  readonly date: string;
  readonly dryRun: boolean;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

/** An entry for what was turned away. */
export const toRefused = (name: string, reason: string, hint: string): Entry => ({ name, outcome: { state: 'refused', reason, hint } });

export class Intake {
  readonly #options: IntakeOptions;
  readonly #shelf: HeldShelf;
  readonly #judge: Judge | undefined;
  readonly #snapshots: SnapshotFolder;

  constructor(options: IntakeOptions, shelf: HeldShelf, judge: Judge | undefined) {
    this.#options = options;
    this.#shelf = shelf;
    this.#judge = judge;
    this.#snapshots = new SnapshotFolder(options.snapshots);
  }

  /** Takes one parcel in. `named`: a person named this very parcel. One entry for each of its articles. */
  async take(parcel: Parcel, named: boolean): Promise<Entry[]> {
    const { content, date } = this.#options;
    const outcomes = await ingestParcel(parcel, this.#shelf, date, { folder: content, judge: this.#judge, named });
    return outcomes.map((each) => this.#keep(parcel.name, each));
  }

  #keep(parcel: string, { label, bytes, ending, article, outcome }: ParcelOutcome): Entry {
    const { content, dryRun } = this.#options;
    const name = label === undefined ? parcel : `${parcel}, ${label}`;
    if (outcome.state === 'known') {
      try {
        const restored = !dryRun && outcome.hash !== undefined && this.#snapshots.keep(outcome.hash, ending, bytes) !== undefined;
        return { name, outcome, restored };
      } catch (error) {
        return toRefused(name, `Its raw article could not be put back: ${wordsOf(error)}.`, 'See whether the folder may be written to.');
      }
    }
    if (outcome.state !== 'drafted') return { name, outcome };
    const path = join(content, 'sources', `${outcome.id}.md`);
    const print = article && toFingerprintFile(outcome.id, article, outcome.hash);
    try {
      if (!dryRun) {
        const fingerprint = print && { path: join(content, print.path), text: print.text };
        writeDelivery(
          { draft: { path, text: outcome.text }, snapshot: { hash: outcome.hash, ending, bytes }, fingerprint },
          this.#snapshots,
        );
      }
      return { name, outcome, written: path };
    } catch (error) {
      this.#shelf.remove(outcome.id);
      return toRefused(name, `The draft could not be written: ${wordsOf(error)}.`, 'Nothing was written for this article; run it again.');
    }
  }
}

/** An intake that knows what the content folder holds. Clears away first what runs that were killed left half written. */
export async function openIntake(options: IntakeOptions): Promise<{ readonly intake: Intake; readonly swept: number }> {
  const { content, snapshots, dryRun } = options;
  const folders = [join(content, 'sources'), join(content, 'fingerprints'), snapshots];
  const swept = dryRun ? 0 : folders.reduce((sum, folder) => sum + sweepParts(folder), 0);
  const raw = await readRawFiles(content);
  const glossary = toContent(raw.filter(({ path }) => path === 'terms.yaml')).library.terms;
  const judge = toJudge([...glossary.values()]);
  return { intake: new Intake(options, new HeldShelf(toHeldSources(raw, content)), judge), swept };
}
