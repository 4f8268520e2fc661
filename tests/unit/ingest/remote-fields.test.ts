import { describe, expect, it } from 'vitest';
import { toPages } from '../../../src/ingest/origins/pubmed.ts';

import { toLanguageTag } from '../../../src/ingest/record/record-article.ts';
import { toPartialDate } from '../../../src/ingest/dates.ts';
import { toDate, toIssued } from '../../../src/ingest/field-date.ts';
import { guessRecordKind } from '../../../src/ingest/guess.ts';
import { toRecordText } from '../../../src/ingest/plain-text.ts';
import { parseXml, textIn } from '../../../src/ingest/record/values.ts';
import { noticeClass } from '../../../src/schema/lookup.ts';

describe('a date of a record', () => {
  it.each([
    [['2019', 'Mar', '7'], '2019-03-07'],
    [['2019', '3'], '2019-03'],
    [['2019', 'Spring'], '2019'],
    [['2019', 'Feb', '30'], '2019-02'],
    [['2019', '13', '1'], '2019'],
    [['2019', undefined, '7'], '2019'],
    [[undefined, '3', '7'], undefined],
    [['19'], undefined],
  ] as const)('%j is %s and never more', ([year, month, day], date) => {
    expect(toPartialDate(year, month, day)).toBe(date);
  });

  it.each([
    ['2019-03-07T10:00:00Z', '2019-03-07'],
    ['2019-03', '2019-03'],
    ['2021/2022', undefined],
    ['March 2019', '2019-03'],
  ])('written %s is %s', (text, date) => {
    expect(toDate(text)).toBe(date);
  });

  it('is the earlier of online and print, and both are named', () => {
    expect(toIssued('2020-01-20', '2020-03', undefined)).toEqual({
      issued: '2020-01-20',
      doubts: [expect.stringContaining('2020-01-20 for the online and 2020-03 for the printed version') as string],
    });
    expect(toIssued('2020-05', '2020-03-01', undefined).issued).toBe('2020-03-01');
  });

  it('is the more precise of two that agree', () => {
    expect(toIssued('2020', '2020-03', undefined)).toEqual({ issued: '2020-03', doubts: [] });
    expect(toIssued('2020-03-04', '2020-03', '2019')).toEqual({ issued: '2020-03-04', doubts: [] });
  });

  it('is what else the record has, or `undated` with a request to look', () => {
    expect(toIssued(undefined, undefined, '2018')).toEqual({ issued: '2018', doubts: [] });
    expect(toIssued(undefined, undefined, undefined)).toMatchObject({ issued: 'undated', doubts: [expect.any(String) as string] });
  });
});

it.each([
  ['Gel &amp;amp; <i>H<sub>2</sub>O</i>', 'Gel & H₂O'],
  ['<jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One. Two.'],
  ['p&lt;0.05 &amp; q &gt; 3', 'p<0.05 & q > 3'],
  ['a<b and b>c', 'a<b and b>c'],
  ['x<mml:math><mml:mi>y</mml:mi></mml:math>z', 'xyz'],
  ['soft\u00adhyphen\n   and  e\u0301', 'softhyphen and é'],
  ['&lt;em&gt;quoted&lt;/em&gt;', 'quoted'],
])('the text of %j is %j', (text, plain) => {
  expect(toRecordText(text)).toBe(plain);
  expect(toRecordText(plain)).toBe(plain);
});

it.each([
  ['2240-52', '2240-2252'],
  ['123-9', '123-129'],
  ['12-18', '12-18'],
  ['S12-8', 'S12-8'],
  ['e77', 'e77'],
  [undefined, undefined],
])('pages printed %s are %s', (printed, pages) => {
  expect(toPages(printed)).toBe(pages);
});

it.each([
  [['Journal Article', 'Randomized Controlled Trial'], 'Gel or plaster', 'trial'],
  [['Randomized Controlled Trial'], 'Gel or plaster: a subgroup analysis', 'subgroup-analysis'],
  [['Systematic Review', 'Meta-Analysis', 'Review'], 'Rolls', 'systematic-review'],
  [['Practice Guideline', 'Systematic Review'], 'Rolls', 'guideline'],
  [['Clinical Trial Protocol'], 'Rolls', 'trial-protocol'],
  [['Review'], 'A systematic look', 'narrative-review'],
  [['Published Erratum'], 'Erratum: a cohort study', 'narrative-review'],
  [['journal-article'], 'Rationale and design of the GEL trial', 'trial-protocol'],
  [['journal-article'], 'Gel versus plaster: a randomized study', 'trial'],
  [['journal-article'], 'A prospective look at rolls', 'cohort'],
  [['journal-article'], 'Society guidelines on rolls', 'guideline'],
  [['journal-article'], 'Rolls', 'narrative-review'],
])('a record of type %j titled “%s” is guessed to be a %s', (types, title, kind) => {
  const guess = guessRecordKind('PubMed', types, title);
  expect(guess.kind).toBe(kind);
  expect(guess.because).not.toBe('');
});

it.each([
  ['retraction', 'retraction'],
  ['RetractionIn', 'retraction'],
  ['withdrawal', 'retraction'],
  ['partial_retraction', 'concern'],
  ['expression_of_concern', 'concern'],
  ['ExpressionOfConcernIn', 'concern'],
  ['erratum', 'correction'],
  ['corrigendum', 'correction'],
  ['CorrectedandRepublishedIn', 'correction'],
  ['new_version', 'newer-version'],
  ['UpdateIn', 'newer-version'],
  ['crossmark_retirement', 'other'],
])('a notice of type %s is a %s', (type, is) => {
  expect(noticeClass(type)).toBe(is);
});

it.each([
  ['eng', 'en'],
  ['fre', 'fr'],
  ['pt-BR', 'pt-BR'],
  ['und', undefined],
  ['English', undefined],
  [undefined, undefined],
])('the language %s is %s', (text, tag) => {
  expect(toLanguageTag(text)).toBe(tag);
});

describe('XML', () => {
  it('keeps the text of what lies deeper than any record, and its elements no more', () => {
    const deep = `${'<a>'.repeat(500)}core${'</a>'.repeat(500)}`;
    expect(parseXml(`<r>${deep}<b>after</b></r>`)[0]).toMatchObject({ text: 'coreafter', children: [{ name: 'a' }, { name: 'b' }] });
  });

  it('that nests without end is not read to its end', () => {
    expect(parseXml(`<r><b>before</b>${'<a>'.repeat(1_000_000)}never`)[0]).toMatchObject({ text: 'before' });
  });

  it('says where its elements stand, so that a record can be cut out of its set', () => {
    const text = `<set>${' '.repeat(20_000)}<one a="1">x &amp; <i>y</i></one><two/></set>`;
    const [set] = parseXml(text);
    expect(set?.children.map(({ from, to }) => text.slice(from, to))).toEqual(['<one a="1">x &amp; <i>y</i></one>', '<two/>']);
    expect(textIn(set, 'one')).toBe('x & y');
  });
});
