import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateInWords, monthAbbreviations, monthNames } from '../../../src/words/date.ts';

it('names the twelve months as the language does', () => {
  const english = (month: 'long' | 'short') =>
    Array.from({ length: 12 }, (_, i) => new Intl.DateTimeFormat('en-US', { month, timeZone: 'UTC' }).format(Date.UTC(2024, i, 15)));
  expect(monthNames).toEqual(english('long'));
  expect(monthAbbreviations).toEqual(english('short').map((name) => name.toLowerCase()));
});

it.each([
  ['2024-03-07', '7 March 2024'],
  ['2024-12', 'December 2024'],
  ['2024', '2024'],
  ['undated', 'undated'],
])('says %s as “%s”', (date, says) => {
  expect(dateInWords(date)).toBe(says);
});

it('says every day so that it can be read back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [day = '', month = '', year = ''] = dateInWords(iso).split(' ');
      expect([year, String(monthNames.indexOf(month) + 1).padStart(2, '0'), day.padStart(2, '0')].join('-')).toBe(iso);
    }),
  );
});
