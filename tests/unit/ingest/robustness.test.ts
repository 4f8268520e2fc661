import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toDraftText } from '../../../src/ingest/draft.ts';
import { toContent } from '../../../src/library/content.ts';
import { source } from '../../../src/schema/source.ts';
import { noVocabulary } from '../../../src/schema/vocabulary.ts';
import { bytesOf, fixtureBytes, fixtureNames, outcomeOfFile } from './fixture.ts';

const states = ['drafted', 'refused'];

/** Whatever went in, a draft that comes out is a source that can be read back. */
const expectSound = async (bytes: Uint8Array): Promise<void> => {
  const outcome = await outcomeOfFile(bytes);
  expect(states).toContain(outcome.state);
  if (outcome.state !== 'drafted') return;
  const { unreadable, library } = toContent([{ path: `sources/${outcome.id}.md`, bytes: bytesOf(outcome.text) }]);
  expect(unreadable).toEqual([]);
  expect([...library.sources.keys()]).toEqual([outcome.id]);
};

describe('ingest never crashes and never makes a draft that cannot be read', { timeout: 60_000 }, () => {
  it('for any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), expectSound));
  });

  it('for any lines under any of the recognised heads', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', 'References', '1. A thing, 2019', 'Guideline', '- x 1', '# y', 'By Ada Sample', 'z. 2'),
    );
    const head = fc.constantFrom(
      'Skip to content\nSite\nHome › A title of it\n4 May 2020 by Ada\nA title of it\n\n',
      'A leaflet\nInformation for patients\nPublished: 4 May 2020\n',
      'Does it work?\n\nReferences\n\n',
    );
    await fc.assert(fc.asyncProperty(head, fc.array(line), (top, lines) => expectSound(bytesOf(top + lines.join('\n')))));
  });

  it('for any values in the frontmatter of a digest', async () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null), fc.array(fc.string()));
    const fields = fc.record({
      title: value,
      date: value,
      summary: value,
      permalink: value,
      imageCredit: value,
      imageUrl: value,
      tags: value,
    });
    await fc.assert(
      fc.asyncProperty(fields, async (values) => {
        const yaml = Object.entries(values).map(([key, each]) => `${key}: ${JSON.stringify(each)}`);
        await expectSound(bytesOf(`---\n${yaml.join('\n')}\nsourceUrl: https://example.org/a\n---\n`));
      }),
    );
  });

  it('for every fixture cut off at any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fixtureNames), fc.nat(3000), (name, length) => expectSound(fixtureBytes(name).slice(0, length))),
    );
  });
});

it('a draft reads back as the very fields that were written, whatever its title holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.array(fc.string({ minLength: 1 })), (title, outline) => {
      const draft = source(noVocabulary).parse({
        kind: 'news',
        title,
        issued: '2020',
        language: 'en',
        retrieved: '2026-11-20',
        coverage: 'teaser',
        status: 'draft',
        outline,
      });
      const text = toDraftText(draft);
      const yaml = typeof text === 'string' ? text.slice(4, text.lastIndexOf('\n---\n')) : '';
      expect(parse(yaml, { schema: 'core' })).toEqual(draft);
    }),
  );
});

it('a long file of anything awkward is taken in without getting stuck', async () => {
  for (const piece of ['a ', '1. ', 'The post ', '[1', 'Step 1: ', '. 1 ', '- x\n', 'Home › ', '&amp;', '\n\nAb\n\n']) {
    expect(states).toContain((await outcomeOfFile(bytesOf(`A title of it\nHome\n${piece.repeat(30_000 / piece.length)}`))).state);
  }
});
