/**
 * Takes documents in one after another: asks ingest what each is and writes a draft with what belongs to it, all or nothing, and never over a
 * draft that is there. Killed at any moment it leaves no half file. Prints nothing.
 */
import { join, basename, extname } from 'node:path';
import { toFingerprintFile } from '../src/ingest/fingerprint.ts';
import { SourceIndex, toKnownSources } from '../src/ingest/source-index.ts';
import { ingestDocument } from '../src/ingest/pipeline.ts';
import type { ArticleOutcome } from '../src/ingest/raw-article.ts';
import type { InputDocument } from '../src/ingest/document.ts';
import { toJudge } from '../src/ingest/relevance.ts';
import type { IngestEntry } from '../src/ingest/report.ts';
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

interface Delivery {
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

interface IntakeOptions {
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

/** Takes one document in; `named`: a person named this very document. Gives one entry for each of its articles. */
export type Intake = (document: InputDocument, named: boolean) => Promise<IngestEntry[]>;

/** An intake that knows what the content folder holds. */
export async function openIntake({ content, snapshots, date, dryRun }: IntakeOptions): Promise<Intake> {
  const raw = await readRawFiles(content);
  const { library } = toContent(raw.filter(({ path }) => ['terms.yaml', 'vocabulary.yaml', 'site.yaml'].includes(path)));
  const index = new SourceIndex(toKnownSources(raw, content));
  const kept = new SnapshotFolder(snapshots);
  const judge = toJudge(library);

  function keep(name: string, { bytes, ending, article, outcome }: ArticleOutcome): IngestEntry {
    if (outcome.state === 'known') {
      try {
        return { name, outcome, restored: !dryRun && outcome.hash !== undefined && kept.keep(outcome.hash, ending, bytes) };
      } catch (error) {
        const { reason, hint } = wordsOf(error);
        const again = `${hint}Run it again, so that anchors can be looked up in it.`;
        return toRefused(name, `Its raw article could not be put back: ${reason}.`, again);
      }
    }
    if (outcome.state !== 'drafted') return { name, outcome };
    const { id, text, hash } = outcome;
    const path = join(content, 'sources', `${id}.md`);
    const print = article && toFingerprintFile(id, article, hash);
    const fingerprint = print && { path: join(content, print.path), text: print.text };
    try {
      if (!dryRun) writeDelivery({ draft: { path, text }, snapshot: { hash, ending, bytes }, fingerprint }, kept);
      return { name, outcome, written: path };
    } catch (error) {
      index.remove(id);
      const { reason, hint } = wordsOf(error);
      return toRefused(name, `The draft could not be written: ${reason}.`, `${hint}There is no draft of this article; run it again.`);
    }
  }

  return async (document, named) => {
    const outcomes = await ingestDocument(document, index, date, { folder: content, judge, vocabulary: library.vocabulary, named });
    return outcomes.map((each) => keep(each.label === undefined ? document.name : `${document.name}, ${each.label}`, each));
  };
}
