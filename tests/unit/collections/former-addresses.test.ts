/** Old addresses of findings and results, on the shipped content and on copies in which names were changed and taken out. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sourcePage, type SourcePage } from '../../../src/collections/sources/page.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { allFormerFragments } from '../../../src/evidence/former-items.ts';
import { readContent } from '../../../src/library/from-files.ts';
import type { Library, SourceEntry } from '../../../src/library/library.ts';
import { countedFragment, findingFragment, resultFragment } from '../../../src/schema/addresses.ts';
import { history, type SourceHistory } from '../../../src/schema/history.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

// All of the evidence is worked out for a copy of the shipped content.
vi.setConfig({ testTimeout: 60_000 });

const pageOf = (library: Library, source: SourceEntry): SourcePage => sourcePage(buildEvidenceGraph(library, '2026-11-30'), source);

/** Every id on the page of a source that an old link can name, with what stands there. */
const answers = ({ findings, results, gone }: SourcePage): Map<string, string> =>
  new Map([
    ...[...findings, ...results].flatMap(({ id, formerIds }) => [id, ...formerIds].map((one): [string, string] => [one, id])),
    ...[...gone.findings, ...gone.results].flatMap(({ ids, says, now }) =>
      ids.map((one): [string, string] => [one, [says, ...now.map(({ text }) => text)].join(' > ')]),
    ),
  ]);

describe('in the shipped content', () => {
  let library: Library;
  beforeAll(async () => {
    ({ library } = await readContent('content'));
  });
  const changed = (source: SourceEntry): Library => ({ ...library, sources: new Map([...library.sources, [source.id, source]]) });

  test('every number of the first edition and every name leads somewhere on the page of its source', () => {
    const lost = [...library.histories.values()].flatMap(({ source, findings, results }) => {
      const held = library.sources.get(source);
      const own = held
        ? [...held.findings.map((one) => findingFragment(source, one)), ...held.results.map((one) => resultFragment(source, one))]
        : [];
      const answered = new Set([...own, ...(held ? allFormerFragments(library, held) : [])]);
      const old = [
        ...findings.flatMap(({ id, was }) => [...(id ? [`finding-${source}--${id}`] : []), ...(was ? [countedFragment(source, was)] : [])]),
        ...results.map(({ id }) => `result-${source}--${id}`),
      ];
      return old.filter((fragment) => !answered.has(fragment));
    });
    expect(library.histories.size).toBeGreaterThan(90);
    expect(lost).toEqual([]);
  });

  test('what is renamed is found under its old name and number, and what is taken out is said to be gone', () => {
    const [row] = [...library.histories.values()].filter(({ findings, results }) => findings.length > 3 && results.length > 1);
    const source = library.sources.get((row as SourceHistory).source) as SourceEntry;
    const [first, second, ...rest] = source.findings;
    const [result, ...results] = source.results;
    if (!first || !second || !result) throw new Error('The source has too few findings for this test.');
    const copy = {
      ...source,
      findings: [...rest, { ...first, id: 'new-name', aliases: [...first.aliases, first.id] }],
      results: [...results, { ...result, id: 'new-number', aliases: [result.id] }],
    };
    const found = answers(pageOf(changed(copy), copy));
    const at = (id: string) => found.get(`finding-${source.id}--${id}`);
    expect(at(first.id)).toBe(`finding-${source.id}--new-name`);
    expect(found.get(countedFragment(source.id, 1))).toBe(`finding-${source.id}--new-name`);
    expect(found.get(`result-${source.id}--${result.id}`)).toBe(`result-${source.id}--new-number`);
    expect(at(second.id)).toMatch(/^Finding removed/);
    expect(found.get(countedFragment(source.id, 2))).toMatch(/^Finding removed/);
  });
});

describe('what is gone', () => {
  const finding = (id: string, question = 'q') => madeFinding(question, 'for', { id });
  const answersOf = (findings: readonly object[], rows: readonly object[]) => {
    const source = madeSource('moon-2020-a', { findings });
    const histories = [history.parse({ source: source.id, findings: rows })];
    return answers(pageOf(madeLibrary({ sources: [source], questions: [madeQuestion('q'), madeQuestion('r')], histories }), source));
  };
  const since = '2026-11-20';
  const gone = { on: '2026-11-26' };

  test('says on which day, and what is said now on its question', () => {
    const found = answersOf([finding('b', 'r'), finding('c')], [{ id: 'a', was: 3, since, removed: gone, question: 'q' }]);
    expect(found.get('finding-moon-2020-a--a')).toBe('Finding removed on 26 November 2026 > finding 2');
    expect(found.get('finding-moon-2020-a-3')).toBe('Finding removed on 26 November 2026 > finding 2');
  });

  test('names what took its place, from one to the next, and does not go round in a circle', () => {
    const rows = [
      { id: 'a', since, removed: { ...gone, now: 'b' } },
      { id: 'b', since, removed: { ...gone, now: 'c' } },
      { id: 'x', since, removed: { ...gone, now: 'y' } },
      { id: 'y', since, removed: { ...gone, now: 'x' } },
    ];
    const found = answersOf([finding('c')], rows);
    expect(found.get('finding-moon-2020-a--a')).toBe('Finding removed on 26 November 2026 > finding 1');
    expect(found.get('finding-moon-2020-a--x')).toBe('Finding removed on 26 November 2026');
  });

  test('from before names has its number alone', () => {
    expect(answersOf([finding('b', 'r')], [{ was: 2, since, removed: gone }]).get('finding-moon-2020-a-2')).toMatch(/^Finding removed/);
  });
});
