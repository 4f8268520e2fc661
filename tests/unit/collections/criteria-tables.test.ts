import { describe, expect, it } from 'vitest';
import { criteriaTables } from '../../../src/collections/topics/criteria-tables.ts';
import { regimenTables } from '../../../src/collections/topics/regimen-tables.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { criterionWords } from '../../../src/parts/criterion-words.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTopic, vocabulary } from '../made.ts';

const topic = madeTopic('legs', { criteria: ['cdt'], regimens: ['cdt', 'anticoagulation'] });
const advice = (fields: object, more: object = {}) =>
  madeSource('society-2020-made', {
    kind: 'guideline',
    jurisdiction: 'Here',
    findings: [madeFinding('q', 'against', { strength: 'strong', intervention: 'cdt', population: 'any', ...fields })],
    ...more,
  });
const graphOf = (...sources: ReturnType<typeof madeSource>[]) =>
  buildEvidenceGraph(madeLibrary({ sources, topics: [topic], questions: [madeQuestion('q', { topics: ['legs'] })] }), '2026-02-01');
const tablesOf = (...sources: ReturnType<typeof madeSource>[]) =>
  criteriaTables(graphOf(...sources), topic).map(({ id, rows }) => ({
    id,
    words: rows.flatMap(({ items }) => items.flatMap(({ words }) => words)),
  }));

describe('the criteria of a topic', () => {
  it('follow the digest: another bound there is another bound here', () => {
    const withBound = (above: number) => tablesOf(advice({ criteria: [{ on: 'symptom-days', above }] }));
    expect(withBound(21)).toEqual([{ id: 'advised-against', words: ['Days of symptoms: more than 21 days'] }]);
    expect(withBound(28)).toEqual([{ id: 'advised-against', words: ['Days of symptoms: more than 28 days'] }]);
  });

  it('keep a condition of advice apart from advice against', () => {
    const low = [{ on: 'bleeding-risk', is: ['low'] }];
    expect(tablesOf(advice({ direction: 'for', criteria: low }))).toEqual([{ id: 'on-conditions', words: ['Risk of bleeding: low'] }]);
  });

  it('say whom a trial left out, as the other side of whom it took in, and give it no position', () => {
    const criteria = [
      { on: 'age', atLeast: 16, atMost: 75 },
      { on: 'cancer', isNot: ['active'] },
    ];
    const trial = madeSource('moon-2020-trial', {
      findings: [madeFinding('q', 'none', { intervention: 'cdt', criteria, conditions: ['a first clot'] })],
    });
    expect(tablesOf(trial)).toEqual([
      {
        id: 'left-out',
        words: ['Age: less than 16 or more than 75 years', 'Cancer: active cancer', 'Taken in only: a first clot'],
      },
    ]);
    expect(criteriaTables(graphOf(trial), topic)[0]?.rows[0]?.items[0]?.position).toBeUndefined();
    expect(criteriaTables(graphOf(trial), topic)[0]?.says).toContain('no advice against treatment');
  });

  it('stand in one line a criterion, each value with the sources that name it, and a source that says it twice once', () => {
    const criteria = [{ on: 'bleeding-risk', is: ['high'] }];
    const two = madeSource('moon-2021-made', {
      kind: 'guideline',
      jurisdiction: 'There',
      shortTitle: 'Moon',
      coverage: 'second-hand',
      findings: [
        madeFinding('q', 'against', { intervention: 'cdt', population: 'any', criteria, conditions: ['most, not all'] }),
        madeFinding('q', 'against', { intervention: 'cdt', population: 'any', criteria, locator: 'Again' }),
      ],
    });
    const table = criteriaTables(graphOf(advice({ criteria }), two), topic)[0];
    expect(table?.lines).toHaveLength(1);
    expect(table?.lines[0]).toMatchObject({ criterion: 'Risk of bleeding', values: [{ words: 'high' }] });
    expect(table?.lines[0]?.values[0]?.marks.map(({ name, beside }) => [name, beside])).toEqual([
      ['Moon, 2020', 'catheter-directed thrombolysis; most, not all; as cited elsewhere'],
      [expect.any(String), 'catheter-directed thrombolysis'],
    ]);
  });

  it('name whom and what advice is about where it has no typed condition', () => {
    const lines = criteriaTables(graphOf(advice({ population: 'children' })), topic)[0]?.lines;
    expect(lines?.map(({ criterion, values }) => [criterion, values[0]?.words])).toEqual([
      ['Children and adolescents; catheter-directed thrombolysis', ''],
    ]);
  });

  it('hold no model for a study that takes people in, and a cohort for one only where its finding answers the question of the page', () => {
    const finding = { intervention: 'cdt', criteria: [{ on: 'age', atLeast: 65 }] };
    const model = madeSource('moon-2020-model', {
      design: { allocation: { value: 'other' } },
      findings: [madeFinding('costs', 'none', finding)],
    });
    const cohort = (question: string) =>
      madeSource('sun-2020-cohort', { kind: 'cohort', findings: [madeFinding(question, 'none', finding)] });
    expect(tablesOf(model, cohort('harms'))).toEqual([]);
    expect(tablesOf(cohort('q'))).toEqual([{ id: 'left-out', words: ['Age: less than 65 years'] }]);
  });

  it('set manufacturers, AI and replaced advice apart', () => {
    const page = madeSource('maker-2020-page', {
      kind: 'vendor',
      url: 'https://maker.example/',
      findings: [madeFinding('q', 'against', { intervention: 'cdt', conditions: ['a wet day'] })],
    });
    const old = advice({ conditions: ['an old reason'] }, { supersededBy: 'society-2021-made' });
    expect(tablesOf(page, old)).toEqual([{ id: 'apart', words: expect.arrayContaining(['a wet day', 'an old reason']) as string[] }]);
    expect(criteriaTables(graphOf(page, old), topic)[0]?.lines).toEqual([]);
  });

  it('take in what is said of any removal, and nothing on another intervention', () => {
    expect(tablesOf(advice({ intervention: 'any-removal', conditions: ['x'] }))).toHaveLength(1);
    expect(tablesOf(advice({ intervention: 'filter', conditions: ['x'] }))).toEqual([]);
  });

  it('make their sources cited by the topic, so that these lead back to it', () => {
    expect(graphOf(advice({ conditions: ['x'] })).citedByTopic.get(topic.id)).toEqual(['society-2020-made']);
  });
});

