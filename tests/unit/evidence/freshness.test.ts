import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { sourceDue } from '../../../src/evidence/freshness.ts';
import type { QuestionId, SourceId, TopicId } from '../../../src/schema/id.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTopic } from '../made.ts';

const legs = (body = '') => madeTopic('legs', { pitfalls: [{ says: 'x', from: [{ source: 'elsewhere' }] }] }, body);

function freshness(
  sources: ReturnType<typeof madeSource>[],
  options: { asOf?: string; body?: string; questions?: ReturnType<typeof madeQuestion>[] } = {},
) {
  const library = madeLibrary({ sources, topics: [legs(options.body)], questions: options.questions ?? [madeQuestion('q')] });
  const graph = buildEvidenceGraph(library, options.asOf ?? '2026-06-01').freshness;
  return {
    source: (id: string) => graph.sources.get(id as SourceId),
    question: graph.questions.get('q' as QuestionId),
    topic: graph.topics.get('legs' as TopicId),
  };
}

describe('freshness', () => {
  it('is fresh until the day of review, and names that day', () => {
    const source = madeSource('a', { kind: 'guideline', retrieved: '2025-06-01' });
    expect(freshness([source]).source('a')).toEqual({ state: 'fresh', due: '2026-06-01', reasons: [], page: 'under-review' });
    expect(freshness([source], { asOf: '2026-06-02' }).source('a')).toEqual({
      state: 'overdue',
      due: '2026-06-01',
      reasons: ['This source was due for review on 1 June 2026.'],
      page: 'under-review',
    });
  });

  it('spreads a retraction to the question with the finding and to the topic that lists it, with the way', () => {
    const gone = madeSource('a', { retracted: { on: '2026-03-27', notice: 'x' }, findings: [madeFinding('q', 'for')] });
    const { source, question, topic } = freshness([gone]);
    expect(source('a')?.reasons).toEqual(['This source was retracted on 27 March 2026.']);
    expect(question).toMatchObject({
      state: 'retracted',
      reasons: ['This question has a finding of Moon 2020, which was retracted on 27 March 2026.'],
    });
    const named = freshness([gone], { questions: [madeQuestion('q', { short: 'The question' })] }).topic;
    expect(named?.reasons).toEqual([
      'This page lists the question “The question”, which has a finding of Moon 2020, which was retracted on 27 March 2026.',
    ]);
    expect(topic).toMatchObject({
      state: 'retracted',
      reasons: ['This page lists the question “q”, which has a finding of Moon 2020, which was retracted on 27 March 2026.'],
    });
  });

  it('spreads a withdrawal as a retraction, and a concern as a doubt that is less grave', () => {
    const [withdrawn, concern] = [
      { on: '2026-03-27', notice: 'x' },
      { on: '2026-02-01', notice: 'x' },
    ];
    const { question } = freshness([madeSource('a', { withdrawn, findings: [madeFinding('q', 'for')] })]);
    expect(question).toMatchObject({
      state: 'retracted',
      reasons: [expect.stringContaining('which was withdrawn by its publisher on 27 March 2026.')],
    });
    const doubted = freshness([madeSource('a', { concern, findings: [madeFinding('q', 'for')] })]).topic;
    expect(doubted).toMatchObject({
      state: 'doubted',
      reasons: [expect.stringContaining('is the subject of an expression of concern of 1 February 2026.')],
    });
    expect(freshness([madeSource('a', { withdrawn, concern, supersededBy: 'c' })]).source('a')?.reasons).toHaveLength(3);
    expect(freshness([madeSource('a', { concern, supersededBy: 'c' })]).source('a')?.state).toBe('doubted');
  });

  it('says once what a topic both cites and inherits', () => {
    const gone = madeSource('a', { retracted: { on: '2026-03-27', notice: 'x' }, findings: [madeFinding('q', 'for')] });
    expect(freshness([gone], { body: 'So [@a].' }).topic?.reasons).toEqual([
      'This page cites Moon 2020, which was retracted on 27 March 2026.',
    ]);
  });

  it('spreads up the evidence chain, but a review date of ours does not', () => {
    const base = { authors: [{ organisation: 'Base' }], retrieved: '2020-01-01', supersededBy: 'c' };
    const sources = [madeSource('a', { restsOn: [{ source: 'b' }] }), madeSource('b', base), madeSource('c')];
    const { source } = freshness(sources);
    expect(source('b')?.state).toBe('superseded');
    expect(source('a')).toMatchObject({
      state: 'superseded',
      reasons: ['This source rests on Base 2020, which was superseded by Moon 2020.'],
    });
  });

  it('says once what reaches a work in two ways, and nothing to a work of itself where a chain closes', () => {
    const on = { retracted: { on: '2026-03-27', notice: 'x' }, restsOn: [{ source: 'top' }] };
    const named = (id: string, organisation: string, ...below: string[]) =>
      madeSource(id, { authors: [{ organisation }], restsOn: below.map((source) => ({ source })) });
    const sources = [
      madeSource('low', on),
      named('left', 'Left', 'low'),
      named('right', 'Right', 'low'),
      named('top', 'Top', 'right', 'left'),
    ];
    const { source } = freshness(sources);
    expect(source('top')?.reasons).toEqual([
      'This source rests on Left 2020, which rests on Moon 2020, which was retracted on 27 March 2026.',
    ]);
    expect(source('low')?.reasons).toEqual(['This source was retracted on 27 March 2026.']);
  });

  it('leaves everything else as it was', () => {
    const gone = madeSource('a', { retracted: { on: '2026-03-27', notice: 'x' }, findings: [madeFinding('other', 'for')] });
    const { question, source, topic } = freshness([gone, madeSource('b', { findings: [madeFinding('q', 'for')] })], {
      questions: [madeQuestion('q'), madeQuestion('other', { topics: ['arms'] })],
    });
    expect([question?.state, source('b')?.state, topic?.state]).toEqual(['fresh', 'fresh', 'fresh']);
  });

  it('takes a correction for a reason only when it came after the day on which we read the work', () => {
    const corrected = (on: string) =>
      freshness([madeSource('a', { retrieved: '2026-01-01', corrected: { on, notice: 'x' } })]).source('a')?.state;
    expect(['2025-12-31', '2026-01-01', '2026-01-02'].map(corrected)).toEqual(['fresh', 'fresh', 'corrected']);
  });

  it('asks for a page to be looked at again twelve months after its last change, and calls it overdue from the day after', () => {
    const on = (asOf: string) => {
      const { question, topic } = freshness([], { asOf });
      return [question, topic];
    };
    expect(on('2027-01-01')).toEqual(Array(2).fill({ state: 'fresh', due: '2027-01-01', reasons: [], page: 'under-review' }));
    expect(on('2027-01-02')).toMatchObject([
      { state: 'overdue', due: '2027-01-01', reasons: ['This question was due for review on 1 January 2027.'] },
      {
        state: 'overdue',
        due: '2027-01-01',
        reasons: expect.arrayContaining(['This page was due for review on 1 January 2027.']) as object,
      },
    ]);
  });

  it('says once what a question both shows and cites, and what two works of one name would say alike', () => {
    const gone = (id: string) => madeSource(id, { retracted: { on: '2026-03-27', notice: 'x' }, findings: [madeFinding('q', 'for')] });
    const { question } = freshness([gone('a'), gone('b')], { questions: [madeQuestion('q', {}, 'So [@a].')] });
    expect(question?.reasons).toEqual(['This question has a finding of Moon 2020, which was retracted on 27 March 2026.']);
  });

  describe('of a trial whose result we have not read', () => {
    const trial = (pending: object, fields: object = {}) =>
      madeSource('a', { kind: 'trial-protocol', retrieved: '2026-04-01', pending: { registry: 'NCT00000000', ...pending }, ...fields });

    it('tells one that runs from one whose end has passed, to the precision given, and from one that was announced', () => {
      const told = (pending: object) => {
        const { state, reasons } = freshness([trial(pending)]).source('a') ?? {};
        return [state, reasons?.[0]];
      };
      expect(told({ completion: '2026' })).toEqual([
        'pending',
        'This source belongs to a trial that is still running (NCT00000000), expected to end in 2026.',
      ]);
      expect(told({ completion: '2026-06-01' })[0]).toBe('pending');
      expect(told({ completion: '2026-05-31' })).toEqual([
        'result not read',
        'This source belongs to a trial (NCT00000000) whose completion was due on 31 May 2026; its result has not been read by us.',
      ]);
      expect(told({ completion: '2026-05' })[1]).toContain('whose completion was due in May 2026;');
      expect(told({ completion: '2027', announced: { on: '2026-05-20', where: 'a journal' } })).toEqual([
        'result not read',
        'This source belongs to a trial (NCT00000000) whose result was announced as published on 20 May 2026 and has not been read by us.',
      ]);
      expect(told({ completion: 'undated' })[1]).toBe('This source belongs to a trial that is still running (NCT00000000).');
    });

    it('spreads to every page that leans on it: by a finding, a citation, a list', () => {
      const { question, topic } = freshness([trial({ completion: '2026-05' }, { findings: [madeFinding('q', 'none')] })]);
      const told = 'which belongs to a trial (NCT00000000) whose completion was due in May 2026; its result has not been read by us.';
      expect(question?.reasons.at(-1)).toBe(`This question has a finding of Moon 2020, ${told}`);
      expect(topic?.reasons.at(-1)).toBe(`This page lists the question “q”, which has a finding of Moon 2020, ${told}`);
      expect(freshness([trial({ completion: '2026-05' })], { body: 'So [@a].' }).topic?.reasons.at(-1)).toBe(
        `This page cites Moon 2020, ${told}`,
      );
    });

    it('makes its record and the pages that lean on it fall due after three months, and never later than they would', () => {
      const due = (fields: object = {}) => freshness([trial({ completion: '2027' }, fields)], { body: 'So [@a].' });
      expect([due().source('a')?.due, due().topic?.due]).toEqual(['2026-07-01', '2026-04-01']);
      expect(['2026-05-31', '2027-05-31'].map((until) => sourceDue(trial({ completion: '2027' }), true, until))).toEqual([
        '2026-05-31',
        '2026-07-01',
      ]);
      expect(freshness([madeSource('a')], { body: 'So [@a].' }).topic?.due).toBe('2027-01-01');
      const shown = freshness([trial({ completion: '2027' }, { findings: [madeFinding('q', 'none')] })]);
      const cited = freshness([trial({ completion: '2027' })], { questions: [madeQuestion('q', {}, 'So [@a].')] });
      expect([shown.question?.due, cited.question?.due]).toEqual(['2026-04-01', '2026-04-01']);
    });

    it('is told by prose alone', () => {
      const due = (body: string) => freshness([madeSource('a')], { body }).topic?.due;
      expect(due('The DEFIANCE trial is still recruiting.')).toBe('2026-04-01');
      expect(due('Its results are awaited.')).toBe('2026-04-01');
      expect(due('The trial ended in 2017. The leg is still running hot.')).toBe('2027-01-01');
      const says = 'The trial is still recruiting.';
      expect(freshness([madeSource('a', { findings: [madeFinding('q', 'none', { says })] })]).source('a')?.due).toBe('2026-04-01');
    });
  });

  it('puts the gravest reason first', () => {
    const sources = [
      madeSource('a', {
        retrieved: '2020-01-01',
        retracted: { on: '2026-01-02', notice: 'x' },
        pending: { registry: 'N', completion: 2030 },
      }),
    ];
    expect(freshness(sources).source('a')?.reasons).toEqual([
      'This source was retracted on 2 January 2026.',
      'This source was due for review on 1 April 2020.',
      'This source belongs to a trial that is still running (N), expected to end in 2030.',
    ]);
  });

  it('calls a page by the gravest thing that happened below it, in whatever order it names the works', () => {
    const fromTheGravest = Object.entries({
      retracted: { retracted: { on: '2026-03-01', notice: 'x' } },
      doubted: { concern: { on: '2026-03-01', notice: 'x' } },
      superseded: { supersededBy: 'elsewhere' },
      overdue: { retrieved: '2020-01-01' },
      corrected: { corrected: { on: '2026-03-01', notice: 'x' } },
      'result not read': { pending: { registry: 'N', completion: '2026-02' } },
      pending: { pending: { registry: 'N', completion: 'undated' } },
    });
    for (const at of fromTheGravest.keys()) {
      const rest = fromTheGravest.slice(at);
      const sources = rest.map(([, fields], index) => madeSource(`w${index}`, fields));
      const ids = sources.map(({ id }) => id);
      for (const order of [ids, [...ids].reverse()])
        expect(freshness(sources, { asOf: '2026-03-15', body: order.map((id) => `So [@${id}].`).join('\n\n') }).topic?.state).toBe(
          rest[0]?.[0],
        );
    }
  });
});
