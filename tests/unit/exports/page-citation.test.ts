import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, it } from 'vitest';
import { citationFiles } from '../../../src/exports/citation-file.ts';
import { versionOf } from '../../../src/parts/review-state.ts';
import type { PathwayEntry } from '../../../src/library/library.ts';
import { madePathway } from '../evidence/made-pathway.ts';
import { madeQuestion, madeSource, madeTopic } from '../made.ts';

const site = { name: 'Patency', url: 'https://patency.example', language: 'en-GB' };
const topic = madeTopic('legs', { title: 'Legs & 100% of {veins}', updated: '2026-03-07' }, 'Text.');
const files = Object.fromEntries(citationFiles('topic', topic, site).map((file) => [file.ending, file]));
const version = versionOf(topic);

describe('a page as a work to cite', () => {
  it('is named in Vancouver style with version, day and address', () => {
    expect(files['txt']?.text).toBe(
      `Patency. Legs & 100% of {veins} [Internet]. Version ${version}. Patency; 2026 [updated 2026 Mar 7]. Available from: https://patency.example/topics/legs/\n`,
    );
  });

  it('keeps the question mark of a question', () => {
    const [vancouver] = citationFiles('question', madeQuestion('rinds', { question: 'Are rinds good?' }), site);
    expect(vancouver?.text).toContain('Patency. Are rinds good? [Internet]. Version ');
  });

  it('comes as BibTeX that a parser reads back', () => {
    const [entry] = new Cite(files['bib']?.text ?? '').data as Record<string, unknown>[];
    expect(entry).toMatchObject({
      'citation-key': 'patency-topic-legs',
      title: 'Legs & 100% of {veins}',
      URL: 'https://patency.example/topics/legs/',
    });
    expect(files['bib']?.text).toContain('month = mar,');
  });

  it('comes as RIS with one tag a line and an end', () => {
    const lines = (files['ris']?.text ?? '').split('\r\n');
    expect(lines[0]).toBe('TY  - ELEC');
    expect(lines).toContain(`ET  - Version ${version}`);
    expect(lines).toContain('DA  - 2026/03/07');
    expect(lines.at(-2)).toBe('ER  - ');
  });

  it('comes as CSL-JSON', () => {
    expect(JSON.parse(files['json']?.text ?? '')).toEqual([
      {
        id: 'patency-topic-legs',
        type: 'webpage',
        title: 'Legs & 100% of {veins}',
        author: [{ literal: 'Patency' }],
        issued: { 'date-parts': [[2026, 3, 7]] },
        'container-title': 'Patency',
        version,
        URL: 'https://patency.example/topics/legs/',
        language: 'en-GB',
      },
    ]);
  });

  it('can be a pathway, under the name of its collection', () => {
    const pathway = {
      ...madePathway({ title: 'Which rind', updated: '2026-03-07' }),
      id: 'rinds',
      file: '',
      body: '',
    } as unknown as PathwayEntry;
    const [vancouver, bibtex] = citationFiles('pathway', pathway, site);
    expect(vancouver?.text).toMatch(/^Patency\. Which rind \[Internet\]\. Version [0-9a-f]{8}\. .*\/pathways\/rinds\/\n$/);
    expect(bibtex?.text).toContain('@misc{patency-pathway-rinds,');
  });

  it('has its files beside it, each under a name of its own', () => {
    expect(citationFiles('topic', topic, site).map(({ href, name }) => [href, name])).toContainEqual(['/topics/legs/cite.bib', 'legs.bib']);
    const hrefs = citationFiles('source', madeSource('moon-2020-cheese'), site).map(({ href }) => href);
    expect(hrefs).toContain('/sources/moon-2020-cheese/cite.ris');
    expect(new Set(hrefs).size).toBe(hrefs.length);
  });
});

describe('the version of a page', () => {
  it('changes with what the page says, and with nothing else', () => {
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(versionOf({ ...topic, body: 'Other text.' })).not.toBe(version);
    expect(versionOf({ ...topic, summary: 'Other.' })).not.toBe(version);
    expect(versionOf({ ...topic, file: 'elsewhere.mdx', aliases: ['/old'], autolink: false })).toBe(version);
  });
});
