import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { chainDepth, chainEnd, chainShare } from '../../../src/evidence/chain.ts';
import type { SourceId } from '../../../src/schema/id.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

const plain = (map: ReadonlyMap<string, unknown>) => Object.fromEntries(map);

describe('the graph', () => {
  const sources = [
    madeSource('review-2021-r', {
      kind: 'systematic-review',
      issued: 2021,
      restsOn: [{ source: 'trial-2019-a' }, { work: 'A lost trial', kind: 'trial' }],
    }),
    madeSource('trial-2019-a', {
      issued: 2019,
      findings: [madeFinding('harm', 'for'), madeFinding('help', 'none'), madeFinding('harm', 'against')],
    }),
    madeSource('trial-2022-b', { issued: '2022-03', findings: [madeFinding('harm', 'against')] }),
    madeSource('guide-2023-g', { kind: 'guideline', issued: 2023, findings: [madeFinding('harm', 'for'), madeFinding('nowhere', 'for')] }),
    madeSource('maker-undated-m', { kind: 'vendor', issued: 'undated', findings: [madeFinding('harm', 'for')] }),
  ];
  const topics = [
    madeTopic(
      'legs',
      { pitfalls: [{ says: 'x', from: [{ source: 'guide-2023-g' }, { source: 'trial-2019-a' }] }] },
      'Clot [@trial-2022-b; @trial-2019-a].\n\nAgain [@trial-2022-b] and [@not-held].',
    ),
    madeTopic('arms'),
  ];
  const questions = [madeQuestion('harm', { asks: 'effect' }, 'No [@review-2021-r].'), madeQuestion('help', { topics: ['arms', 'legs'] })];
  const terms = [madeTerm('clot', { from: [{ source: 'maker-undated-m' }] }), madeTerm('unused')];
  const graph = buildEvidenceGraph(madeLibrary({ sources, topics, questions, terms }), '2026-02-01');

  it('lists findings with the primary tier first, then the newest year, and gives every question a row', () => {
    const order = [...graph.findings].map(([id, row]) => [id, row.map((one) => `${one.source.id} ${one.number}`)]);
    expect(Object.fromEntries(order)).toEqual({
      harm: ['trial-2022-b 1', 'trial-2019-a 1', 'trial-2019-a 3', 'guide-2023-g 1', 'maker-undated-m 1'],
      help: ['trial-2019-a 2'],
    });
  });

  it('lists cited sources in order of first mention, prose before frontmatter, and passes over unknown keys', () => {
    expect(plain(graph.citedByTopic)).toEqual({ arms: [], legs: ['trial-2022-b', 'trial-2019-a', 'guide-2023-g'] });
    expect(plain(graph.citedByQuestion)).toEqual({ harm: ['review-2021-r'], help: [] });
  });

  it('finds the pages that use a source, each once', () => {
    expect(plain(graph.usedIn)).toEqual({
      'guide-2023-g': [
        { collection: 'topic', id: 'legs' },
        { collection: 'question', id: 'harm' },
      ],
      'maker-undated-m': [
        { collection: 'question', id: 'harm' },
        { collection: 'term', id: 'clot' },
      ],
      'review-2021-r': [{ collection: 'question', id: 'harm' }],
      'trial-2019-a': [
        { collection: 'topic', id: 'legs' },
        { collection: 'question', id: 'harm' },
        { collection: 'question', id: 'help' },
      ],
      'trial-2022-b': [
        { collection: 'topic', id: 'legs' },
        { collection: 'question', id: 'harm' },
      ],
    });
  });

  it('lists the questions of every topic', () => {
    expect(plain(graph.questionsOfTopic)).toEqual({ arms: ['help'], legs: ['harm', 'help'] });
  });

  it('lists the pages of every term', () => {
    expect(plain(graph.pagesOfTerm)).toEqual({ clot: [{ collection: 'topic', id: 'legs' }], unused: [] });
  });

  it('gives the same graph again for the same library', () => {
    expect(buildEvidenceGraph(graph.library, graph.asOf)).toEqual(graph);
  });
});

