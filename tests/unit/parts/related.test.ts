import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { buildRelated } from '../../../src/parts/related.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

const pitfalls = (...ids: string[]) => [{ says: 'A mistake.', from: ids.map((source) => ({ source })) }];
const sources = ['rare-2020-one', 'usual-2020-two', 'other-2020-three'].map((id) => madeSource(id));
const related = (parts: Omit<Parameters<typeof madeLibrary>[0], 'sources'>, more = sources) =>
  buildRelated(buildEvidenceGraph(madeLibrary({ sources: more, ...parts }), '2026-11-20'));

describe('related pages', () => {
  it('share sources and terms, and what few pages share brings nearer than what many do', () => {
    const topics = [
      madeTopic('here', { terms: ['rind'], pitfalls: pitfalls('rare-2020-one', 'usual-2020-two') }),
      madeTopic('near', { pitfalls: pitfalls('rare-2020-one') }),
      madeTopic('far', { pitfalls: pitfalls('usual-2020-two') }),
      madeTopic('further', { pitfalls: pitfalls('usual-2020-two') }),
      madeTopic('nowhere', { pitfalls: pitfalls('other-2020-three') }),
      madeTopic('nearest', { terms: ['rind'], pitfalls: pitfalls('rare-2020-one', 'usual-2020-two') }),
    ];
    expect(
      related({ topics, terms: [madeTerm('rind')] })
        .get('/topics/here/')
        ?.map(({ href, why }) => [href, why]),
    ).toEqual([
      ['/topics/nearest/', '2 sources and 1 term in common'],
      ['/topics/near/', '1 source in common'],
      ['/topics/far/', '1 source in common'],
      ['/topics/further/', '1 source in common'],
    ]);
  });

  it('leave out what the page lists already: the questions of a topic, the topics of a question', () => {
    const speaks = madeSource('moon-2020-cheese', { findings: ['mine', 'yours'].map((id) => madeFinding(id, 'for')) });
    const topics = [
      madeTopic('legs', { pitfalls: pitfalls('moon-2020-cheese') }),
      madeTopic('arms', { pitfalls: pitfalls('moon-2020-cheese') }),
    ];
    const questions = [madeQuestion('mine', { topics: ['legs'] }), madeQuestion('yours', { topics: ['arms'] })];
    const found = related({ topics, questions }, [speaks]);
    expect(found.get('/topics/legs/')?.map(({ href }) => href)).toEqual(['/questions/yours/', '/topics/arms/']);
    expect(found.get('/questions/mine/')?.map(({ href }) => href)).toEqual(['/questions/yours/', '/topics/arms/']);
  });

  it('are not found through a source that nearly every page cites', () => {
    const topics = Array.from({ length: 60 }, (_, i) => madeTopic(`topic-${i}`, { pitfalls: pitfalls('usual-2020-two') }));
    expect(related({ topics }).get('/topics/topic-1/')).toEqual([]);
  });
});
