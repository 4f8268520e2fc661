import { describe, expect, it } from 'vitest';
import { ingestDocument } from '../../../src/ingest/pipeline.ts';
import type { InputDocument } from '../../../src/ingest/document.ts';
import { limits, parseInWorker } from '../../../src/ingest/parse-in-worker.ts';
import { bytesOf, fixtureBytes } from './fixture.ts';

describe('one article costs so much and no more', () => {
  const paragraph =
    '<p>The thumb was held for a week by a splint of gel, and those who wore it could hold a key again sooner than the rest.<sup><a href="#r1">1</a></sup></p>\n';
  const large = `<!doctype html><html lang="en"><title>A long look at splints</title><nav>Menu</nav><article><h1>A long look at splints</h1>${Array.from({ length: 34_000 }, (_, i) => (i % 100 ? '' : `<h2>Part ${i / 100 + 1}</h2>`) + paragraph).join('')}</article></html>`;

  it('an article of five megabytes is read within it', async () => {
    expect(large.length).toBeGreaterThan(5_000_000);
    const [one] = await ingestDocument({ name: 'large.html', bytes: bytesOf(large) }, [], '2026-11-20');
    expect(one?.outcome).toMatchObject({ state: 'drafted' });
    expect(one?.article?.headings).toHaveLength(340);
    expect(one?.article?.text).not.toContain('Menu');
  });

  it.each([
    ['elements without end', '<br>'.repeat(250_000), 'The page has more than 200,000 parts, more than any article.'],
    [
      'elements within elements without end',
      '<div>'.repeat(100_000),
      'The parts of the page stand within each other more than 2,000 deep, as no article does.',
    ],
    ['text without end', 'a'.repeat(9_000_000), 'The file is larger than 8 MB, too large for one article.'],
  ])('%s are refused', async (_, body, reason) => {
    const [one] = await ingestDocument({ name: 'a.html', bytes: bytesOf(`<!doctype html>${body}`) }, [], '2026-11-20');
    expect(one?.outcome).toMatchObject({ state: 'refused', reason });
  });

  it('markup nested as deep as is taken is read, and its words kept', async () => {
    const deep = `<!doctype html><title>On splints</title>${'<div>'.repeat(1_500)}${paragraph.repeat(4)}${'</div>'.repeat(1_500)}`;
    const [one] = await ingestDocument({ name: 'a.html', bytes: bytesOf(deep) }, [], '2026-11-20');
    expect(one?.article?.text).toContain('sooner than the rest');
  });

  it('in time: what takes longer is stopped, said, and does not hold up the next', async () => {
    const leaflet: InputDocument = { name: 'leaflet.txt', bytes: fixtureBytes('leaflet') };
    const [slow, next] = await Promise.all([
      parseInWorker({ name: 'large.html', bytes: bytesOf(large) }, { ...limits, milliseconds: 5 }),
      parseInWorker(leaflet),
    ]);
    expect(slow).toMatchObject({ reason: 'Reading it took longer than 0.005 seconds and was stopped.' });
    expect(next).toMatchObject({ origin: 'leaflet' });
  });

  it('in memory: what takes more is stopped and said', async () => {
    const heavy = await parseInWorker({ name: 'large.html', bytes: bytesOf(large) }, { ...limits, megabytes: 20 });
    expect(heavy).toMatchObject({ reason: 'Reading it took more than 20 MB of memory and was stopped.' });
  });

  it('and the limits are those that the project promises', () => expect(limits).toEqual({ milliseconds: 30_000, megabytes: 700 }));
});
