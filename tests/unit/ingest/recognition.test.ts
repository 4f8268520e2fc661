import { describe, expect, it } from 'vitest';
import { toKnownSource, toKnownSources } from '../../../src/ingest/source-index.ts';
import { parseDocument } from '../../../src/ingest/parse-document.ts';
import { isRefusal } from '../../../src/ingest/raw-article.ts';
import { sha256 } from '../../../src/library/passage.ts';
import { bytesOf, fixtureBytes, fixtureNames, outcomeOfFile } from './fixture.ts';

const held = (fields: Record<string, unknown>, id = 'held-2020-one') => toKnownSource(id, `content/sources/${id}.md`, fields);
const outcomeOf = (name: string, ...fields: Record<string, unknown>[]) =>
  outcomeOfFile(
    fixtureBytes(name),
    fields.map((each, i) => held(each, `held-2020-${i}`)),
  );

describe('an article that is held already is recognised', () => {
  it.each([
    ['by DOI, in whatever case', 'digest-english', { doi: '10.1234/SPLINT.2023.77' }, 'the same DOI 10.1234/splint.2023.77'],
    ['by ISBN, with or without hyphens', 'leaflet', { isbn: '9780306406157' }, 'the same ISBN 978-0-306-40615-7'],
    [
      'by address, however it is written',
      'digest-french',
      { url: 'http://handcourier.example/gel-first-thumb-splint#top' },
      'the same address',
    ],
    ['by its old path', 'digest-french', { aliases: ['/papers/2025-03-03-gel-first-thumb-splint/'] }, 'the same old path in `aliases`'],
    [
      'by the hash of its bytes',
      'maker-page',
      { snapshot: `sha256-${sha256(fixtureBytes('maker-page'))}` },
      'the same file, byte for byte',
    ],
    [
      'by title and publisher',
      'maker-page',
      { title: 'How does a Gel thumb splint work', publisher: 'GELWERK' },
      'the same title and publisher',
    ],
    [
      'by title and organisation',
      'walk-through',
      { title: 'Fitting a thumb cast: the whole visit', authors: [{ organisation: 'Plasterline' }] },
      'the same title and publisher',
    ],
  ])('%s', async (_, name, fields, because) => {
    expect(await outcomeOf(name, { title: 'Another' }, fields)).toMatchObject({
      state: 'known',
      file: 'content/sources/held-2020-1.md',
      because,
    });
  });

  it('by the surest sign, whatever the order of the sources', async () => {
    const byTitle = { title: 'Gel splints for a sprained thumb: information for patients', publisher: 'Sampleshire' };
    expect(await outcomeOf('leaflet', byTitle, { isbn: '978-0-306-40615-7' })).toMatchObject({ file: 'content/sources/held-2020-1.md' });
  });

  it('by its bytes before anything is read of it', async () => {
    const snapshot = `sha256-${sha256(fixtureBytes('leaflet'))}`;
    expect(await outcomeOf('leaflet', { isbn: '978-0-306-40615-7' }, { snapshot })).toMatchObject({
      file: 'content/sources/held-2020-1.md',
      because: 'the same file, byte for byte',
    });
  });

  it('and a story that comes again under another date says so', async () => {
    const outcome = await outcomeOf('digest-french', { url: 'https://handcourier.example/gel-first-thumb-splint', issued: '2025-02-27' });
    expect(outcome).toMatchObject({
      because: expect.stringMatching(/^the same address; dated 2025-02-27 there and 2025-\d\d-\d\d here$/) as string,
    });
  });

  it('and the editor is told when its text is no longer the one of the snapshot', async () => {
    const outcome = await outcomeOf('leaflet', { isbn: '978-0-306-40615-7', snapshot: `sha256-${'0'.repeat(64)}` });
    expect(outcome).toMatchObject({
      because: 'the same ISBN 978-0-306-40615-7; its text differs from the one taken then, so see whether the digest still holds',
    });
  });
});

describe('an article is new', () => {
  it.each([
    ['when only the title is the same', 'maker-page', { title: 'How does a gel thumb splint work?', publisher: 'Somebody Else' }],
    [
      'when title and publisher are the same and the year is another',
      'maker-page',
      { title: 'How does a gel thumb splint work?', publisher: 'Gelwerk', issued: '2014' },
    ],
    ['when another page of its site is held', 'digest-french', { url: 'https://www.handcourier.example/other/' }],
    ['when the front page of its site is held', 'digest-french', { url: 'https://www.handcourier.example/' }],
    ['when nothing is held', 'leaflet', {}],
  ])('%s', async (_, name, fields) => expect(await outcomeOf(name, fields)).toMatchObject({ state: 'drafted' }));
});

