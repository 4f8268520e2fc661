/** Dates as editors write them. YAML readers may hand over a `Date` or a number; the value is always a string. */
import { z } from 'zod';

const toText = (value: unknown): unknown => {
  if (value instanceof Date) return Number.isNaN(+value) ? 'invalid date' : value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value) : value;
};

/** A whole day, e.g. `2026-11-20`. Rejects days that do not exist. */
export const day = z.preprocess(toText, z.iso.date('a day is written 2026-11-20 and must exist')).meta({ type: 'string', format: 'date' });

const isPartialDate = (text: string): boolean => {
  if (text === 'undated') return true;
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!match) return false;
  if (match[3]) return z.iso.date().safeParse(text).success;
  return !match[2] || (Number(match[2]) >= 1 && Number(match[2]) <= 12);
};

/** As precise as the publisher is: `2017`, `2017-12`, `2017-12-07`, or `undated`. */
export const partialDate = z
  .preprocess(
    toText,
    z.string().refine(isPartialDate, 'a date is written 2017, 2017-12 or 2017-12-07 and must exist; `undated` is an answer'),
  )
  .meta({ type: ['string', 'integer'], format: 'partial-date', pattern: '^(?:undated|\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)$' });
