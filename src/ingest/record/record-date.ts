/** Dates of records, as precise as the record is and no more. */
import { partialDate } from '../../schema/date.ts';
import { monthAbbreviations } from '../../words/date.ts';

const twoDigits = (text: string): string => text.padStart(2, '0');
const monthOf = (text: string): string | undefined => {
  if (/^\d{1,2}$/.test(text)) return twoDigits(text);
  const at = monthAbbreviations.indexOf(text.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : twoDigits(String(at + 1));
};

/** The longest part of a date that exists, e.g. `toPartialDate('2019', 'Feb', '30') === '2019-02'`; undefined without a year. */
export function toPartialDate(year: string | undefined, month?: string, day?: string): string | undefined {
  const whole = [year, month && monthOf(month), day && /^\d{1,2}$/.test(day) ? twoDigits(day) : undefined];
  for (let length = 3; length > 0; length--) {
    const parts = whole.slice(0, length);
    const text = parts.join('-');
    if (parts.every(Boolean) && /^\d{4}/.test(text) && partialDate.safeParse(text).success) return text;
  }
  return undefined;
}

/** A date written `2019`, `2019-03`, `2019-03-07` or with a time behind it, e.g. `fromIso('2019-03-07T00:00:00Z') === '2019-03-07'`. */
export function fromIso(text: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?=$|T|\s)/.exec(text ?? '');
  return match ? toPartialDate(match[1], match[2], match[3]) : undefined;
}

export interface Issued {
  readonly issued: string;
  readonly doubts: readonly string[];
}

/**
 * The day of publication out of those that a record gives: the earlier of online and print, or the more precise of two that agree.
 * Example: online `2020-01-20` and print `2020-03` give `2020-01-20` and a sentence that names both.
 */
export function toIssued(online: string | undefined, print: string | undefined, otherwise: string | undefined): Issued {
  const [first, second] = [online, print].filter((date) => date !== undefined).sort();
  if (first === undefined) {
    const doubt = 'Look for the date of publication: the record gives none, so `issued` says `undated`.';
    return otherwise === undefined ? { issued: 'undated', doubts: [doubt] } : { issued: otherwise, doubts: [] };
  }
  if (second === undefined || second === first) return { issued: first, doubts: [] };
  if (second.startsWith(first)) return { issued: second, doubts: [] };
  return {
    issued: first,
    doubts: [
      `Check \`issued\`: the record gives ${online} for the online and ${print} for the printed version; the earlier one was taken.`,
    ],
  };
}
