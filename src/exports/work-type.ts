/** How a source is typed in the outside world: from its kind, and from whether it stands in a journal. */
import { kindRow } from '../schema/kinds.ts';
import type { SourceEntry } from '../library/library.ts';

export interface WorkType {
  readonly csl: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly schemaOrg: string;
}

const article: Omit<WorkType, 'schemaOrg'> = { csl: 'article-journal', bibtex: 'article', ris: 'JOUR' };

/** Whether it is exported as an article: its kind can stand in a journal, and it names one. */
export const standsInJournal = (source: Pick<SourceEntry, 'kind' | 'container'>): boolean =>
  kindRow(source.kind).inJournal && source.container !== undefined;

/** The export types of a source, e.g. a guideline printed in a journal is a `JOUR` for reference managers. */
export function workType(source: Pick<SourceEntry, 'kind' | 'container'>): WorkType {
  const { csl, bibtex, ris, schemaOrg } = kindRow(source.kind);
  return { csl, bibtex, ris, schemaOrg, ...(standsInJournal(source) ? article : {}) };
}
