import { describe, expect, it } from 'vitest';
import { registryInUrl } from '../../../src/ingest/identifiers.ts';
import { toKnownSource } from '../../../src/ingest/source-index.ts';
import { bytesOf, ingest } from './fixture.ts';

const FILE = 'content/sources/held-2020-one.md';
const held = (fields: Record<string, unknown>) => [toKnownSource('held-2020-one', FILE, fields)];
const ris = (fields: Record<string, string>): Uint8Array =>
  bytesOf(
    `TY  - JOUR\n${Object.entries(fields)
      .map(([tag, value]) => `${tag}  - ${value}\n`)
      .join('')}ER  - \n`,
  );
const paper = { TI: 'Thumb sprain', AU: 'Sample, Ada', PY: '2020', JO: 'J Thumb Ex', VL: '9', SP: '11' };
const other = {
  title: 'Thumb sprain',
  authors: [{ family: 'Sample' }],
  issued: '2020',
  container: 'Journal of Thumb Examples',
  volume: '9',
  pages: '11-19',
};
const outcomeOf = async (bytes: Uint8Array, fields: Record<string, unknown>) => {
  const [one] = await ingest({ name: 'file.ris', bytes }, held(fields));
  if (!one) throw new Error('Expected one article.');
  return one;
};

describe('two papers of one title and author', () => {
  it.each([
    ['are one where journal, volume and first page agree, however the journal is shortened', {}, 'known'],
    ['are one where the source lacks what would tell', { volume: undefined, pages: undefined, container: undefined }, 'known'],
    ['are two where the volume is another', { volume: '10' }, 'drafted'],
    ['are two where the first page is another', { pages: '211-219' }, 'drafted'],
    ['are two where the journal is another', { container: 'Annals of Invented Hands', volume: '9' }, 'drafted'],
    ['are two where the year is another', { issued: '2014' }, 'drafted'],
  ])('%s', async (_, change, state) => {
    expect((await outcomeOf(ris(paper), { ...other, ...change })).outcome.state).toBe(state);
  });

  it('and of two, the draft says where the other stands and by what they were told apart', async () => {
    const { outcome } = await outcomeOf(ris(paper), { ...other, volume: '10', pages: '3-9' });
    expect(outcome).toMatchObject({
      text: expect.stringContaining('has the same title and author and another `volume`, `pages`') as string,
    });
  });
});

describe('an article that comes again changed says in what', () => {
  it.each([
    ['its title', { title: 'Thumb sprains' }, 'its title is “Thumb sprains” there and “Thumb sprain” here'],
    ['its date', { issued: '2020-02-01' }, 'dated 2020-02-01 there and 2020 here'],
    ['its authors', { authors: [{ family: 'Muster' }] }, 'its authors changed (+ Sample, − Muster)'],
    ['its volume', { volume: '8' }, 'its volume is 8 there and 9 here'],
    ['its text', { snapshot: `sha256-${'0'.repeat(64)}` }, 'its text differs from the one taken then'],
  ])('%s', async (_, change, says) => {
    const { outcome } = await outcomeOf(ris({ ...paper, DO: '10.1234/jte.1' }), { ...other, doi: '10.1234/jte.1', ...change });
    expect(outcome).toMatchObject({ state: 'known', because: expect.stringContaining(says) as string });
  });
});

it('a page that comes again with other headings says which', async () => {
  const page = (heading: string) =>
    bytesOf(
      `<!doctype html><html lang="en"><title>On splints</title><link rel="canonical" href="https://courier.example/splints"><article><h1>On splints</h1><h2>How it holds</h2><p>${'The splint is worn on the thumb for four weeks. '.repeat(12)}</p><h2>${heading}</h2><p>${'Those who wore it could hold a key again. '.repeat(12)}</p></article></html>`,
    );
  const [first] = await ingest({ name: 'a.html', bytes: page('What it costs') });
  if (first?.outcome.state !== 'drafted') throw new Error('Expected a draft.');
  const [again] = await ingest({ name: 'a.html', bytes: page('What may go wrong') }, [toKnownSource('a', FILE, first.outcome.fields)]);
  expect(again?.outcome).toMatchObject({
    state: 'known',
    because: expect.stringContaining('headings new: “What may go wrong”; headings gone: “What it costs”; its text differs') as string,
  });
});

describe('a trial in a registry', () => {
  it.each([
    ['https://clinicaltrials.gov/study/NCT09990060?term=thumb&rank=3', 'NCT09990060'],
    ['https://clinicaltrials.gov/ct2/show/study/nct09990060', 'NCT09990060'],
    ['https://classic.clinicaltrials.gov/ct2/show/results/NCT09990060', 'NCT09990060'],
    ['https://trialsearch.who.int/Trial2.aspx?TrialID=NCT09990060', 'NCT09990060'],
    ['http://www.isrctn.com/ISRCTN12345678?q=&filters=', 'ISRCTN12345678'],
    ['https://www.clinicaltrialsregister.eu/ctr-search/trial/2012-001234-12/GB', 'EUCTR2012-001234-12'],
    ['https://anzctr.org.au/ACTRN12605000213606.aspx', 'ACTRN12605000213606'],
    ['https://drks.de/search/en/trial/DRKS00012345', 'DRKS00012345'],
    ['https://clinicaltrials.gov/search?term=NCT09990060', undefined],
    ['https://hands.example/news/NCT09990060', undefined],
  ])('is told by its address: %s', (address, number) => expect(registryInUrl(address)).toBe(number));

  it('is one source under all its addresses', async () => {
    const feed = `<rss version="2.0"><channel><title>Trials</title><item><title>Gel</title><link>https://trialsearch.who.int/Trial2.aspx?TrialID=NCT09990060</link></item></channel></rss>`;
    const [one] = await ingest({ name: 'a.xml', bytes: bytesOf(feed) }, held({ url: 'https://clinicaltrials.gov/ct2/show/NCT09990060' }));
    expect(one?.outcome).toMatchObject({ state: 'known', file: FILE });
  });
});
