/**
 * Reads documents in a worker that may use so much time and memory and no more. Whatever a document holds, an answer comes
 * back: the articles, or a refusal. The worker is kept from document to document and replaced when it had to be ended.
 */
import { Worker } from 'node:worker_threads';
import type { IngestRefusal } from './raw-article.ts';
import type { InputDocument } from './document.ts';
import type { ParsedDocument } from './parse-document.ts';
import type { ParseAnswer } from './parse.worker.ts';

interface ParseLimits {
  readonly milliseconds: number;
  /** Megabytes that the whole process may grow by while it reads one document. */
  readonly megabytes: number;
}

/** What one article may cost. */
export const limits: ParseLimits = { milliseconds: 30_000, megabytes: 700 };

const LOOK_EVERY = 50;
const MEGABYTE = 1024 * 1024;

const tooLong = ({ milliseconds }: ParseLimits): IngestRefusal => ({
  reason: `Reading it took longer than ${milliseconds / 1000} seconds and was stopped.`,
  hint: 'Save the article alone, without the rest of its site, or as plain text, and give that file.',
});
const tooLarge = ({ megabytes }: ParseLimits): IngestRefusal => ({
  reason: `Reading it took more than ${megabytes} MB of memory and was stopped.`,
  hint: 'Save the article alone, without pictures and attachments, or as plain text, and give that file.',
});
const broken = (words: string): IngestRefusal =>
  /call stack/.test(words)
    ? { reason: 'Its parts stand within each other too deeply to be read.', hint: 'Save the article as plain text and give that file.' }
    : {
        reason: `Ingest broke while reading it (${words.replace(/\.$/, '')}).`,
        hint: 'This is a bug of ours: report it with the file, and save the article as plain text meanwhile, which may still be taken in.',
      };

let kept: Worker | undefined;
let turn: Promise<unknown> = Promise.resolve();

function toWorker(): Worker {
  if (kept) return kept;
  const worker = new Worker(new URL('./parse.worker.ts', import.meta.url), {
    // The process may have been started with options that a worker does not know.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 600, maxYoungGenerationSizeMb: 64 },
    // Libraries warn on the console about what they mend; the editor gets sentences instead.
    stdout: true,
    stderr: true,
  });
  // A library that fails when its document is long answered must not end the run; the next document gets a new worker.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (kept === worker) kept = undefined;
  });
  worker.unref();
  return (kept = worker);
}

function read(document: InputDocument, allowed: ParseLimits): Promise<ParsedDocument | IngestRefusal> {
  const worker = toWorker();
  const before = process.memoryUsage.rss();
  return new Promise((resolve) => {
    const leave = (outcome: ParsedDocument | IngestRefusal, end: boolean): void => {
      clearTimeout(alarm);
      clearInterval(scales);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      if (!end) return resolve(outcome);
      if (kept === worker) kept = undefined;
      void worker.terminate().then(() => resolve(outcome));
    };
    const onMessage = (answer: ParseAnswer): void => ('read' in answer ? leave(answer.read, false) : leave(broken(answer.broke), true));
    const onError = (error: NodeJS.ErrnoException): void =>
      leave(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(allowed) : broken(error.message), true);
    const onExit = (): void => leave(broken('its worker ended'), true);
    const alarm = setTimeout(() => leave(tooLong(allowed), true), allowed.milliseconds);
    // The worker's own limit does not count byte arrays, into which compressed streams are unpacked.
    const scales = setInterval(() => {
      if (process.memoryUsage.rss() - before > allowed.megabytes * MEGABYTE) leave(tooLarge(allowed), true);
    }, LOOK_EVERY);
    worker.once('message', onMessage).once('error', onError).once('exit', onExit);
    worker.ref();
    worker.postMessage(document);
  });
}

/** What a document holds, e.g. `parseInWorker({ name: 'a.html', bytes })`. Documents are read one after another; never throws over what is in one. */
export function parseInWorker(document: InputDocument, allowed: ParseLimits = limits): Promise<ParsedDocument | IngestRefusal> {
  const answer = turn.then(() => read(document, allowed));
  turn = answer;
  return answer;
}
