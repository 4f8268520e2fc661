import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceIndex } from '../../../src/ingest/source-index.ts';
import { toKnownSource } from '../../../src/ingest/source-index.ts';
import { bytesOf, ingest } from './fixture.ts';
import { errorsIn, fixturePath, toGolden } from './outcome-golden.ts';

const feeds = { 'rss-news': 'raw.xml', 'rdf-journal': 'raw.xml', 'atom-alert': 'raw.xml', 'json-feed': 'raw.json' } as const;
type Name = keyof typeof feeds;
const textOf = (name: Name): string => readFileSync(fixturePath('ingest-feeds', name, feeds[name]), 'utf8');
const take = (text: string, held: ConstructorParameters<typeof SourceIndex>[0] = []) =>
  ingest({ name: 'feed.xml', bytes: bytesOf(text), address: 'https://alerts.example/feed/1' }, new SourceIndex(held));
const statesOf = async (text: string): Promise<string[]> => (await take(text)).map(({ outcome }) => outcome.state);

describe.each(Object.keys(feeds) as Name[])('the feed %s', (name) => {
  it('becomes exactly the drafts that lie beside it, one for each new article', async () => {
    await expect(toGolden(await take(textOf(name)))).toMatchFileSnapshot(fixturePath('ingest-feeds', name, 'drafts.md'));
  });

  it('gives drafts that the check finds no error in', async () => {
    expect(errorsIn(await take(textOf(name)))).toEqual([]);
  });

  it('gives the same drafts from a copy with a BOM and Windows line ends, but for their hashes', async () => {
    const withoutHash = (text: string): string => text.replace(/sha256-\w+/g, 'sha256-…');
    const copy = toGolden(await take(`\uFEFF${textOf(name).replaceAll('\n', '\r\n')}`));
    expect(withoutHash(copy)).toBe(withoutHash(toGolden(await take(textOf(name)))));
  });

  it('keeps of each article a feed of its own item alone, which gives the same draft again', async () => {
    const outcomes = await take(textOf(name));
    for (const { bytes, ending, article } of outcomes) {
      const again = await ingest({ name: `snapshot${ending}`, bytes, address: 'https://alerts.example/feed/1' });
      expect(again).toHaveLength(1);
      expect(again[0]?.article).toEqual(article);
      expect(new TextDecoder().decode(again[0]?.bytes)).toBe(new TextDecoder().decode(bytes));
    }
  });
});

describe('an item of a feed', () => {
  const rss = (item: string, channel = ''): string =>
    `<rss version="2.0"><channel><title>Splint Courier</title><link>https://splintcourier.example/</link>${channel}<item>${item}</item></channel></rss>`;
  const one = async (item: string) => {
    const [first] = await take(rss(item));
    return first;
  };

  it('is known by its address, whatever a tracker added to it', async () => {
    const held = toKnownSource('held-2024-gel', 'content/sources/held-2024-gel.md', {
      url: 'https://splintcourier.example/gel-and-plaster',
    });
    const [first, second] = await take(textOf('rss-news'), [held]);
    expect(first?.outcome).toMatchObject({ state: 'known', file: 'content/sources/held-2024-gel.md', because: 'the same address' });
    expect(second?.outcome).toMatchObject({ state: 'known' });
  });

  it('is a teaser, however it is called, when its text breaks off or is short', async () => {
    const long = 'A sentence about a splint that goes on for a while. '.repeat(40);
    const cases = [
      `<description>${long}</description>`,
      `<description>${long} Read more</description>`,
      '<description>Short.</description>',
    ];
    const coverages = await Promise.all(
      cases.map(
        async (text) => (await one(`<title>A splint</title><link>https://splintcourier.example/a</link>${text}`))?.article?.coverage,
      ),
    );
    expect(coverages).toEqual(['excerpt', 'teaser', 'teaser']);
  });

  it.each([
    ['no title', '<link>https://splintcourier.example/a</link>', 'title', /^`title` is missing or empty/],
    ['no address', '<title>A splint</title><guid isPermaLink="false">7</guid>', 'link', /^`link` is missing or empty/],
    ['an address that is none', '<title>A splint</title><link>javascript:alert(1)</link>', 'link', /^`link` is `javascript:alert\(1\)`/],
  ])('with %s is refused by that field', async (_, item, field, reason) => {
    expect((await one(item))?.outcome).toMatchObject({ state: 'refused', field, reason: expect.stringMatching(reason) as string });
  });

  it('with a two-digit year or a day that does not exist says so or reads it, and never guesses', async () => {
    const issued = async (date: string) =>
      (await one(`<title>A splint</title><link>https://a.example/a</link><pubDate>${date}</pubDate>`))?.article;
    expect((await issued('05 Jan 24 10:00:00 GMT'))?.issued).toBe('2024-01-05');
    expect(await issued('Tue, 31 Jun 2024 10:00:00 GMT')).toMatchObject({ issued: 'undated' });
    expect((await issued('Tue, 31 Jun 2024 10:00:00 GMT'))?.doubts[0]).toBe(
      'Check `issued`: the feed prints “Tue, 31 Jun 2024 10:00:00 GMT”, which is no day that exists: look it up at the original.',
    );
  });
});

describe('a feed that cannot be read is refused as a whole, with the way out', () => {
  it.each([
    [
      'broken off in its first item',
      (text: string) => text.slice(0, text.indexOf('<item>') + 40),
      /breaks off before the end of its first item/,
      /give the addresses of its articles one by one/,
    ],
    ['empty', () => '<rss version="2.0"><channel><title>Splint Courier</title></channel></rss>', /holds no items/, /look again later/],
  ])('when it is %s', async (_, spoil, reason, hint) => {
    const outcomes = await take(spoil(textOf('rss-news')));
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.outcome).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(reason) as string,
      hint: expect.stringMatching(hint) as string,
    });
  });

  it('but gives its whole items where it breaks off behind them, and says so', async () => {
    const all = await take(textOf('rss-news'));
    const some = await take(textOf('rss-news').slice(0, -80));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    for (const { article } of some) if (article) expect(article.doubts[0]).toMatch(/^The feed breaks off: this item is whole/);
  });

  it('and never throws, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...(Object.keys(feeds) as Name[])), fc.nat(4000), async (name, at) => {
        for (const state of await statesOf(textOf(name).slice(0, at))) expect(['drafted', 'known', 'refused']).toContain(state);
      }),
      { numRuns: 60 },
    );
  });
});

it('a page that only speaks of feeds is none', async () => {
  const [first] = await take('Subscribe to our <rss> feed\n\nIt is at https://splintcourier.example/feed.');
  expect(first?.label).toBeUndefined();
  expect(first?.outcome.state).toBe('refused');
});
