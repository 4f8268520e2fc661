/** Which sentences call a trial running, and which only use the words. */
import { expect, test } from 'vitest';
import { entryTellsOfRunningTrial, pendingSentence, saysTrialRuns } from '../../../src/evidence/pending.ts';

test.each([
  'DEFIANCE is under way;',
  'C-TRACT pending [@washington-university-c-tract].',
  'The pending DEFIANCE trial is confined to iliofemoral clot.',
  'A randomised trial is still recruiting.',
  'Neither trial has reported; results are awaited.',
  'C-TRACT is such a trial, and its results were awaited in November 2025.',
  'See [the trials that are still running](/topics/trials-still-running/).',
  'The study has no results yet.',
  'NCT05701917 is expected to end in January 2027.',
  'Two ongoing trials ask this.',
])('calls a trial running: %s', (text) => expect(saysTrialRuns(text)).toBe(true));

test.each([
  'The trial ended in 2017 and was published.',
  'Clot may still be running along the vein.',
  'Bleeding is awaited with a bag of blood at hand.',
  'The page is pending review.',
  'In the trial most people had symptoms under a week. Swelling is still present in many.',
])('calls no trial running: %s', (text) => expect(saysTrialRuns(text)).toBe(false));

test('looks at every text of an entry and at no name of another', () => {
  expect(entryTellsOfRunningTrial({ pitfalls: [{ says: 'The trial is still recruiting.', from: [] }] })).toBe(true);
  expect(entryTellsOfRunningTrial({ topics: ['the trial is still recruiting'], from: [{ source: 'the trial is still recruiting' }] })).toBe(
    false,
  );
});

test('says of a trial where it stands, never that a result that is out is awaited', () => {
  const pending = { registry: 'NCT03250247', completion: '2026-04-27' };
  const announced = { on: '2026-06-21', where: 'the journal' };
  expect(pendingSentence(pending, '2026-04-27')).toBe('Still running: completion expected on 27 April 2026 (NCT03250247).');
  expect(pendingSentence(pending, '2026-04-28')).toBe(
    'Completion was due on 27 April 2026 (NCT03250247); its result has not been read by us.',
  );
  expect(pendingSentence({ ...pending, announced }, '2026-11-26')).toBe(
    'The result was announced as published on 21 June 2026 (NCT03250247; the journal); it has not been read by us.',
  );
  expect(pendingSentence({ ...pending, announced }, '2026-06-20')).toContain('Completion was due');
});
