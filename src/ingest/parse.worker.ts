/** The worker that parses documents, one answer each. Started by `parse-in-worker.ts` only. */
import { parentPort } from 'node:worker_threads';
import type { InputDocument } from './document.ts';
import type { IngestRefusal } from './raw-article.ts';
import { parseDocument, type ParsedDocument } from './parse-document.ts';

/** What the worker answers: what was read, or the words of an error that should not have been. */
export type ParseAnswer = { readonly read: ParsedDocument | IngestRefusal } | { readonly broke: string };

parentPort?.on('message', (document: InputDocument) => {
  parseDocument(document).then(
    (read) => parentPort?.postMessage({ read } satisfies ParseAnswer),
    (error: unknown) => parentPort?.postMessage({ broke: error instanceof Error ? error.message : String(error) } satisfies ParseAnswer),
  );
});
