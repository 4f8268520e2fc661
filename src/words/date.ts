/** The months by name, and how a date reads in a sentence. */

/** `January` to `December`. */
export const monthNames: readonly string[] = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `jan` to `dec`, as BibTeX and records write them. */
export const monthAbbreviations: readonly string[] = monthNames.map((name) => name.slice(0, 3).toLowerCase());

/** A date as it stands in a sentence, as precise as it is given: `27 March 2024`, `March 2024`, `2024`; `undated` stays as it is. */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [day && String(Number(day)), month && monthNames[Number(month) - 1], year].filter(Boolean).join(' ');
}
