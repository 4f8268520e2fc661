/** A difference as a comment and as text of a terminal: complete, harmless, and never too long. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { COMMENT_MARK, toJson, toMarkdown, toTerminalText } from '../../../src/changes/report.ts';

import type { Change } from '../../../src/changes/change.ts';
import type { ChangeSet } from '../../../src/changes/change.ts';

const change = (fields: Partial<Change> = {}): Change => ({
  kind: 'finding-direction',
  file: 'content/sources/moss-2020-alpha.md',
  subject: 'Moss 2020 (ALPHA)',
  says: 'finding on “Choice of widget”: direction',
  before: 'Advises',
  after: 'Against',
  reaches: [],
  ...fields,
});

const difference = (changes: readonly Change[], wording: readonly Change[] = []): ChangeSet => ({
  asOf: '2026-11-20',
  opening: '1 finding changed direction or strength; 1 question is affected.',
  groups: [
    { name: 'findings', title: 'Findings', level: 'evidence', changes },
    ...(wording.length ? [{ name: 'wording' as const, title: 'Wording', level: 'wording' as const, changes: wording }] : []),
  ],
  affected: [
    {
      ref: { collection: 'question', id: 'choice' as never },
      title: 'Choice of widget',
      file: 'content/questions/choice.mdx',
      through: ['Moss 2020'],
    },
  ],
});

test('a comment opens with the counts, lists changes in tables and folds what is minor', () => {
  const given = difference([change()], [change({ kind: 'answer-reworded', says: 'answer, public', before: 'Take it.', after: undefined })]);
  expect(toMarkdown(given, { files: 'https://forge.example/moon/cheese/blob/3f9a1c2/' })).toMatchInlineSnapshot(`
    "<!-- patency-difference -->
    ## What changes in the evidence

    **1 finding changed direction or strength; 1 question is affected.**

    ### Findings

    | Where | What | Before | After |
    | --- | --- | --- | --- |
    | Moss 2020 (ALPHA)<br>[content/sources/moss-2020-alpha.md](https://forge.example/moon/cheese/blob/3f9a1c2/content/sources/moss-2020-alpha.md) | finding on “Choice of widget”: direction | Advises | Against |

    <details><summary>Wording (1)</summary>

    | Where | What | Before | After |
    | --- | --- | --- | --- |
    | Moss 2020 (ALPHA)<br>[content/sources/moss-2020-alpha.md](https://forge.example/moon/cheese/blob/3f9a1c2/content/sources/moss-2020-alpha.md) | answer, public | Take it. | – |

    </details>

    <details><summary>Pages affected (1)</summary>

    - question Choice of widget ([content/questions/choice.mdx](https://forge.example/moon/cheese/blob/3f9a1c2/content/questions/choice.mdx)): through Moss 2020

    </details>

    As of 2026-11-20.
    "
  `);
});

test('a file that is gone is named and not linked', () => {
  const gone = change({ kind: 'source-removed', before: 'content/sources/moss-2020-alpha.md', after: undefined });
  expect(toMarkdown({ ...difference([gone]), affected: [] }, { files: 'https://forge.example' })).not.toContain('](');
});

describe('what a stranger wrote', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '[click](https://evil.example)',
    '![pixel](https://evil.example/p.png)',
    '@maintainer fixes #12 | a | b',
    'https://evil.example/spam and www.evil.example',
    '</details> **bold** `code` ~~gone~~ <!-- comment -->',
    '\\\\| \\[x](y)\n\n# Heading\n- [ ] task',
    '&lt;b&gt; &amp; <script>alert(1)</script>',
  ];

  /** What GitHub would make of a comment: the kinds of nodes, and the text that it searches for mentions and links. */
  function renderedOf(comment: string) {
    const kinds = new Set<string>();
    const links: string[] = [];
    let text = '';
    visit(fromMarkdown(comment, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
      kinds.add(node.type === 'html' ? node.value : node.type);
      if (node.type === 'link') links.push(node.url);
      if (node.type === 'text') text += `${node.value}\n`;
    });
    return { kinds: [...kinds], links, text };
  }

  test.each(hostile)('is printed as text: %s', (text) => {
    const comment = (value: string): string =>
      toMarkdown({ ...difference([change({ subject: value, says: value, before: value, after: value })]), affected: [] });
    const rendered = renderedOf(comment(text));
    expect(rendered.kinds).toEqual(renderedOf(comment('plain')).kinds);
    expect(rendered.links).toEqual([]);
    expect(rendered.text).not.toMatch(/@\w|#\d|:\/\/|www\./);
  });

  test('keeps no control character in a terminal', () => {
    expect(toTerminalText(difference([change({ subject: 'Moss\u001b[2J\u0007' })]))).not.toMatch(/[\u0007\u001b]/);
  });

  test('cannot turn a file name into another link', () => {
    const comment = toMarkdown(
      { ...difference([change({ file: 'content/a](https://evil.example) b.md' })]), affected: [] },
      { files: 'https://forge.example/blob' },
    );
    expect(renderedOf(comment).links).toEqual(['https://forge.example/blob/content/a%5D%28https%3A//evil.example%29%20b.md']);
  });
});

describe('a long comment', () => {
  const many = (count: number, length: number): Change[] =>
    Array.from({ length: count }, (_, index) =>
      change({ subject: `Source ${index}`, before: 'w '.repeat(length), after: '| '.repeat(length) }),
    );

  test.each([
    [10, 100],
    [500, 20],
    [500, 2000],
    [5000, 100],
  ])('of %i changes with %i words each stays below the limit of GitHub and keeps the opening', (count, length) => {
    const comment = toMarkdown(difference(many(count, length), many(count, length)));
    expect(comment.length).toBeLessThan(65_536);
    expect(comment.startsWith(`${COMMENT_MARK}\n`)).toBe(true);
    expect(comment).toContain('**1 finding changed direction or strength; 1 question is affected.**');
  });

  test('says how many changes it leaves out', () => {
    expect(toMarkdown(difference(many(500, 2000)))).toMatch(/And \d+ more: `npm run diff` lists them all\./);
  });

  test('counts when there is room for nothing else', () => {
    const comment = toMarkdown(difference(many(500, 2000)), { limit: 500 });
    expect(comment.length).toBeLessThan(500);
    expect(comment).toContain('500: `npm run diff` lists them all.');
  });
});

test('a terminal gets file, subject and both sides', () => {
  expect(toTerminalText(difference([change()]))).toMatchInlineSnapshot(`
    "1 finding changed direction or strength; 1 question is affected.

    Findings
      content/sources/moss-2020-alpha.md
        Moss 2020 (ALPHA): finding on “Choice of widget”: direction
        - Advises
        + Against

    Pages affected
      question Choice of widget (through Moss 2020)
    "
  `);
});

test('colour is given only when asked for', () => {
  expect(toTerminalText(difference([change()]), true)).toContain('\u001b[1m');
});

test('programs get the difference as it is', () => {
  const given = difference([change()]);
  expect(JSON.parse(toJson(given))).toEqual(given);
});
