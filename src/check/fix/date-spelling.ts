/** Dates in another spelling than ours, where they can be read in one way only. Never guesses which number is the month. */
import { day, partialDate } from '../../schema/date.ts';
import { monthAbbreviations, monthNames } from '../../words/date.ts';

/** The number of a month by its English name, full or cut to three or four letters, e.g. `monthOf('Sept') === 9`. */
function monthOf(name: string): number | undefined {
  const wanted = name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^sept$/, 'sep');
  const index = monthNames.findIndex((full, i) => wanted === full.toLowerCase() || wanted === monthAbbreviations[i]);
  return index < 0 ? undefined : index + 1;
}

const iso = (year: string, month: number | string, dayOfMonth?: string): string =>
  [year, String(month).padStart(2, '0'), ...(dayOfMonth === undefined ? [] : [dayOfMonth.padStart(2, '0')])].join('-');

/** Every way in which a text can be read as a date, the impossible ones included. */
function readings(text: string): string[] {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (yearFirst) return [iso(yearFirst[1] ?? '', yearFirst[3] ?? '', yearFirst[4])];
  const midnight = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/.exec(text);
  if (midnight) return [midnight[1] ?? ''];
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast) {
    const [, first = '', , second = '', year = ''] = yearLast;
    return [iso(year, first, second), iso(year, second, first)];
  }
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+\.?)(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})$/.exec(text);
  const month = monthOf(named?.[2] ?? '');
  if (!named || month === undefined || (named[1] && named[3])) return /^undated$/i.test(text) ? ['undated'] : [];
  return [iso(named[4] ?? '', month, named[1] ?? named[3])];
}

/**
 * A date in our spelling, e.g. `respelledDate('2026-3-7', 'date') === '2026-03-07'`; `13/07/2026` can only be 13 July, while
 * `03/07/2026` may be either and gives `undefined`, as does whatever is right already or is no date.
 */
export function respelledDate(text: string, format: 'date' | 'partial-date'): string | undefined {
  const schema = format === 'date' ? day : partialDate;
  if (schema.safeParse(text).success) return undefined;
  const possible = new Set(readings(text.trim()).filter((reading) => schema.safeParse(reading).success));
  return possible.size === 1 ? [...possible][0] : undefined;
}
