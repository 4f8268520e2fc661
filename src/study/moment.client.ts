/** The moment and the day where the reader is: the only clock of this room. */

export interface Moment {
  readonly now: number;
  /** E.g. `2026-11-20`. */
  readonly day: string;
  /** The ends of this day and of those after it, in milliseconds since 1970. */
  readonly ends: readonly number[];
}

/** Now, with the ends of so many days. Midnight is that of the device, whichever way its clock was put forward. */
export function momentOnDevice(days = 1): Moment {
  const date = new Date();
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    now: date.getTime(),
    day: `${year}-${two(month + 1)}-${two(day)}`,
    ends: Array.from({ length: days }, (_, index) => new Date(year, month, day + index + 1).getTime() - 1),
  };
}
