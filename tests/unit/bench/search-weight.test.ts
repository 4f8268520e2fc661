import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toSearchParts } from '../../../scripts/bench/search-weight.ts';

const text = Buffer.from('word '.repeat(400));

describe('the weight of a first search', () => {
  it('is what was fetched, each file once, as a server sends it', () => {
    const asked = [
      '/pagefind/fragment/a.pf_fragment',
      '/pagefind/names.json',
      '/pagefind/fragment/a.pf_fragment',
      '/pagefind/index/b.pf_index',
    ];
    expect(toSearchParts(asked, () => text)).toEqual([
      { name: 'names', files: 1, bytes: gzipSync(text, { level: 9 }).length },
      { name: 'index pieces', files: 1, bytes: text.length },
      { name: 'pages shown', files: 1, bytes: text.length },
    ]);
  });

  it('names what nobody expected', () => {
    expect(toSearchParts(['/other.txt'], () => text).map(({ name }) => name)).toEqual(['/other.txt']);
  });
});
