import { describe, expect, it } from 'vitest';
import { fixContent } from '../../../../src/check/fix/fix-content.ts';
import { fixText } from '../../../../src/check/fix/fix-text.ts';
import { toContent } from '../../../../src/library/content.ts';
import { collections, type Collection } from '../../../../src/schema/collections.ts';

const page = (yaml: string, body: string): string => `---\n${yaml}---\n${body}`;
const untidy: readonly [Collection, string][] = [
  ['source', page('title: A "title"\nkind: trial\nretrieved: 2026-3-7  \n', '\n## What it is\n\nOne thing. "Another" thing.   \n\n')],
  ['source', page('kind: trial\n', '')],
  ['question', page('short: a\nquestion: b?\n', '\n<Answer for="public">\n\nOne. Two.\n\n</Answer>\n')],
  ['term', '- name: a\n  id: a\n  definition: Says "so".\n'],
];

describe('a file fixed by itself', () => {
  it.each(untidy)('is the file fixed among others, for a %s', (collection, text) => {
    const { path, list, ending } = collections[collection];
    const content = toContent([{ path: list ? path : `${path}/a${ending}`, bytes: new TextEncoder().encode(text) }], 'content');
    expect(fixText(collection, text)).toBe(fixContent(content)[0]?.text);
  });

  it('is left alone when it has no fields', () => {
    expect(fixText('source', 'words')).toBe('words');
  });
});
