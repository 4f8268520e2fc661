/** The desk of the editors as data, for scripts that count flaws over time or open tickets for them. */
import type { DeskRow } from './dashboard-row.ts';
import type { EditorialPage } from './dashboard-page.ts';

const toEntry = ({ collection, id, title, says, weight, file, href, edit }: DeskRow, site: { readonly url: string }) => ({
  noun: collection,
  id,
  title,
  says,
  weight,
  file,
  page: href ? new URL(href, site.url).href : null,
  edit: edit ?? null,
});

/**
 * The file as JSON text. Every kind of flaw has a row, if an empty one; `weight` counts the pages that depend on the entry;
 * `page` is null for a draft, `edit` where the site names no repository. Example:
 * ```json
 * { "asOf": "2026-11-20",
 *   "flaws": [{ "name": "overdue", "label": "Overdue", "says": "The day by which …", "entries": [
 *     { "noun": "source", "id": "nice-2019-ipg651", "title": "NICE, 2019. …", "says": "Its review was due on 2 November 2026.",
 *       "weight": 12, "file": "content/sources/nice-2019-ipg651.md", "page": "https://…/sources/nice-2019-ipg651/", "edit": null }] }],
 *   "queue": [{ "status": "under-review", "entries": [ … ] }] }
 * ```
 */
export function toFlawsJson({ asOf, flaws, clear, queue }: EditorialPage, site: { readonly url: string }): string {
  const empty = clear.map(({ id, label, says }) => ({ name: id, label, says, entries: [] }));
  const found = flaws.map(({ id, label, says, rows }) => ({ name: id, label, says, entries: rows.map((row) => toEntry(row, site)) }));
  const states = queue.map(({ id, rows }) => ({ status: id, entries: rows.map((row) => toEntry(row, site)) }));
  return `${JSON.stringify({ asOf, flaws: [...found, ...empty], queue: states }, null, 2)}\n`;
}
