/** Two readers, one library: what the check saw is what Astro publishes. */
import { readFile } from 'node:fs/promises';
import { parse } from 'devalue';
import { expect, test } from 'vitest';
import { toLibrary, type Collections } from '../../src/library/entries.ts';
import { readContent } from '../../src/library/from-files.ts';

test('the library that Astro reads equals the library that the check reads, bodies and order included', async () => {
  const store = parse(await readFile('.cache/astro/data-store.json', 'utf8')) as Map<string, Map<string, unknown>>;
  const items = (name: string) => [...(store.get(name)?.values() ?? [])];
  const collections = Object.fromEntries(
    ['sources', 'questions', 'topics', 'pathways', 'terms', 'sections', 'sightings', 'lookups', 'people'].map((name) => [
      name,
      items(name),
    ]),
  );
  const fromAstro = toLibrary(collections as unknown as Collections);
  const fromFiles = (await readContent('content')).library;
  expect(fromFiles.sources.size).toBeGreaterThan(0);
  const trimmed = (library: typeof fromFiles) =>
    Object.fromEntries(
      Object.entries(library).map(([collection, entries]) => [
        collection,
        [...(entries as Map<string, { body?: string }>).values()].map((entry) =>
          'body' in entry ? { ...entry, body: entry.body?.trim() } : entry,
        ),
      ]),
    );
  expect(trimmed(fromAstro)).toEqual(trimmed(fromFiles));
});
