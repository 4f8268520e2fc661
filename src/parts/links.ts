/** Links to entries, with what lists print beside them. */
import { citedMark, type CitedMark } from '../evidence/cited-mark.ts';
import type { EntryRef, EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import { entryOf, titleOf, type Library, type SourceEntry } from '../library/library.ts';
import { referenceFragment } from '../schema/addresses.ts';
import type { QuestionId } from '../schema/id.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Statement } from '../schema/statement.ts';
import { toVerdictView, type VerdictView } from './finding-row.ts';
import { formatDate } from './format.ts';
import type { Link } from './shell.ts';
import { entryUrl, questionUrl, sourceUrl } from './urls.ts';

/** E.g. `{ href: '/topics/phlegmasia/', text: 'Limb-threatening DVT (phlegmasia)' }`; an entry that is not there goes by its id. */
export function toEntryLink(library: Library, { collection, id }: EntryRef): Link {
  const entry = entryOf(library, collection, id);
  return { href: entryUrl(collection, id), text: entry ? titleOf(entry) : id };
}

/** A question with where its sources stand. */
export interface QuestionLink extends Link {
  /** The answer in one sentence; empty where nobody wrote it. */
  readonly gist: string;
  readonly verdict: VerdictView;
  readonly sources: number;
}

export function toQuestionLinks(graph: EvidenceGraph, ids: readonly QuestionId[]): QuestionLink[] {
  return ids.flatMap((id) => {
    const question = graph.library.questions.get(id);
    const verdict = graph.verdicts.get(id);
    if (!question || !verdict) return [];
    const sources = new Set((graph.findings.get(id) ?? []).map(({ source }) => source.id)).size;
    return [{ href: questionUrl(id), text: question.question, gist: question.gist ?? '', verdict: toVerdictView(verdict), sources }];
  });
}

/** A notice of safety with its kind and day, e.g. `Safety notice, 23 August 2024`, to stand above what it is about. */
export const toAlert = (source: SourceEntry): Link & { readonly label: string } => ({
  href: sourceUrl(source.id),
  text: source.gist ?? source.title,
  label: `${kindRow(source.kind).label}, ${formatDate(source.issued)}`,
});

/** The notices of safety among these sources that nothing has replaced, the newest first. */
export const safetyNotices = (sources: Iterable<SourceEntry>): SourceEntry[] =>
  [...sources]
    .filter(({ kind, supersededBy }) => kind === 'safety-notice' && !supersededBy)
    .sort((a, b) => b.issued.localeCompare(a.issued) || (a.id < b.id ? -1 : 1));

/** A statement of ours with the passages that carry it, as links into the reference list of its page, each with its place in parentheses. */
export interface StatementView {
  readonly says: string;
  readonly from: readonly (Link & { readonly locator: string; readonly cited?: CitedMark | undefined })[];
}

export function toStatementView(graph: EvidenceGraph, statement: Statement): StatementView {
  return {
    says: statement.says,
    from: statement.from.map(({ source, locator }) => {
      const entry = graph.library.sources.get(source);
      return {
        href: `#${referenceFragment(source)}`,
        text: entry ? citationName(entry) : source,
        locator: locator ? `(${locator})` : '',
        cited: entry && citedMark(entry),
      };
    }),
  };
}
