/**
 * Reads files that may take long in a thread of their own, where they can be stopped: what does not come to an end in time, or
 * ends the thread, is refused with a sentence that names the file. Whatever parses a body or a field is tried as it is used.
 */
import { Worker } from 'node:worker_threads';
import { collectionOf, type RawFile } from '../library/content.ts';
import { breakage } from '../library/read-file.ts';
import { bodyBeyond, oversize, signsIn, tooSlow, type Breach } from '../library/within-limits.ts';
import { limits } from '../schema/limits.ts';
import { collections } from '../schema/collections.ts';

/** Below all of these a file is read in less than the time allowed, whatever stands in it: measured on lines of one sign. Fields cost far less than bodies. */
const QUICK = { bytes: 65_536, listBytes: 196_608, body: 24_000, lines: 1_000, signs: 600 } as const;

/** Whether reading a file may take long: it is long itself, or has many lines or signs of Markdown. Most have neither and cost nothing. */
export function mayTakeLong({ path, bytes }: RawFile): boolean {
  const collection = collectionOf(path);
  if (!collection || collection === 'fingerprint' || oversize(collection, bytes.length)) return false;
  if (collections[collection].list) return bytes.length > QUICK.listBytes;
  if (bytes.length < QUICK.lines) return false;
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const end = collections[collection].ending === '.yaml' ? -1 : text.indexOf('\n---');
  const body = end < 0 ? '' : text.slice(text.indexOf('\n', end + 1) + 1);
  // What is beyond a limit is refused before anything is parsed.
  if (bodyBeyond(body, 1)) return false;
  return bytes.length > QUICK.bytes || body.length > QUICK.body || text.split('\n').length > QUICK.lines || signsIn(body) > QUICK.signs;
}

/** What the thread answers when it has read a file. */
export interface TrialAnswer {
  readonly thrown?: string;
}

/** Time is counted as the thread used it, because a busy machine makes nothing worse; and a thread that waits is stopped as well. */
const LOOK_EVERY = 100;
const WAIT = 15;

const usedBy = async (worker: Worker): Promise<number> => {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1_000_000;
};

/** Reads one file in a thread that is ready; undefined when all went well. Afterwards a thread that was stopped is of no use. */
async function tryOne(worker: Worker, file: RawFile, folder: string, seconds: number): Promise<Breach | undefined> {
  const before = await usedBy(worker);
  const ended = Promise.withResolvers<Breach | undefined>();
  const answered = ({ thrown }: TrialAnswer): void => ended.resolve(thrown === undefined ? undefined : breakage(new Error(thrown)));
  const failed = (error: Error): void => ended.resolve(breakage(error));
  const left = (): void => ended.resolve(breakage(new Error('its thread ended')));
  worker.on('message', answered).on('error', failed).on('exit', left);
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if ((looks * LOOK_EVERY) / 1000 > seconds * WAIT) ended.resolve(tooSlow(seconds));
    usedBy(worker).then(
      (used) => {
        if (used - before > seconds) ended.resolve(tooSlow(seconds));
      },
      () => undefined,
    );
  }, LOOK_EVERY);
  worker.postMessage({ file, folder });
  const breach = await ended.promise;
  clearInterval(timer);
  worker.off('message', answered).off('error', failed).off('exit', left);
  if (!breach) return undefined;
  // What a thread that is stopped still has to say is of no interest.
  worker.on('error', () => undefined);
  await worker.terminate();
  return breach;
}

/** A thread that has loaded everything it needs. */
async function readyWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./trial.worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  return worker;
}

/**
 * Those of the files that cannot be read in the time allowed, by path, each with what to say of it. Files that cannot take
 * long are not looked at. Example: `await tryFiles(await readRawFiles('content'), 'content')`, empty for honest content.
 */
export async function tryFiles(
  raw: Iterable<RawFile>,
  folder = 'content',
  seconds: number = limits.seconds.most,
): Promise<Map<string, Breach>> {
  const refused = new Map<string, Breach>();
  let worker: Worker | undefined;
  for (const file of raw) {
    if (!mayTakeLong(file)) continue;
    worker ??= await readyWorker();
    const breach = await tryOne(worker, file, folder, seconds);
    if (!breach) continue;
    refused.set(file.path, breach);
    worker = undefined;
  }
  await worker?.terminate();
  return refused;
}
