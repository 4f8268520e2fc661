import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingestDocument } from '../../../src/ingest/pipeline.ts';
import type { InputDocument } from '../../../src/ingest/document.ts';
import { toContent } from '../../../src/library/content.ts';
import { bytesOf } from './fixture.ts';
import { toPdf } from '../../../scripts/bench/made-pdf.ts';

const OURS = /Ingest broke|bug of ours/;

/** Whatever went in: an answer for each article, none of them an accident of ours, and each draft a whole source. */
async function expectSound(document: InputDocument): Promise<void> {
  const outcomes = await ingestDocument(document, [], '2026-11-20');
  for (const { outcome } of outcomes) {
    if (outcome.state === 'refused') expect(`${outcome.reason} ${outcome.hint}`).not.toMatch(OURS);
    else expect(['drafted', 'known', 'off-topic']).toContain(outcome.state);
    if (outcome.state !== 'drafted') continue;
    const { unreadable, library } = toContent([{ path: `sources/${outcome.id}.md`, bytes: bytesOf(outcome.text) }]);
    expect(unreadable).toEqual([]);
    expect([...library.sources.keys()]).toEqual([outcome.id]);
  }
}

describe('ingest answers, and never by an accident', () => {
  it('for any bytes, under any name and media type', async () => {
    const names = fc.constantFrom('a', 'a.html', 'a.pdf', 'a.bib', 'a.xml', 'https://example.org/a');
    const types = fc.constantFrom(
      undefined,
      'text/html',
      'text/html; charset=x-user-defined',
      'text/html; charset=utf-16',
      'application/pdf',
      ';;;',
    );
    await fc.assert(
      fc.asyncProperty(
        names,
        types,
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('', '%PDF-1.7\n', '<!doctype html>', '<?xml version="1.0"?><rss>', '{', '---\n'),
        (name, mediaType, bytes, head) =>
          expectSound({ name, ...(mediaType !== undefined && { mediaType }), bytes: Buffer.concat([Buffer.from(head), bytes]) }),
      ),
    );
  });

  it('for any markup', async () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'h1',
      'h2',
      'ul',
      'ol',
      'li',
      'a',
      'sup',
      'table',
      'tr',
      'td',
      'script',
      'title',
      'meta',
      'article',
      'svg',
      'noscript',
      'html',
      'body',
      'template',
      'time',
      'br',
      'b',
    );
    const attribute = fc.constantFrom(
      '',
      ' id="ref-1"',
      ' href="#ref-1"',
      ' class="references"',
      ' hidden',
      ' name="citation_title" content="A & B"',
      ' name="dc.date" content="2020-13-40"',
      ' type="application/ld+json"',
      ' lang="x"',
      ' start="9e99"',
      ' datetime="0000"',
      ' property="og:url" content="javascript:1"',
      ' "=<',
      " style='display:none'",
    );
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '3',
        '[1,2]',
        'References',
        'The thumb was held for a week by a splint of gel. ',
        '{"@type":"Article","headline":"A","author":[{"@id":"#x"}]}',
        '&#0;&shy;&nosuch;',
        '<![CDATA[',
        '<!--',
        ']]>',
        '</',
      ),
    );
    const piece = fc.oneof(
      fc.tuple(tag, attribute).map(([name, more]) => `<${name}${more}>`),
      tag.map((name) => `</${name}>`),
      words,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), (pieces) =>
        expectSound({ name: 'a.html', bytes: bytesOf(`<!doctype html>${pieces.join('')}`) }),
      ),
    );
  });

  it('for a PDF cut off at any byte, and it makes no draft of it', async () => {
    const whole = toPdf({
      pages: [['A thumb was held for a week by a splint of gel, and then it was not.', 'And so on.'], ['The end of it.']],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 7), async (length) => {
        const [one] = await ingestDocument({ name: 'a.pdf', bytes: whole.subarray(0, length) }, [], '2026-11-20');
        expect(one?.outcome).toMatchObject({ state: 'refused' });
      }),
    );
  });

  it('for a PDF with any bytes of it changed', async () => {
    const whole = toPdf({
      pages: [['A thumb was held for a week by a splint of gel, and then it was not.']],
      info: { Title: 'On thumbs' },
    });
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        return expectSound({ name: 'a.pdf', bytes });
      }),
    );
  });

  it('for hostile YAML', async () => {
    const under = (yaml: string): InputDocument => ({
      name: 'a.md',
      bytes: bytesOf(`---\nsourceUrl: https://example.org/a\npermalink: /a\n${yaml}\n---\n`),
    });
    const laughs = Array.from(
      { length: 20 },
      (_, i) =>
        `a${i}: &a${i} [${Array(9)
          .fill(i ? `*a${i - 1}` : 'ha')
          .join(', ')}]`,
    ).join('\n');
    const hostile = [
      laughs,
      'title: &a [*a]',
      `title: ${'['.repeat(20_000)}`,
      `title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      `title: ${'{a: '.repeat(5_000)}`,
      Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'title: !!js/function "function () {}"',
      'title: !<tag:yaml.org,2002:binary> "@@@"',
      '__proto__: { title: A }\ntitle: { toString: 1 }',
      'constructor: 1\ntitle: 0x7fffffffffffffffffff\ndate: .nan',
      '? [a, b]\n: c\n<<: { title: A }',
      '%YAML 9.9',
      `title: "${'\\u0000'.repeat(100)}"`,
    ];
    for (const yaml of hostile) await expectSound(under(yaml));
  });
});
