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
import type { Library } from '../src/library/library.ts';
import type { Vocabulary } from '../src/schema/vocabulary.ts';
import { toContent } from '../src/library/content.ts';
import { readRawFiles } from '../src/library/from-files.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';
import { SnapshotFolder, writeDelivery } from './draft-writer.ts';

export interface IntakeOptions {
  readonly content: string;
  readonly snapshots: string;
  /** Day of the run, e.g. `2026-11-20`. */
  readonly date: string;
  readonly dryRun: boolean;
}

/** Why something was not written, and the way out, e.g. of a full disk. */
const wordsOf = (error: unknown): { readonly reason: string; readonly hint: string } =>
  error instanceof UnwrittenError
    ? { reason: error.reason, hint: `${error.hint} ` }
    : { reason: (error instanceof Error ? error.message : String(error)).replace(/\.$/, ''), hint: '' };

/** An entry for what was turned away. */
export const toRefused = (name: string, reason: string, hint: string): Entry => ({ name, outcome: { state: 'refused', reason, hint } });

export class Intake {
  readonly #options: IntakeOptions;
  readonly #shelf: HeldShelf;
  readonly #judge: Judge | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #snapshots: SnapshotFolder;

  constructor(options: IntakeOptions, shelf: HeldShelf, library: Library) {
    this.#options = options;
    this.#vocabulary = library.vocabulary;
    this.#shelf = shelf;
    this.#judge = toJudge(library);
    this.#snapshots = new SnapshotFolder(options.snapshots);
  }

  /** Takes one parcel in. `named`: a person named this very parcel. One entry for each of its articles. */
  async take(parcel: Parcel, named: boolean): Promise<Entry[]> {
    const { content, date } = this.#options;
    const outcomes = await ingestParcel(parcel, this.#shelf, date, {
      folder: content,
      judge: this.#judge,
      vocabulary: this.#vocabulary,
      named,
    });
    return outcomes.map((each) => this.#keep(parcel.name, each));
  }

  #keep(parcel: string, { label, bytes, ending, article, outcome }: ParcelOutcome): Entry {
    const { content, dryRun } = this.#options;
    const name = label === undefined ? parcel : `${parcel}, ${label}`;
    if (outcome.state === 'known') {
      try {
        const restored = !dryRun && outcome.hash !== undefined && this.#snapshots.keep(outcome.hash, ending, bytes);
        return { name, outcome, restored };
      } catch (error) {
        const { reason, hint } = wordsOf(error);
        return toRefused(
          name,
          `Its raw article could not be put back: ${reason}.`,
          `${hint}Run it again, so that anchors can be looked up in it.`,
        );
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
      const { reason, hint } = wordsOf(error);
      return toRefused(name, `The draft could not be written: ${reason}.`, `${hint}There is no draft of this article; run it again.`);
    }
  }
}

/** An intake that knows what the content folder holds. */
export async function openIntake(options: IntakeOptions): Promise<Intake> {
  const { content } = options;
  const raw = await readRawFiles(content);
  const { library } = toContent(raw.filter(({ path }) => ['terms.yaml', 'vocabulary.yaml', 'site.yaml'].includes(path)));
  return new Intake(options, new HeldShelf(toHeldSources(raw, content)), library);
}
