/** Days against the day of the check: what has happened may not lie ahead, what is to come may. */
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { sourceKinds } from '../../../src/schema/kinds.ts';
import { LONGEST_APPROVAL_MONTHS } from '../../../src/schema/approval.ts';
import { approvalOf, AS_OF, contentWith } from './fixture.ts';

const base = await contentWith();
const textOf = (path: string): string => base.files.find((file) => file.path === `content/${path}`)?.text ?? '';
const [trial, widgets] = ['sources/example-2020-trial.md', 'topics/widgets.mdx'];

async function said(files: Readonly<Record<string, string>>, asOf = AS_OF): Promise<string[]> {
  const issues = checkContent(await contentWith(files), { asOf });
  return issues.filter(({ rule }) => rule === 'future-date').map(({ level, message }) => `${level}: ${message}`);
}

const row = (fields: string): Record<string, string> => ({ 'lookups.yaml': `- { source: example-2020-trial, ${fields} }\n` });
const inTrial = (line: string): Record<string, string> => ({ [trial]: textOf(trial).replace(/^status:/m, `${line}\nstatus:`) });

test.each([
  ['the day on which we read a work', { [trial]: textOf(trial).replace(/retrieved: .*/, 'retrieved: 2026-11-21') }, '`retrieved`'],
  ['a month of publication', { [trial]: textOf(trial).replace(/issued: .*/, 'issued: 2026-12') }, '`issued`'],
  ['a year of publication', { [trial]: textOf(trial).replace(/issued: .*/, 'issued: 2027') }, '`issued`'],
  ['a retraction', inTrial('retracted: { on: 2027-01-01, notice: 10.5555/n }'), '`retracted.on`'],
  ['a withdrawal', inTrial('withdrawn: { on: 2027-01-01, notice: 10.5555/n }'), '`withdrawn.on`'],
  ['a concern', inTrial('concern: { on: 2027-01-01, notice: 10.5555/n }'), '`concern.on`'],
  ['a correction', inTrial('corrected: { on: 2027-01-01, notice: 10.5555/n }'), '`corrected.on`'],
  ['an approval', { 'approvals/term-widget.yaml': approvalOf('term', 'widget', { on: '2027-01-01' }) }, '`on`'],
  ['a change of a topic', { [widgets]: textOf(widgets).replace(/updated: .*/, 'updated: 2027-01-01') }, '`updated`'],
  ['a look at a registry', row('job: notices, on: 2027-01-01, notices: [{ is: other, type: x, work: 10.5555/n }]'), '`on` of entry 1'],
  [
    'a notice in a lookup',
    row('job: notices, on: 2026-11-01, notices: [{ is: other, type: x, work: 10.5555/n, on: 2027 }]'),
    '`notices[0].on` of entry 1',
  ],
  [
    'a look for anchors',
    {
      'verifications.yaml': `- { source: example-2020-trial, snapshot: sha256-${'0'.repeat(64)}, on: 2027-01-01, anchors: [${'0'.repeat(64)}] }\n`,
    },
    '`on` of entry 1',
  ],
])('%s that lies ahead is an error', async (_, files, field) => {
  expect(await said(files)).toEqual([
    expect.stringMatching(new RegExp(`^error: ${field.replace(/[[\]]/g, '\\$&')} is .*20 November 2026\\.$`)),
  ]);
});

test.each([
  ['the day of the check itself', { [trial]: textOf(trial).replace(/retrieved: .*/, 'retrieved: 2026-11-20') }],
  ['the month and the year that have begun', { [trial]: textOf(trial).replace(/issued: .*/, 'issued: 2026-11') }],
  ['no date', { [trial]: textOf(trial).replace(/issued: .*/, 'issued: undated') }],
  ['the expected end of a trial', inTrial('pending: { registry: NCT00000001, completion: 2031-05 }')],
  [
    'an end that a registry gives',
    row('job: registration, on: 2026-11-01, registry: NCT00000001, status: RECRUITING, completion: 2031-05, results: false'),
  ],
])('%s may stand', async (_, files) => {
  expect(await said(files)).toEqual([]);
});

test('as of a day before everything was written, the day of the check is the one mistake', async () => {
  const [one, ...more] = await said({}, '1970-01-01');
  expect(more).toEqual([]);
  expect(one).toMatch(
    /^error: The day of this check is 1 January 1970, and \d+ of \d+ files with dates tell of later days, the last of them .* 2026\.$/,
  );
});

test('as of a day far ahead nothing is wrong that was right, and what is overdue is said as a warning', async () => {
  const issues = checkContent(await contentWith(), { asOf: '2099-01-01' });
  expect(new Set(issues.map(({ rule, level }) => `${rule} ${level}`))).toEqual(new Set(['review-overdue warning']));
});

test('no kind of source has a longer term of its own than a review may have', () => {
  for (const { reviewMonths } of Object.values(sourceKinds)) expect(reviewMonths).toBeLessThanOrEqual(LONGEST_APPROVAL_MONTHS);
});