describe('an evidence chain', () => {
  const chainsOf = (rests: Record<string, object[]>) =>
    buildEvidenceGraph(madeLibrary({ sources: Object.entries(rests).map(([id, restsOn]) => madeSource(id, { restsOn })) }), '2026-02-01')
      .chains;

  it('goes down through the works we hold and ends at those we do not', () => {
    const chains = chainsOf({ top: [{ source: 'middle' }], middle: [{ work: 'Somebody said', kind: 'news' }, { work: 'Something' }] });
    const links = chains.get('top' as SourceId) ?? [];
    expect(links[0]?.restsOn.map((link) => link.tier)).toEqual(['none', 'none']);
    expect([links[0]?.tier, chainDepth(links)]).toEqual(['primary', 2]);
  });

  it('ends where it closes on itself, whichever source one starts from', () => {
    const chains = chainsOf({ a: [{ source: 'b' }], b: [{ source: 'c' }], c: [{ source: 'a' }], d: [{ source: 'd' }] });
    expect(['a', 'b', 'c', 'd'].map((id) => chainDepth(chains.get(id as SourceId) ?? []))).toEqual([3, 3, 3, 1]);
  });

  it('stays quick where many works share what they lean on', () => {
    const rests = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `s${i}`,
        i < 59 ? [{ source: `s${i + 1}` }, { source: `s${i + 1}` }, { source: `s${Math.min(59, i + 2)}` }] : [],
      ]),
    );
    const links = chainsOf(rests).get('s0' as SourceId) ?? [];
    expect(chainDepth(links)).toBe(59);
    expect(links).toHaveLength(3);
    expect(links[0]?.restsOn).toBe(links[1]?.restsOn);
  });
});

describe('the end of a chain', () => {
  const endOf = (top: object, ...below: ReturnType<typeof madeSource>[]) => {
    const graph = buildEvidenceGraph(madeLibrary({ sources: [madeSource('top', top as Record<string, unknown>), ...below] }), '2026-02-01');
    const source = graph.library.sources.get('top' as SourceId);
    return source && chainEnd(source, graph.chains.get(source.id) ?? []);
  };

  it('is sound where a review leans on a trial that we hold', () => {
    const review = { kind: 'systematic-review', restsOn: [{ source: 'trial' }] };
    expect(endOf(review, madeSource('trial'))).toEqual({
      depth: 1,
      tertiary: 0,
      none: 0,
      unheld: 0,
      sound: ['primary'],
      unresolved: false,
      weak: false,
    });
  });

  it('is weak where a review ends at a machine summary, at a work that we lack or at marks that lead nowhere', () => {
    const review = (restsOn: object[], more = {}) => ({ kind: 'systematic-review', restsOn, ...more });
    const machine = madeSource('machine', { kind: 'machine-summary' });
    const between = madeSource('between', { kind: 'narrative-review', restsOn: [{ source: 'machine' }] });
    expect(endOf(review([{ source: 'between' }, { source: 'machine' }]), between, machine)).toMatchObject({ depth: 2, weak: true });
    expect(endOf(review([{ work: 'A lost trial', kind: 'trial' }]))).toMatchObject({ unheld: 1, weak: true });
    expect(endOf(review([], { unresolved: [{ what: 'x', marks: ['3'] }] }))).toMatchObject({ depth: 0, unresolved: true, weak: true });
  });

  it('is reached at a study of patients, whatever that study cites', () => {
    const study = madeSource('study', { kind: 'case-series', restsOn: [{ work: 'A guideline', kind: 'guideline' }] });
    expect(endOf({ kind: 'narrative-review', restsOn: [{ source: 'study' }] }, study)).toMatchObject({ unheld: 0, weak: false });
  });

  it('is not weak for a study of patients, nor for a source that names nothing', () => {
    expect(endOf({ kind: 'cohort', restsOn: [{ work: 'A guideline', kind: 'guideline' }] })?.weak).toBe(false);
    expect(endOf({ kind: 'systematic-review' })?.weak).toBe(false);
  });

  it('counts how many marks go to one reference, certain or not', () => {
    const share = (fields: object) => chainShare(madeSource('a', fields as Record<string, unknown>));
    expect(
      share({
        unresolved: [
          { what: 'all', marks: ['1', '2'], count: 10 },
          { what: 'most', marks: ['2'], count: 7 },
        ],
      }),
    ).toEqual({
      marks: 7,
      of: 10,
      number: '2',
    });
    expect(
      share({
        restsOn: [
          { work: 'A', count: 3 },
          { work: 'B', count: 5 },
        ],
      }),
    ).toMatchObject({ marks: 5, of: 8, work: { work: 'B' } });
    expect(share({ restsOn: [{ work: 'A' }] })).toBeUndefined();
  });
});
