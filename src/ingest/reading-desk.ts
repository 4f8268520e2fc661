/** The worker of the reading room: reads the parcels that it is handed, one answer each. Started by `reading-room.ts` only. */
import { parentPort } from 'node:worker_threads';
import type { Refusal } from './outcome.ts';
import type { Parcel } from './parcel.ts';
import { toRecognised, type Recognised } from './reading.ts';

/** What the desk answers: what was read, or the words of an error that should not have been. */
export type Answer = { readonly read: Recognised | Refusal } | { readonly broke: string };

parentPort?.on('message', (parcel: Parcel) => {
  toRecognised(parcel).then(
    (read) => parentPort?.postMessage({ read } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ broke: error instanceof Error ? error.message : String(error) } satisfies Answer),
  );
});
