/** One entry on the desk of the editors: what it is, what is the matter, how much hangs on it, and where it is mended. */
import type { EditorialInput } from '../evidence/desk.ts';
import type { EntryRef } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import { entryOf, titleOf } from '../library/library.ts';
import { collections } from '../schema/collections.ts';
import { site } from '../config.ts';
import { editUrl, type Repository } from '../parts/repository.ts';
import { entryUrl } from '../parts/urls.ts';
import { capitalise, formatCount } from '../words/phrase.ts';

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
export function toDeskRow(
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
