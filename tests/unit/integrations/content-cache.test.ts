import { expect, it } from 'vitest';
import { cacheFolder } from '../../../src/integrations/content-cache.ts';

it('each content folder has a cache of its own, straight below `.cache`', () => {
  const folders = ['content', 'drafts', 'drafts/content', 'drafts%2Fcontent', '../content', '.cache/content'].map(cacheFolder);
  expect(new Set(folders).size).toBe(folders.length);
  expect(folders[0]).toBe('./.cache/astro');
  for (const folder of folders) expect(folder).toMatch(/^\.\/\.cache\/astro[^/]*$/);
});
