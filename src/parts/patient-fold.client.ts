/** Fills a fold with the conditions of sources when it is opened, from the page that has them all where the fold has none. */
import './patient.client.ts';
import { partOf } from './page-part.client.ts';

/** Fetches the conditions into an open fold, e.g. of the search page. Where that fails, the link to their page stays, and the next opening tries again. */
export async function fill(fold: HTMLDetailsElement): Promise<void> {
  const { from } = fold.dataset;
  if (from === undefined || !fold.open) return;
  delete fold.dataset['from'];
  const answer = await fetch(from).catch(() => undefined);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  const conditions = page?.querySelector('patient-conditions');
  if (conditions) partOf(fold, '[data-wait]').replaceWith(document.adoptNode(conditions));
  else fold.dataset['from'] = from;
}
