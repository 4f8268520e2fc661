/** The raw articles that ingest is tested on: written for the tests, in the shapes in which real ones come. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownSource, SourceIndex } from '../../../src/ingest/source-index.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import type { InputDocument } from '../../../src/ingest/document.ts';
import { parseDocument } from '../../../src/ingest/parse-document.ts';
import { ingestDocument } from '../../../src/ingest/pipeline.ts';
import { toContent } from '../../../src/library/content.ts';
import { vocabulary } from '../made.ts';
import type { IngestOutcome } from '../../../src/ingest/raw-article.ts';

export const fixtureFolder = join(import.meta.dirname, '../../fixtures/ingest');
export const fixtureNames = readdirSync(fixtureFolder).sort();
export const fixtureBytes = (name: string): Uint8Array => readFileSync(join(fixtureFolder, name, 'raw.txt'));
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What becomes of each article of a document, parsed here and now, where coverage is seen and an error fails the test. */
export const ingest = (
  document: InputDocument,
  held: SourceIndex | readonly KnownSource[] = [],
  retrieved = '2026-11-20',
): ReturnType<typeof ingestDocument> => ingestDocument(document, held, retrieved, { vocabulary, parse: parseDocument });

/** What becomes of a file that holds one article; throws where there is not exactly one. */
export async function outcomeOfFile(bytes: Uint8Array, held: readonly KnownSource[] = [], retrieved?: string): Promise<IngestOutcome> {
  const [one, ...more] = await ingest({ name: 'raw.txt', bytes }, held, retrieved);
  if (!one || more.length > 0) throw new Error(`The file held ${more.length + (one ? 1 : 0)} articles, expected one.`);
  return one.outcome;
}

const shipped = ['vocabulary.yaml', 'site.yaml'].map((path) => ({
  path,
  bytes: readFileSync(join(import.meta.dirname, '../../../content', path)),
}));

/** The content of a folder that holds drafts, and of the rest what the words of drafts are checked by. */
export const contentOf = (drafts: readonly { readonly id: string; readonly text: string }[]): ReturnType<typeof toContent> =>
  toContent([...shipped, ...drafts.map(({ id, text }) => ({ path: `sources/${id}.md`, bytes: bytesOf(text) }))]);

/** What the check says of drafts; what it says of the files beside them is left out. */
export const issuesIn = (drafts: Parameters<typeof contentOf>[0]): ReturnType<typeof checkContent> =>
  checkContent(contentOf(drafts), { asOf: '2026-11-20' }).filter(({ file }) => file.startsWith('content/sources/'));
