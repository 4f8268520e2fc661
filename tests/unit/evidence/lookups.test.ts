/** What a lookup means for a source: which notices are dealt with, and what a registry says otherwise. */
import { describe, expect, it } from 'vitest';
import { gravestClass, isRecorded, lookupOf, registryNews, type LookedUp, type LookedUpNotice } from '../../../src/evidence/lookups.ts';
import { lookup, type LookupOf } from '../../../src/schema/lookup.ts';

const notice = (is: LookedUpNotice['is'], type: string, work = '10.5555/w.2'): LookedUpNotice => ({ is, type, work });

describe('what a notice does', () => {
  it.each([
    ['correction', 'Retraction', 'retraction'],
    ['retraction', 'erratum', 'retraction'],
    ['concern', 'retraction', 'retraction'],
    ['correction', 'expression of concern', 'concern'],
    ['concern', 'update', 'concern'],
    ['newer-version', 'erratum', 'newer-version'],
    ['other', 'comment', 'other'],
  ] as const)('is the graver of its class and its word: %s, “%s” is %s', (is, type, expected) =>
    expect(gravestClass(notice(is, type))).toBe(expected),
  );
});

describe('a notice is dealt with', () => {
  const inText = 'See https://doi.org/10.5555/W.2.';
  const recorded = (one: LookedUpNotice, source: LookedUp, text: string) => isRecorded(source, text, one);

  it('where its DOI stands in the digest as a whole, in whatever case', () => {
    const erratum = notice('correction', 'erratum');
    const texts = [inText, '(10.5555/w.2)', '10.5555/w.2020', '10.5555/w.2/b', '10.5555/w.2-1', '10.5555/w.2.x', '10.5555/wx2', ''];
    expect(texts.map((text) => recorded(erratum, {}, text))).toEqual([true, true, false, false, false, false, false, false]);
  });

  it('where the work is said to be retracted or withdrawn, and its DOI alone is not enough', () => {
    const retraction = notice('retraction', 'retraction');
    expect(recorded(retraction, {}, inText)).toBe(false);
    expect([{ retracted: {} }, { withdrawn: {} }, { concern: {} }].map((source) => recorded(retraction, source, ''))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('where a concern has its field and its DOI, or the work is gone', () => {
    const concern = notice('concern', 'expression of concern');
    expect(recorded(concern, { concern: {} }, inText)).toBe(true);
    expect(recorded(concern, { concern: {} }, '')).toBe(false);
    expect(recorded(concern, {}, inText)).toBe(false);
    expect([{ retracted: {} }, { withdrawn: {} }].map((source) => recorded(concern, source, ''))).toEqual([true, true]);
  });

  it('where a newer version is named as the successor, which answers no erratum', () => {
    const newer = notice('newer-version', 'new_version');
    expect(recorded(newer, { supersededBy: 'b' }, '')).toBe(true);
    expect(recorded(newer, {}, '')).toBe(false);
    expect(recorded(newer, {}, inText)).toBe(true);
    expect(recorded(notice('correction', 'erratum'), { supersededBy: 'b' }, '')).toBe(false);
  });
});

describe('news of a registry', () => {
  const row = (fields: Partial<LookupOf<'registration'>>): LookupOf<'registration'> => ({
    ...{ job: 'registration', source: 'a' as LookupOf<'registration'>['source'], on: '2026-01-01' },
    ...{ registry: 'NCT00000001', status: 'RECRUITING', results: false },
    ...fields,
  });
  const news = (
    fields: Partial<LookupOf<'registration'>>,
    pending: LookedUp['pending'] = { registry: 'NCT00000001', completion: '2027-01' },
  ) => registryNews({ pending }, row(fields));

  it.each(['NOT_YET_RECRUITING', 'RECRUITING', 'ENROLLING_BY_INVITATION', 'ACTIVE_NOT_RECRUITING', 'UNKNOWN'])(
    'is none while the trial is %s',
    (status) => expect(news({ status, completion: '2027-01' })).toEqual([]),
  );

  it('is an end, results, another completion: each by itself', () => {
    expect(news({ status: 'COMPLETED' })).toEqual(['ended']);
    expect(news({ results: true })).toEqual(['results']);
    expect(news({ completion: '2027-02' })).toEqual(['other-completion']);
    expect(news({ status: 'TERMINATED', results: true, completion: '2026' })).toEqual(['ended', 'results', 'other-completion']);
  });

  it('is none of a trial that we do not hold as running, or under another number', () => {
    expect(registryNews({}, row({ status: 'COMPLETED' }))).toEqual([]);
    expect(news({ status: 'COMPLETED' }, { registry: 'NCT00000002' })).toEqual([]);
  });
});

it('finds the row of a job about a source, and no other', () => {
  const link = (source: string, address: string) => lookup.parse({ job: 'link', source, on: '2026-01-01', address, state: 'gone' });
  const registration = lookup.parse({ job: 'registration', source: 'moon-b', on: '2026-01-01', registry: 'N', status: 'X', results: true });
  const lookups = [link('moon-a', 'https://a.example'), registration, link('moon-b', 'https://b.example')];
  expect(lookupOf({ lookups }, 'link', 'moon-b')).toMatchObject({ address: 'https://b.example' });
  expect(lookupOf({ lookups }, 'registration', 'moon-b')).toMatchObject({ results: true });
  expect(lookupOf({ lookups }, 'notices', 'moon-b')).toBeUndefined();
});
