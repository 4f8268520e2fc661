/** The raw articles that the letterbox is tested on: written for the tests, in the shapes in which real ones come. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const fixtureFolder = join(import.meta.dirname, '../../fixtures/ingest');
export const fixtureNames = readdirSync(fixtureFolder).sort();
export const fixtureBytes = (name: string): Uint8Array => readFileSync(join(fixtureFolder, name, 'raw.txt'));
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
