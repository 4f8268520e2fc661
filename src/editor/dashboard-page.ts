/** The desk of the editors: flaws by kind and pages by state of review, the heaviest first, each with the file to mend. */
import type { EditorialInput } from '../evidence/desk.ts';
import { buildFlaws } from '../evidence/flaws.ts';
import { buildReviewQueue } from '../evidence/review-queue.ts';
import { statuses } from '../schema/vocabulary.ts';
import { site } from '../config.ts';
import { toPieces, type CodePiece } from '../parts/code-pieces.ts';
import { formatDate } from '../parts/format.ts';
import { effortOf } from '../parts/review-state.ts';
import { siteRepository, editUrl, type Repository } from '../parts/repository.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import { editorialUrl, flawsUrl, homeUrl, peopleUrl, rulesUrl, entryUrl } from '../parts/urls.ts';
import { capitalise, formatCount } from '../words/phrase.ts';
import type { EntryRef } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import { entryOf, titleOf } from '../library/library.ts';
import { collections } from '../schema/collections.ts';

export interface DeskRow {
  readonly collection: EntryRef['collection'];
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Empty for a draft: readers have no page of it. */
  readonly href: string;
  readonly says: string;
  /** Pages that depend on it, as a number and in words. */
  readonly weight: number;
  readonly weightSays: string;
  /** Relative to the project, e.g. `content/terms.yaml`. */
  readonly file: string;
  /** The editor of that file; undefined where the site names no repository. */
  readonly edit: string | undefined;
}

/** Looks among the entries that readers get, then among the drafts. */
function nameOf({ graph: { library }, drafts }: EditorialInput, { collection, id }: EntryRef): Pick<DeskRow, 'title' | 'href' | 'file'> {
  const held = entryOf(library, collection, id);
  const entry = held ?? entryOf(drafts, collection, id);
  if (!entry) return { title: id, href: '', file: '' };
  const title = titleOf(entry);
  return {
    title: 'retrieved' in entry ? `${citationName(entry).replace(/\.$/, '')}. ${title}` : collection === 'term' ? capitalise(title) : title,
    href: held ? entryUrl(collection, id) : '',
    file: 'file' in entry ? entry.file : `${site.contentFolder}/${collections[collection].path}`,
  };
}

/** The row of one entry, e.g. with `weightSays: '12 pages depend on it'`. */
function toDeskRow(
  desk: EditorialInput,
  { weight, says, ...ref }: EntryRef & { readonly weight: number; readonly says: string },
  repository: Repository | undefined,
): DeskRow {
  const named = nameOf(desk, ref);
  return {
    collection: ref.collection,
    id: ref.id,
    kind: ref.collection === 'term' ? 'Glossary' : capitalise(ref.collection),
    ...named,
    says,
    weight,
    weightSays: weight ? `${formatCount(weight, 'page')} depend${weight === 1 ? 's' : ''} on it` : 'No page depends on it',
    edit: repository && named.file ? editUrl(named.file, repository) : undefined,
  };
}

interface DeskSection {
  /** Fragment of the section, and permanent name of the flaw or state. */
  readonly id: string;
  readonly label: string;
  /** What it means, as data. */
  readonly says: string;
  /** The same and the way out, as the page prints it. */
  readonly lead: readonly CodePiece[];
  readonly count: number;
  readonly rows: readonly DeskRow[];
}

export interface EditorialPage {
  readonly shell: Shell;
  /** Day as of which the page is, as data and in words. */
  readonly asOf: string;
  readonly asOfSays: string;
  /** Kinds of flaw that something has. */
  readonly flaws: readonly DeskSection[];
  /** Kinds of flaw that nothing has. */
  readonly clear: readonly { readonly id: string; readonly label: string; readonly says: string }[];
  readonly queue: readonly DeskSection[];
  /** What belongs to the desk and has a page of its own. */
  readonly also: readonly Link[];
  /** What stands above everything, in numbers. */
  readonly summary: string;
}

const waits =
  'The heaviest first: there an approval helps most. `npm run review -- <kind>/<id>` prints what one covers and how to sign it.';

function queueOf(desk: EditorialInput, repository: Repository | undefined): DeskSection[] {
  return buildReviewQueue(desk.graph).map(({ state, pages }) => ({
    id: state,
    label: statuses[state].label,
    says: `${capitalise(statuses[state].says)}.`,
    lead: toPieces(`${capitalise(statuses[state].says)}.${state === 'approved' ? '' : ` ${waits}`}`),
    count: pages.length,
    rows: pages.map(({ due, overdue, state: own, ...page }) => {
      const again = due ? `${overdue ? 'Was due' : 'To be looked at again'} on ${formatDate(due)}.` : '';
      const takes = own === 'approved' ? '' : `${Object.values(effortOf(desk.graph, page.collection, page.id)).join(', ')}.`;
      return toDeskRow(desk, { ...page, says: [again, takes].filter(Boolean).join(' ') }, repository);
    }),
  }));
}

/** The page as of the graph's day; files are linked to their editor where there is a repository, and the form where it has an address. */
export function editorialPage(
  desk: EditorialInput,
  repository = siteRepository(),
  { form }: { readonly form?: string | undefined } = site,
): EditorialPage {
  const kinds = buildFlaws(desk);
  const flaws = kinds.map(({ name, label, says, way, flaws: own }): DeskSection => ({
    id: name,
    label,
    says,
    lead: toPieces(`${says} ${way}`),
    count: own.length,
    rows: own.map((flaw) => toDeskRow(desk, flaw, repository)),
  }));
  const found = flaws.filter(({ count }) => count > 0);
  const queue = queueOf(desk, repository);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const waiting = queue.filter(({ id }) => id !== 'approved').reduce((sum, { count }) => sum + count, 0);
  return {
    shell: toShell({
      title: 'Content quality',
      description: 'Weak points of the content, pages that wait for a clinician, and the file to edit for each.',
      path: editorialUrl,
      breadcrumbs: [{ href: homeUrl, text: 'Home' }],
      hidden: true,
    }),
    asOf: desk.graph.asOf,
    asOfSays: formatDate(desk.graph.asOf),
    flaws: found,
    clear: flaws.filter(({ count }) => count === 0).map(({ id, label, says }) => ({ id, label, says })),
    queue,
    also: [
      ...(form === undefined ? [] : [{ href: form, text: 'form for new sources' }]),
      { href: peopleUrl, text: 'people' },
      { href: rulesUrl, text: 'rules of the check' },
      { href: flawsUrl, text: 'this page as JSON' },
    ],
    summary: `${total ? formatCount(total, 'flaw') : 'No flaw that we know how to look for'}, and ${
      waiting ? `${formatCount(waiting, 'page')} that no clinician has approved` : 'no page that waits for a clinician'
    }.`,
  };
}

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
