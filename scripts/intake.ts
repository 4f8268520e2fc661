/** Takes documents in one after another: asks ingest what each is and writes what comes out. Prints nothing. */
import { join } from 'node:path';
import { toFingerprintFile } from '../src/ingest/fingerprint.ts';
import { SourceIndex, toKnownSources } from '../src/ingest/source-index.ts';
import { ingestDocument } from '../src/ingest/pipeline.ts';
import type { ArticleOutcome } from '../src/ingest/outcome.ts';
import type { InputDocument } from '../src/ingest/document.ts';
import { toJudge, type Judge } from '../src/ingest/relevance.ts';
import type { IngestEntry } from '../src/ingest/report.ts';
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
export const toRefused = (name: string, reason: string, hint: string): IngestEntry => ({
  name,
  outcome: { state: 'refused', reason, hint },
});

export class Intake {
  readonly #options: IntakeOptions;
  readonly #index: SourceIndex;
  readonly #judge: Judge | undefined;
  readonly #vocabulary: Vocabulary;
  readonly #snapshots: SnapshotFolder;

  constructor(options: IntakeOptions, index: SourceIndex, library: Library) {
    this.#options = options;
    this.#vocabulary = library.vocabulary;
    this.#index = index;
    this.#judge = toJudge(library);
    this.#snapshots = new SnapshotFolder(options.snapshots);
  }

  /** Takes one document in. `named`: a person named this very document. One entry for each of its articles. */
  async take(document: InputDocument, named: boolean): Promise<IngestEntry[]> {
    const { content, date } = this.#options;
    const options = { folder: content, judge: this.#judge, vocabulary: this.#vocabulary, named };
    const outcomes = await ingestDocument(document, this.#index, date, options);
    return outcomes.map((each) => this.#keep(document.name, each));
  }

  #keep(document: string, { label, bytes, ending, article, outcome }: ArticleOutcome): IngestEntry {
    const { content, dryRun } = this.#options;
    const name = label === undefined ? document : `${document}, ${label}`;
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
      this.#index.remove(outcome.id);
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
  return new Intake(options, new SourceIndex(toKnownSources(raw, content)), library);
}
