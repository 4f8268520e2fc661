/** Takes documents in one after another: asks ingest what each is and writes what comes out. Prints nothing. */
import { join, basename, extname } from 'node:path';
import { toFingerprintFile } from '../src/ingest/fingerprint.ts';
import { SourceIndex, toKnownSources } from '../src/ingest/source-index.ts';
import { ingestDocument } from '../src/ingest/pipeline.ts';
import type { ArticleOutcome } from '../src/ingest/raw-article.ts';
import type { InputDocument } from '../src/ingest/document.ts';
import { toJudge, type Judge } from '../src/ingest/relevance.ts';
import type { IngestEntry } from '../src/ingest/report.ts';
import type { Library } from '../src/library/library.ts';
import type { Vocabulary } from '../src/schema/vocabulary.ts';
import { toContent } from '../src/library/content.ts';
import { readRawFiles } from '../src/library/from-files.ts';
import { UnwrittenError } from '../src/library/unwritten.ts';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dropPart, placeNewPart, placePart, writePart, type UnplacedFile } from '../src/library/to-files.ts';

/** Raw articles by the hash of their bytes. Looks the folder through once. One that is in its place is never taken out again: others may rely on it. */
export class SnapshotFolder {
  readonly #folder: string;
  #hashes: Set<string> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a raw article beside its place, unless one of its hash is there under whatever ending. */
  write(hash: string, ending: string, bytes: Uint8Array): UnplacedFile | undefined {
    this.#hashes ??= new Set((existsSync(this.#folder) ? readdirSync(this.#folder) : []).map((name) => basename(name, extname(name))));
    return this.#hashes.has(hash) ? undefined : writePart(join(this.#folder, `${hash}${ending}`), bytes);
  }

  /** Puts a raw article that was written into its place. Returns false when another run has put it there meanwhile. */
  place(part: UnplacedFile): boolean {
    const fresh = placeNewPart(part);
    this.#hashes?.add(basename(part.path, extname(part.path)));
    return fresh;
  }

  /** Keeps a raw article. Returns true if it was missing. Throws an `UnwrittenError`. */
  keep(hash: string, ending: string, bytes: Uint8Array): boolean {
    const part = this.write(hash, ending, bytes);
    return part !== undefined && this.place(part);
  }
}

export interface Delivery {
  readonly draft: { readonly path: string; readonly text: string };
  readonly snapshot: { readonly hash: string; readonly ending: string; readonly bytes: Uint8Array };
  /** Machine-written, so one that a killed run left behind is replaced. */
  readonly fingerprint?: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Writes all parts, then puts the snapshot into its place, unless it is there already, the fingerprint, and the draft: where
 * the draft stands, all of it stands. Throws one sentence, and leaves no draft, when any of it fails. Synchronous on purpose:
 * Ctrl-C is heard between articles, not within one.
 */
export function writeDelivery({ draft, snapshot, fingerprint }: Delivery, snapshots: SnapshotFolder): void {
  const taken = (): never => {
    throw new Error(`\`${draft.path}\` is there already and is not overwritten`);
  };
  if (existsSync(draft.path)) taken();
  const parts: UnplacedFile[] = [];
  const add = (part: UnplacedFile): UnplacedFile => {
    parts.push(part);
    return part;
  };
  try {
    // Whatever needs room on the disk comes before anything gets its name.
    const print = fingerprint && add(writePart(fingerprint.path, fingerprint.text));
    const text = add(writePart(draft.path, draft.text));
    const raw = snapshots.write(snapshot.hash, snapshot.ending, snapshot.bytes);
    if (raw) snapshots.place(add(raw));
    if (print) placePart(print);
    if (!placeNewPart(text)) taken();
  } catch (error) {
    parts.forEach(dropPart);
    if (fingerprint && !existsSync(draft.path)) rmSync(fingerprint.path, { force: true });
    throw error;
  }
}

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
