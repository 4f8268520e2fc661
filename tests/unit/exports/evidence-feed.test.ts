/** Feeds of the evidence: a change is told once, in exactly the feeds it belongs to, and the same content gives the same bytes. */
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { parseFeed } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { evidenceFeeds, feedEntries, feedFiles } from '../../../src/exports/evidence-feed.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import type { SourceHistory } from '../../../src/schema/history.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTopic } from '../made.ts';

const site = {
  name: 'Rinds',
  description: 'On rinds & more.',
  url: 'https://rinds.example/',
  language: 'en-GB',
  licence: { content: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
};
const trial = madeSource('moon-2020-cheese', { findings: [madeFinding('rinds', 'none', { id: 'f', gist: 'Less <rind> & more' })] });
const review = madeSource('sun-2021-milk', { kind: 'systematic-review', findings: [madeFinding('milk', 'none', { id: 'g' })] });
const row = (id: string, ...changes: SourceHistory['findings'][number]['changes']) => ({ id, since: '2026-01-02', changes });
const graphOf = (...changes: SourceHistory['findings'][number]['changes']): EvidenceGraph =>
  buildEvidenceGraph(
    madeLibrary({
      sources: [trial, review],
      questions: [madeQuestion('rinds'), madeQuestion('milk', { topics: ['dairy'] })],
      topics: [
        madeTopic('legs', { section: 'shelf' }),
        madeTopic('dairy', { section: 'fridge', pitfalls: [{ says: 'A.', from: [{ source: review.id }] }] }),
      ],
      histories: [
        { source: trial.id, findings: [row('f', ...changes)], results: [] },
        { source: review.id, findings: [row('g', { on: '2026-02-02', what: 'sentence' })], results: [] },
      ],
    }),
    '2026-06-01',
  );

const idsOf = (graph: EvidenceGraph) => new Map(evidenceFeeds(graph).map(({ name, entries }) => [name, entries.map(({ id }) => id)]));

describe('a changed finding', () => {
  it('is one new entry in each feed that it belongs to, and in no other', () => {
    const [before, after] = [idsOf(graphOf()), idsOf(graphOf({ on: '2026-03-04', what: 'grade', was: '2C', is: '1B' }))];
    const fresh = [...after].map(([name, ids]) => [name, ids.filter((id) => !before.get(name)?.includes(id)).length] as const);
    expect(fresh.filter(([, count]) => count > 0)).toEqual([
      ['', 1],
      ['topics/legs', 1],
      ['questions/rinds', 1],
      ['kinds/trial', 1],
    ]);
    const lost = [...before].filter(([name, ids]) => ids.some((id) => !after.get(name)?.includes(id)));
    expect(lost).toEqual([]);
  });

  it('says what changed in which claim, how it reads now, and that nobody has approved it', () => {
    const [newest] = feedEntries(graphOf({ on: '2026-03-04', what: 'grade', was: '2C', is: '1B' }));
    expect(newest).toMatchObject({
      on: '2026-03-04',
      title: 'Changed finding: Moon, 2020, rinds',
      says: 'Grade: 2C, now 1B. It now reads: Less <rind> & more. Under review: no clinician has approved the page.',
      href: '/sources/moon-2020-cheese/#finding-moon-2020-cheese--f',
    });
  });

  it('whose sentence was rewritten is not said to be gone', () => {
    const [newest] = feedEntries(graphOf({ on: '2026-03-04', what: 'sentence', was: 'A sentence that stood there for a while.' }));
    expect(newest?.says).toMatch(/^Sentence: changed\. It now reads: Less/);
  });

  it('that is still to come is not told', () => {
    expect(feedEntries(graphOf({ on: '2026-07-04', what: 'grade' })).filter(({ on }) => on > '2026-06-01')).toEqual([]);
  });
});

it('never hands on as markup what somebody wrote', () => {
  const changed = graphOf({ on: '2026-03-04', what: 'grade', was: '2C', is: '1B' });
  const rss = feedFiles(changed, site).find(({ path }) => path === 'feeds/rss.xml')?.text ?? '';
  expect(parseRssFeed(rss).items?.[0]?.description).toContain('Less &lt;rind> &amp; more');
});

describe('the files of the feeds', () => {
  const files = feedFiles(graphOf(), site);
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';

  it('say the same in all forms, to the reader of their own package and to another', () => {
    const [atom, rss, json] = ['atom.xml', 'rss.xml', 'feed.json'].map((name) => textOf(`feeds/questions/rinds/${name}`));
    const titles = ['New source: Moon, 2020'];
    expect(parseAtomFeed(atom ?? '').entries?.map(({ title }) => title?.value)).toEqual(titles);
    expect(parseRssFeed(rss ?? '').items?.map(({ title }) => title)).toEqual(titles);
    expect(parseJsonFeed(json ?? '').items?.map(({ title }) => title)).toEqual(titles);
    for (const text of [atom, rss]) {
      const read = parseFeed(text ?? '');
      expect(read?.items.map(({ title, link }) => [title, link])).toEqual([[titles[0], 'https://rinds.example/sources/moon-2020-cheese/']]);
      expect(read?.title).toBe('Is rinds so? · Patency');
    }
  });

  it('are all in the list for feed readers', () => {
    const listed = parseOpml(textOf('feeds/opml.xml')).body?.outlines?.map(({ xmlUrl }) => xmlUrl);
    const atoms = files.filter(({ path }) => path.endsWith('atom.xml')).map(({ path }) => `https://rinds.example/${path}`);
    expect(atoms.length).toBeGreaterThan(5);
    expect(listed).toEqual(atoms);
  });
});

it('the shipped feeds have no id twice, no entry of tomorrow, and the same bytes whenever they are made', async () => {
  const library = withoutDrafts((await readContent('content')).library);
  const [one, again] = [buildEvidenceGraph(library, '2026-11-27'), buildEvidenceGraph(library, '2026-11-27')];
  const entries = feedEntries(one);
  expect(entries.length).toBeGreaterThan(100);
  const seen = Map.groupBy(entries, ({ id }) => id);
  expect([...seen.values()].filter((same) => same.length > 1).map(([first]) => first?.title)).toEqual([]);
  expect(entries.filter(({ on }) => !/^\d{4}-\d\d-\d\d$/.test(on) || on > '2026-11-27')).toEqual([]);
  expect(feedFiles(again, site)).toEqual(feedFiles(one, site));
});
