/** How much hangs on an entry, and in which order the desk of the editors therefore shows them. */
import { describe, expect, it } from 'vitest';
import { buildDependents } from '../../../src/evidence/dependents.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { buildFlaws } from '../../../src/evidence/flaws.ts';
import { buildReviewQueue } from '../../../src/evidence/review-queue.ts';
import { withoutDrafts, type Library } from '../../../src/library/library.ts';
import { approvedLibrary, madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

const AS_OF = '2026-11-20';
const rinds = madeQuestion('rinds');

describe('the weight of an entry', () => {
  const trial = madeSource('trial', { findings: [madeFinding('rinds', 'for')] });
  const review = madeSource('review', { restsOn: [{ source: 'trial' }], findings: [madeFinding('crusts', 'for')] });
  const library = madeLibrary({
    sources: [
      trial,
      review,
      madeSource('loop-a', { restsOn: [{ source: 'loop-b' }] }),
      madeSource('loop-b', { restsOn: [{ source: 'loop-a' }] }),
    ],
    questions: [rinds, madeQuestion('crusts', { topics: ['feet'] })],
    topics: [
      madeTopic('legs', { pitfalls: [{ says: 'No.', from: [{ source: 'other' }] }] }),
      madeTopic('feet', { pitfalls: [{ says: 'No.', from: [{ source: 'other' }] }] }),
    ],
    terms: [madeTerm('legs')],
  });
  const dependents = buildDependents(buildEvidenceGraph(library, AS_OF));
  const of = (collection: string, id: string): string[] => [...dependents({ collection, id } as never)].sort();

  it('goes up the chain, over the questions and on to the topics that list them', () => {
    expect(of('source', 'trial')).toEqual(['question/crusts', 'question/rinds', 'source/review', 'topic/feet', 'topic/legs']);
    expect(of('source', 'review')).toEqual(['question/crusts', 'topic/feet']);
    expect(of('question', 'rinds')).toEqual(['topic/legs']);
    expect(of('topic', 'legs')).toEqual([]);
  });

  it('counts each page once and not the entry itself, even where a chain closes on itself', () => {
    expect(of('source', 'loop-a')).toEqual(['source/loop-b']);
  });

  it('puts the heaviest first', () => {
    const desk = { graph: buildEvidenceGraph(library, AS_OF), drafts: madeLibrary({}) };
    const { flaws } = buildFlaws(desk).find(({ name }) => name === 'unanchored') ?? { flaws: [] };
    expect(flaws.map(({ id, weight }) => [id, weight])).toEqual([
      ['trial', 5],
      ['review', 2],
    ]);
  });
});

describe('the queue of reviews', () => {
  it('has every page that a clinician approves by state, drafts left out, with the day on which it is due', () => {
    const sources = [
      madeSource('a', { status: 'submitted' }),
      madeSource('b', { retrieved: '2020-01-01' }),
      madeSource('c', { status: 'draft' }),
    ];
    const parts = { sources, questions: [rinds], terms: [madeTerm('rind')] };
    const rows = (library: Library) =>
      buildReviewQueue(buildEvidenceGraph(withoutDrafts(library), AS_OF)).map(({ state, pages }) => [
        state,
        pages.map(({ id, due, overdue }) => [id, due, overdue]),
      ]);
    expect(rows(madeLibrary(parts))).toEqual([
      ['submitted', [['a', '2028-01-01', false]]],
      [
        'under-review',
        [
          ['rinds', '2027-01-01', false],
          ['b', '2022-01-01', true],
          ['rind', '', false],
        ],
      ],
    ]);
    const approved = rows(approvedLibrary(parts, [['term', 'rind']]));
    expect(approved.at(-1)).toEqual(['approved', [['rind', '2027-02-01', false]]]);
  });
});
