/** Months on from a day, and dates in words. */
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src/evidence/calendar.ts';
import { dateInWords } from '../../../src/words/date.ts';

describe('the calendar', () => {
  it('keeps to the last day of a short month and carries years', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2024-01-31', 1), addMonths('2026-11-20', 24), addMonths('2026-12-31', 12)]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2028-11-20',
      '2027-12-31',
    ]);
  });

  it('reads dates out as precisely as they are given', () => {
    expect(['2024-03-27', '2024-03', '2024', 'undated'].map(dateInWords)).toEqual(['27 March 2024', 'March 2024', '2024', 'undated']);
  });
});
