/** One entry on the desk of the editors: what it is, what is the matter, how much hangs on it, and where it is mended. */
import type { EntryRef } from '../evidence/dependents.ts';
import type { Desk } from '../evidence/desk.ts';
import { citationName } from '../evidence/source-name.ts';
import { collections } from '../schema/collections.ts';
import { site } from '../config.ts';
import { editUrl, type Repository } from '../parts/repository.ts';
import { pathwayUrl, questionUrl, sourceUrl, termUrl, topicUrl } from '../parts/urls.ts';
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

interface Named {
  readonly title: string;
  readonly href: string;
  readonly file: string;
}

const kinds: Readonly<Record<EntryRef['collection'], string>> = {
  source: 'Source',
  question: 'Question',
  topic: 'Topic',
  pathway: 'Pathway',
  term: 'Glossary',
};

/** Looks among the entries that readers get, then among the drafts. */
function nameOf({ graph: { library }, drafts }: Desk, ref: EntryRef): Named {
  const unknown = { title: ref.id, href: '', file: '' };
  if (ref.collection === 'source') {
    const [held, draft] = [library.sources.get(ref.id), drafts.sources.get(ref.id)];
    const source = held ?? draft;
    return source
      ? { title: `${citationName(source).replace(/\.$/, '')}. ${source.title}`, href: held ? sourceUrl(ref.id) : '', file: source.file }
      : unknown;
  }
  if (ref.collection === 'question') {
    const [held, draft] = [library.questions.get(ref.id), drafts.questions.get(ref.id)];
    const question = held ?? draft;
    return question ? { title: question.question, href: held ? questionUrl(ref.id) : '', file: question.file } : unknown;
  }
  if (ref.collection === 'topic') {
    const [held, draft] = [library.topics.get(ref.id), drafts.topics.get(ref.id)];
    const topic = held ?? draft;
    return topic ? { title: topic.title, href: held ? topicUrl(ref.id) : '', file: topic.file } : unknown;
  }
  if (ref.collection === 'pathway') {
    const [held, draft] = [library.pathways.get(ref.id), drafts.pathways.get(ref.id)];
    const pathway = held ?? draft;
    return pathway ? { title: pathway.title, href: held ? pathwayUrl(ref.id) : '', file: pathway.file } : unknown;
  }
  const term = library.terms.get(ref.id);
  return { title: capitalise(term?.name ?? ref.id), href: termUrl(ref.id), file: `${site.contentFolder}/${collections.term.path}` };
}

/** The row of one entry, e.g. with `weightSays: '12 pages depend on it'`. */
export function toDeskRow(
  desk: Desk,
  { weight, says, ...ref }: EntryRef & { readonly weight: number; readonly says: string },
  repository: Repository | undefined,
): DeskRow {
  const named = nameOf(desk, ref);
  return {
    collection: ref.collection,
    id: ref.id,
    kind: kinds[ref.collection],
    ...named,
    says,
    weight,
    weightSays: weight ? `${formatCount(weight, 'page')} depend${weight === 1 ? 's' : ''} on it` : 'No page depends on it',
    edit: repository && named.file ? editUrl(named.file, repository) : undefined,
  };
}