it('says of a bound that it leaves out the other side of it', () => {
  expect(criterionWords({ on: 'symptom-days', below: 14 }, vocabulary, 'leaves')).toBe('Days of symptoms: at least 14 days');
  expect(criterionWords({ on: 'bleeding-risk', is: ['low'] }, vocabulary, 'leaves')).toBe('Risk of bleeding: not low');
});

it('says one year of one, and years of several', () => {
  expect(criterionWords({ on: 'life-expectancy', atLeast: 1 }, vocabulary)).toBe('Life expectancy: at least 1 year');
  expect(criterionWords({ on: 'age', atLeast: 16, atMost: 75 }, vocabulary)).toBe('Age: at least 16 and at most 75 years');
});

describe('the regimens of a topic', () => {
  it('stand under the intervention that they belong to, trials first, and follow the digest', () => {
    const regimen = (dose: string) => [{ of: 'cdt', agent: 'a drug', dose, device: 'ekos', locator: 'Page 2' }, { agent: 'of nothing' }];
    const series = madeSource('sun-2022-series', { kind: 'case-series', regimens: regimen('2 mg') });
    const trial = madeSource('moon-2020-trial', { regimens: regimen('1 mg') });
    const tables = regimenTables(graphOf(series, trial), topic);
    expect(tables.map(({ title, rows }) => [title, rows.map(({ source }) => source.id)])).toEqual([
      ['Catheter-directed thrombolysis', ['moon-2020-trial', 'sun-2022-series']],
    ]);
    expect(tables[0]?.rows[0]?.items).toEqual([
      {
        agent: 'a drug',
        facts: [
          { label: 'Dose', text: '1 mg' },
          { label: 'Device', text: 'EKOS' },
        ],
        locator: 'Page 2',
      },
    ]);
  });
});

it('say once what a source gave with several devices', () => {
  const given = (device: string) => ({ of: 'cdt', agent: 'a drug', device });
  const source = madeSource('moon-2020-trial', { regimens: [given('ekos'), given('trellis'), { of: 'cdt', agent: 'a drug' }] });
  expect(regimenTables(graphOf(source), topic)[0]?.rows[0]?.items.map(({ facts }) => facts)).toEqual([
    [{ label: 'Device', text: 'EKOS or Trellis' }],
    [],
  ]);
});

describe('the shipped pages', async () => {
  const { library } = await readContent('content');
  const graph = buildEvidenceGraph(library, '2026-11-27');
  const printed = (id: string): string => JSON.stringify(criteriaTables(graph, library.topics.get(id as never) as never));

  it('print the advice, the entry rules and the notice that the digests carry', () => {
    const lysis = printed('contraindications-to-thrombolysis');
    for (const words of ['Risk of bleeding: high', 'Days of symptoms: more than 21 days', 'Age: less than 16 or more than 75 years'])
      expect(lysis).toContain(words);
    expect(printed('contraindications-to-thrombectomy')).toContain('no fibrous, firmly adherent or calcified material');
  });

  it('follow a criterion that is changed in a digest', () => {
    const changed = structuredClone(library.sources.get('jaff-2011-aha' as never)) as never as {
      findings: { id: string; criteria: { on: string; above?: number }[] }[];
    };
    for (const finding of changed.findings) for (const one of finding.criteria) if (one.on === 'symptom-days') one.above = 35;
    const other = { ...library, sources: new Map([...library.sources, ['jaff-2011-aha' as never, changed as never]]) };
    const tables = criteriaTables(
      buildEvidenceGraph(other, '2026-11-27'),
      library.topics.get('contraindications-to-thrombolysis' as never) as never,
    );
    expect(JSON.stringify(tables)).toContain('more than 35 days');
    expect(printed('contraindications-to-thrombolysis')).not.toContain('more than 35 days');
  });
});
