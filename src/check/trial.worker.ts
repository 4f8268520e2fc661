/** The thread in which `trial.ts` has one file read and checked for itself, as the check of everything would. */
import { parentPort } from 'node:worker_threads';
import { toContent, type RawFile } from '../library/content.ts';
import { checkContent } from './check-content.ts';
import type { TrialAnswer } from './trial.ts';

/** Any day: what a date says takes no time. */
const DAY = '2026-11-01';

parentPort?.on('message', ({ file, folder }: { readonly file: RawFile; readonly folder: string }) => {
  let answer: TrialAnswer = {};
  try {
    checkContent(toContent([file], folder), { asOf: DAY });
  } catch (error) {
    answer = { thrown: (error as Error).message };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage({});
