/** How reports of doors are printed: tables of text, sizes, verdicts. Pure. */

/** E.g. `12.3 kB`. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** What is said of a budget. */
export const verdict = (good: boolean): string => (good ? 'within budget' : 'OVER BUDGET');

/** Rows in columns of one width, the first to the left and numbers to the right, e.g. `table([['part', 'kB'], ['names', '7']])`. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')).join('\n');
}
