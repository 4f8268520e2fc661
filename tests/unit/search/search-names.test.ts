import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toNameFiles } from '../../../src/search/written-names.ts';

const fragment = (id: string, content: string, meta: Record<string, string>) => ({
  path: `fragment/${id}.pf_fragment`,
  content: gzipSync(`pagefind_dcd${JSON.stringify({ content, meta })}`),
});
const read = (files: readonly { path: string; content: Uint8Array }[], path: string): unknown =>
  JSON.parse(Buffer.from(files.find((file) => file.path === path)?.content ?? []).toString('utf8'));

describe('the names of pages', () => {
  const files = toNameFiles([
    fragment('en_2', 'A trial of Périard.', { page: 'Source', title: 'A very long title', names: 'ATTRACT' }),
    fragment('en_3', 'Nobody calls it anything.', { page: 'Source', title: 'Another long title' }),
    fragment('en_1', 'Taking clot out.', { page: 'Term', title: 'Thrombectomy', names: 'clot removal; thrombectomie' }),
    { path: 'pagefind.js', content: Buffer.from('') },
  ]);

  it('are its title and what else it is called; of a source only what it is called in short', () => {
    expect(read(files, 'names.json')).toEqual([
      ['en_1', 'Term', 'Thrombectomy', 'clot removal', 'thrombectomie'],
      ['en_2', 'Source', '', 'ATTRACT'],
    ]);
  });

  it('come with the days and values by which pages are sorted and filtered', () => {
    expect(read(files, 'facets.json')).toEqual(['en_1', 'en_2', 'en_3'].map((id) => [id, '', {}]));
  });

  it('come with all longer words of all pages, without accents', () => {
    const words = String(read(files, 'words.json'));
    expect(words).toContain('periard');
    expect(words).toContain('nobody');
    expect(words).not.toContain('Thrombectomy');
  });

  it('are refused when the index is not one of this Pagefind', () => {
    expect(() => toNameFiles([{ path: 'fragment/x.pf_fragment', content: gzipSync('{}') }])).toThrow('Pagefind 1.5');
  });
});