describe('held sources', () => {
  const files = (text: string) => toKnownSources([{ path: 'sources/a-2020-b.md', bytes: bytesOf(text) }], 'content');

  it('count also when their fields are not valid', () => {
    expect(
      files('---\nkind: nonsense\ntitle: 7\ndoi: 10.1234/a\naliases: [/x, 5]\nauthors: [{ organisation: Gelwerk }, 3]\n---\n'),
    ).toEqual([
      {
        id: 'a-2020-b',
        file: 'content/sources/a-2020-b.md',
        title: '7',
        doi: '10.1234/a',
        aliases: ['/x', '5'],
        houses: ['Gelwerk'],
        families: [],
      },
    ]);
  });

  it('count also when their YAML is broken in the middle of an edit', () => {
    const [source] = files(
      `---\ntitle: "A "quoted" title"\nisbn: '978-0-306-40615-7'\nsnapshot: sha256-abc\naliases:\n  - /papers/a\n---\n`,
    );
    expect(source).toMatchObject({ isbn: '978-0-306-40615-7', snapshot: 'sha256-abc', aliases: ['/papers/a'] });
  });

  it('are sources only, and keep their ids from being given again', () => {
    const raw = ['questions/q.mdx', 'terms.yaml', 'sources/notes.txt', 'sources/a.md'].map((path) => ({ path, bytes: bytesOf('') }));
    expect(toKnownSources(raw, 'content').map(({ id }) => id)).toEqual(['a']);
  });
});

describe('each shape is recognised by what stands in it', () => {
  it.each([
    ['digest-french', 'digest'],
    ['digest-english', 'digest'],
    ['leaflet', 'leaflet'],
    ['answer-unnumbered', 'question and answer'],
    ['answer-numbered', 'question and answer'],
    ['maker-page', 'web article'],
    ['walk-through', 'web article'],
    ['french-page', 'web article'],
    ['dense-page', 'web article'],
    ['markdown-answer', 'question and answer'],
  ])('%s as %s', async (name, origin) => {
    const read = await parseDocument({ name, bytes: fixtureBytes(name) });
    expect(isRefusal(read) ? read.reason : read.origin).toBe(origin);
  });

  it('with headings, disclaimers, boilerplate and the doubts about a review told apart', async () => {
    const articleOf = async (name: string) => {
      const read = await parseDocument({ name, bytes: fixtureBytes(name) });
      const article = isRefusal(read) ? read : read.taken[0]?.article;
      if (!article || isRefusal(article)) throw new Error(article?.reason);
      return article;
    };
    const maker = await articleOf('maker-page');
    expect(maker.headings.map(({ text }) => text)).toEqual(expect.arrayContaining(['Can I swim with it?', 'Is it the same as plaster?']));
    expect(maker.text).toContain('\na sleeve in four sizes\na gel that sets within minutes\na strap for the wrist\n');
    expect(maker.doubts.join()).toContain('Gelwerk Clinical Team');
    expect(maker.disclaimers).toHaveLength(1);
    expect(maker.boilerplate).toContain('Related Gelwerk articles');
    expect(maker.text).not.toMatch(/Skip to|Disclaimer|Reviewed by|thumb splintgel|\|/);
    const steps = ['Step 1: Padding', 'Step 2: Wetting the Roll', 'Step 3: Winding and Drying'];
    expect((await articleOf('walk-through')).headings.map(({ text }) => text)).toEqual(expect.arrayContaining(steps));
    expect((await articleOf('answer-unnumbered')).doubts.join()).toContain('“pending human review”');
  });
});

it('every fixture is met by a second run as known', async () => {
  const all = (drafts?: ReturnType<typeof held>[]) => Promise.all(fixtureNames.map((name) => outcomeOfFile(fixtureBytes(name), drafts)));
  const drafts = (await all()).flatMap((outcome) => (outcome.state === 'drafted' ? [held(outcome.fields, outcome.id)] : []));
  expect(drafts).toHaveLength(fixtureNames.length);
  expect((await all(drafts)).map(({ state }) => state)).toEqual(fixtureNames.map(() => 'known'));
});
