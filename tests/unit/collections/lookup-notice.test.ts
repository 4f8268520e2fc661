/** What a reader is told of lookups that nobody has dealt with. */
import { expect, test } from 'vitest';
import { lookup } from '../../../src/schema/lookup.ts';
import { stateOfWork, toLookupNotices } from '../../../src/collections/sources/page.ts';
import { madeLibrary, madeSource } from '../made.ts';

const id = 'moon-2020-cheese';
const notices = lookup.parse({
  job: 'notices',
  source: id,
  on: '2026-11-10',
  notices: [{ is: 'correction', type: 'erratum', work: '10.5555/e', on: '2021-02' }],
});
const registration = lookup.parse({
  job: 'registration',
  source: id,
  on: '2026-11-10',
  registry: 'NCT00000001',
  status: 'TERMINATED',
  results: false,
});
const pending = { registry: 'NCT00000001', completion: '2027-01' };
const told = (fields: Record<string, unknown>, lookups = [notices, registration]): string[] => {
  const source = madeSource(id, fields);
  return toLookupNotices(madeLibrary({ sources: [source], lookups }), source);
};

test('a notice and a registry that says otherwise stand at the top of the page, each with its day', () => {
  expect(told({ pending })).toEqual([
    'Crossref lists a correction of this work (10.5555/e, February 2021). Nobody here has looked yet at what it changes.',
    'The registry gives the status “terminated” (found on 10 November 2026). Our digest does not know them yet.',
  ]);
});

test('what an editor has dealt with, and what is said of another trial or another source, stands there no more', () => {
  expect(told({ corrected: { on: '2021-02-01', notice: 'https://doi.org/10.5555/E' } })).toEqual([]);
  expect(told({ pending: { registry: 'NCT00000002', completion: '2027-01' } }, [registration])).toEqual([]);
  expect(toLookupNotices(madeLibrary({ lookups: [notices] }), madeSource('sun-2021-rind'))).toEqual([]);
});

test('the state of a work says since when nobody has looked', () => {
  const says = (fields: Record<string, unknown>, lookups: (typeof notices)[] = []): string => {
    const source = madeSource(id, { retrieved: '2026-11-02', ...fields });
    return stateOfWork(madeLibrary({ sources: [source], lookups }), source);
  };
  expect(says({})).toBe('Not known to be replaced or withdrawn; not checked since 2 November 2026');
  // A notice says the rest.
  expect(says({}, [notices])).toBe('');
  expect(says({ withdrawn: { on: '2024-03-27', notice: 'Its publisher says so.' } })).toBe('');
});
