/** The desk of the editors: flaws by kind and pages by state of review, the heaviest first, each with the file to mend. */
import type { EditorialInput } from '../evidence/desk.ts';
import { buildFlaws } from '../evidence/flaws.ts';
import { buildReviewQueue } from '../evidence/review-queue.ts';
import { approvalClosed } from '../schema/review.ts';
import { statuses } from '../schema/vocabulary.ts';
import { site } from '../config.ts';
import { toPieces, type CodePiece } from '../parts/code-pieces.ts';
import { toDeskRow, type DeskRow } from './dashboard-row.ts';
import { formatDate } from '../parts/format.ts';
import { siteRepository, type Repository } from '../parts/repository.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import { editorialUrl, flawsUrl, homeUrl, peopleUrl, rulesUrl } from '../parts/urls.ts';
import { capitalise, formatCount } from '../words/phrase.ts';

export interface DeskSection {
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

const waits = `${approvalClosed.why} ${approvalClosed.meanwhile}`;

function queueOf(desk: EditorialInput, repository: Repository | undefined): DeskSection[] {
  return buildReviewQueue(desk.graph).map(({ status, pages }) => ({
    id: status,
    label: statuses[status].label,
    says: `${capitalise(statuses[status].says)}.`,
    lead: toPieces(`${capitalise(statuses[status].says)}.${status === 'approved' ? '' : ` ${waits}`}`),
    count: pages.length,
    rows: pages.map(({ due, overdue, status: _status, ...page }) =>
      toDeskRow(desk, { ...page, says: `${overdue ? 'Was due' : 'To be looked at again'} on ${formatDate(due)}.` }, repository),
    ),
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
