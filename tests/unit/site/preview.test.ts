import { describe, expect, it } from 'vitest';
import { toCard, toPlace } from '../../../src/site/preview-card.client.ts';

import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { buildPreviews } from '../../../src/site/preview.ts';
import { previewUrl } from '../../../src/parts/urls.ts';
import { madeLibrary, madeFinding, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

const body = ['public', 'student', 'clinician']
  .map((register) => `<Answer for="${register}">\n\nFor the ${register} [@moon-2020-cheese].\nIt **holds**.\n\n</Answer>`)
  .join('\n\n');
const cheese = madeSource('moon-2020-cheese', {
  kind: 'trial',
  title: 'De la lune',
  language: 'fr',
  issued: '2020-03-01',
  findings: [
    madeFinding('rinds', 'for', { locator: 'Results, paragraph 1' }),
    madeFinding('rinds', 'for', { locator: 'Table 2' }),
    madeFinding('holes', 'for', { locator: 'Discussion' }),
  ],
});
const library = madeLibrary({
  sources: [cheese],
  questions: [madeQuestion('rinds', { question: 'Are rinds good?' }, body), madeQuestion('holes')],
  topics: [madeTopic('legs', { title: 'On legs', summary: 'Legs in short.' })],
  terms: [madeTerm('rind', { name: 'rind', abbreviations: ['RND'], definition: 'The outer part.' })],
});
const previews = buildPreviews(buildEvidenceGraph(library, '2026-11-20'));
const read = (address: string, register?: string, path = '/') => {
  const preview = previews.get(address);
  if (!preview) throw new Error(`There is no preview of ${address}.`);
  return toCard(preview, { register, path });
};

describe('a card', () => {
  it('of a source says what it is, who paid, how far it was reviewed and read', () => {
    expect(read('/sources/moon-2020-cheese/')).toEqual({
      kind: 'Randomised trial · 1 March 2020',
      title: 'De la lune',
      language: 'fr',
      badge: 'Full text',
      text: '',
      facts: ['Funding: not reported', 'Under review'],
    });
  });

  it('of a source says first of all when something is wrong with it', () => {
    const gone = madeSource('gone-2019-rind', { retracted: { on: '2020-01-01', notice: 'https://example.org/notice' } });
    const cards = buildPreviews(buildEvidenceGraph(madeLibrary({ sources: [gone] }), '2026-11-20'));
    expect(cards.get('/sources/gone-2019-rind/')?.facts[0]).toBe('Retracted');
  });

  it('of a source says on the page of a question where the source answers it', () => {
    expect(read('/sources/moon-2020-cheese/', undefined, '/questions/rinds/').facts[0]).toBe('Here: Results, paragraph 1; Table 2');
    expect(read('/sources/moon-2020-cheese/', undefined, '/questions/other/').facts[0]).toBe('Funding: not reported');
  });

  it('of a question has the wording that the reader chose, or else that for clinicians, without citations and marks', () => {
    expect(read('/questions/rinds/', 'public').text).toBe('For the public. It holds.');
    expect(read('/questions/rinds/').text).toBe('For the clinician. It holds.');
    expect(read('/questions/rinds/').facts).toContain('No recommendation found');
  });

  it('of a term is its definition, and of a topic its summary', () => {
    expect(read('/glossary/rind/')).toMatchObject({ kind: 'Term · RND', title: 'Rind', text: 'The outer part.' });
    expect(read('/topics/legs/')).toMatchObject({ kind: 'Concept', title: 'On legs', text: 'Legs in short.' });
  });

  it('has a file for every page that has one, and no other page is asked for', () => {
    for (const address of previews.keys()) expect(previewUrl(address)).toBe(`/previews${address.slice(0, -1)}.json`);
    for (const address of ['/', '/topics/', '/about/method/', '/pathways/compare/', '/topics/a/cite.bib'])
      expect(previewUrl(address)).toBeUndefined();
  });
});

describe('the place of a card', () => {
  const view = { width: 800, height: 600 };
  it.each([
    ['below its link', { left: 10, top: 20, bottom: 40 }, { left: 10, top: 46 }],
    ['above it at the foot of the window', { left: 10, top: 540, bottom: 560 }, { left: 10, top: 434 }],
    ['within the right edge', { left: 700, top: 20, bottom: 40 }, { left: 492, top: 46 }],
    ['within the left edge', { left: -20, top: 20, bottom: 40 }, { left: 8, top: 46 }],
  ])('is %s', (_, link, place) => {
    expect(toPlace(link, { width: 300, height: 100 }, view)).toEqual(place);
  });

  it('stays below where neither side has room', () => {
    expect(toPlace({ left: 0, top: 50, bottom: 70 }, { width: 300, height: 580 }, view).top).toBe(76);
  });
});
