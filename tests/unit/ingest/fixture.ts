/** The raw articles that ingest is tested on: written for the tests, in the shapes in which real ones come. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownSource } from '../../../src/ingest/source-index.ts';
import { ingestDocument } from '../../../src/ingest/pipeline.ts';
import type { IngestOutcome } from '../../../src/ingest/outcome.ts';

export const fixtureFolder = join(import.meta.dirname, '../../fixtures/ingest');
export const fixtureNames = readdirSync(fixtureFolder).sort();
export const fixtureBytes = (name: string): Uint8Array => readFileSync(join(fixtureFolder, name, 'raw.txt'));
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What becomes of a file that holds one article; throws where there is not exactly one. */
export async function outcomeOfFile(
  bytes: Uint8Array,
  held: readonly KnownSource[] = [],
  retrieved = '2026-11-20',
): Promise<IngestOutcome> {
  const [one, ...more] = await ingestDocument({ name: 'raw.txt', bytes }, held, retrieved);
  if (!one || more.length > 0) throw new Error(`The file held ${more.length + (one ? 1 : 0)} articles, expected one.`);
  return one.outcome;
}
