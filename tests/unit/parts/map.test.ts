/** What a map counts on which segment, where it leads, and that the drawing has a named link for each. */
import { describe, expect, it } from 'vitest';
import { drawMap } from '../../../src/figures/map.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { toCoverage, toMap } from '../../../src/parts/figures/map.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { ofClass, readSvg } from '../figures/svg-nodes.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm } from '../made.ts';

const advice = { kind: 'guideline', jurisdiction: 'Moon' };
const finding = (question: string, population: string, intervention = 'any-removal') =>
  madeFinding(question, 'for', { population, intervention, locator: 'p. 1' });
const pico = { intervention: 'any-removal', comparator: 'nothing', outcome: 'symptoms' };
const library = madeLibrary({
  sources: [
    madeSource('low-2020-club', {
      ...advice,
      shortTitle: 'LOW',
      terms: { distal: 'low' },
      findings: [finding('calf', 'distal'), finding('calf', 'any')],
    }),
    madeSource('high-2021-club', { ...advice, shortTitle: 'HIGH', terms: { distal: 'high' }, findings: [finding('thigh', 'distal')] }),
    madeSource('mute-2022-club', {
      ...advice,
      findings: [finding('calf', 'distal'), finding('thigh', 'femoropopliteal'), finding('cage', 'vte', 'filter')],
    }),
    madeSource('maker-2020-page', { kind: 'vendor', url: 'https://moon.example/', findings: [finding('thigh', 'iliofemoral')] }),
  ],
  questions: [
    madeQuestion('calf', { pico: { ...pico, population: 'calf' } }),
    madeQuestion('thigh', { pico: { ...pico, population: 'femoropopliteal' } }),
    madeQuestion('cage', { pico: { ...pico, population: 'vte', intervention: 'filter' } }),
  ],
  terms: [
    madeTerm('distal', {
      contested: 'Clubs differ.',
      senses: [
        { id: 'low', says: 'The calf alone.', covers: ['calf'] },
        { id: 'high', says: 'All below the groin.', covers: ['femoropopliteal', 'calf'] },
      ],
    }),
  ],
});
const [figure] = [...(await readContent('content')).library.figures.values()];
if (!figure) throw new Error('No figure is shipped.');
const view = toMap(buildEvidenceGraph(library, '2026-11-20'), figure);
const svg = readSvg(drawMap(view));
const links = svg.filter(({ name }) => name === 'a');

describe('the vein map', () => {
  it('counts a finding where it names the segment or its source’s word takes it in, and nowhere when the word has no border', () => {
    expect(Object.fromEntries(view.segments.map(({ id, findings }) => [id, findings]))).toEqual({
      cava: 1,
      iliac: 0,
      'common-femoral': 0,
      femoral: 2,
      popliteal: 2,
      calf: 2,
    });
    expect(view.general).toBe('1 more finding that counts is on any DVT of the leg, naming no segment.');
  });

  it('says who calls clot there “distal”, and draws how far down each reaches', () => {
    const called = Object.fromEntries(view.segments.map(({ id, called: words }) => [id, words]));
    expect(called['popliteal']).toEqual(['Femoropopliteal', '“distal” as HIGH uses it']);
    expect(called['calf']).toEqual(['Calf', '“distal” as LOW uses it', '“distal” as HIGH uses it']);
    expect(ofClass(svg, 'bar').map(({ attributes }) => attributes['data-word'])).toEqual(['distal-low', 'distal-high']);
  });

  it('leads to the question on the segment, or to the row of the table that says there is none', () => {
    expect(Object.fromEntries(view.segments.map(({ id, href }) => [id, href]))).toEqual({
      cava: '/questions/cage/',
      iliac: '/figures/vein-map/#segment-iliac',
      'common-femoral': '/figures/vein-map/#segment-common-femoral',
      femoral: '/questions/thigh/',
      popliteal: '/questions/thigh/',
      calf: '/questions/calf/',
    });
  });

  it('is drawn with one link for each segment, each with a name, a count in words and its address', () => {
    expect(links.map(({ attributes }) => attributes['href'])).toEqual(view.segments.map(({ href }) => href));
    expect(links.map(({ attributes }) => attributes['aria-label'])).toEqual(
      view.segments.map(({ name, count, coverage, leadsTo }) => `${name}, ${count}: ${coverage}. Leads to: ${leadsTo}`),
    );
    for (const [i, { inside }] of links.entries()) {
      const words = inside.filter(({ name }) => name === 'text').map(({ text }) => text);
      expect(words).toEqual([view.segments[i]?.name, `${view.segments[i]?.count}: ${view.segments[i]?.coverage}`]);
    }
  });

  it('fills a segment by a texture that goes with the word, never by colour alone', () => {
    const fills = new Map(links.map(({ inside }, i) => [view.segments[i]?.coverage, ofClass(inside, 'filling')[0]?.attributes['stroke']]));
    expect(fills).toEqual(
      new Map([
        ['few', 'url(#vein-map-few)'],
        ['none', 'var(--paper)'],
      ]),
    );
    expect(svg.filter(({ name }) => name === 'pattern').map(({ attributes }) => attributes['id'])).toContain('vein-map-few');
  });

  it('has words for any number', () => {
    expect([0, 1, 5, 6, 19, 20, 400].map(toCoverage)).toEqual(['none', 'few', 'few', 'several', 'several', 'many', 'many']);
  });
});
