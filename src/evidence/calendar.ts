/** Arithmetic on days as ISO text. No clock: the day is always handed in. */

/**
 * The day that many months later, e.g. `addMonths('2026-11-20', 12) === '2027-11-20'`. A day that the month lacks
 * becomes its last: `addMonths('2026-01-31', 1) === '2026-02-28'`.
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
