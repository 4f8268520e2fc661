/** Pages put through ingest for tests: made here or kept beside their drafts, all about invented studies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputDocument } from '../../../src/ingest/document.ts';
import { bytesOf, ingest } from './fixture.ts';

export const pageFolder = join(import.meta.dirname, '../../fixtures/ingest-pages');
export const pageNames = readdirSync(pageFolder).sort();
export const bytesOfPage = (name: string): Uint8Array => readFileSync(join(pageFolder, name, 'page.html'));

/** What becomes of the one article of a page, with the article itself. */
export async function take(page: string | Uint8Array, more: Partial<InputDocument> = {}) {
  const bytes = typeof page === 'string' ? bytesOf(page) : page;
  const [one, ...others] = await ingest({ name: 'page.html', bytes, ...more });
  if (!one || others.length > 0) throw new Error('Expected one article.');
  return one;
}
export async function draftOf(page: string | Uint8Array, more: Partial<InputDocument> = {}) {
  const { outcome, article, ending } = await take(page, more);
  if (outcome.state !== 'drafted' || !article) throw new Error(`Expected a draft, got ${JSON.stringify(outcome)}.`);
  return { ...outcome, article, ending };
}

export const SENTENCE =
  'The splint is worn on the thumb for four weeks, and those who wore it could hold a key again sooner than the rest. ';
export const page = (head: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>On splints</title>${head}</head><body><article><h1>On splints</h1><p>${SENTENCE.repeat(4)}</p>${body}</article></body></html>`;
export const doubtsOf = async (html: string, more: Partial<InputDocument> = {}): Promise<string> =>
  (await draftOf(html, more)).article.doubts.join('\n');
