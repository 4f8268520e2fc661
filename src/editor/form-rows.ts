/** What the form for editors offers of each collection, and what it says of it: one row each. */
import type { Collection } from '../schema/collections.ts';

export interface FormRow {
  /** `form`: filled in here. `lookup`: only to be picked from. */
  readonly use: 'form' | 'lookup';
  readonly label: string;
  readonly singular: string;
  readonly says: string;
  /** By what an entry is known in lists: a field, or several. */
  readonly shows: readonly string[];
  readonly startsWith?: Readonly<Record<string, string>>;
}

/**
 * What the form offers. Questions and topics can only be picked: their text is MDX, which is code, and a form would not keep it whole.
 * Collections without a row are not in it: pathways are rules to be tried in order, and the rest is written by programs.
 */
export const formRows = {
  source: {
    use: 'form',
    label: 'Sources',
    singular: 'source',
    says: 'Works that someone published, each with our digest of it. A new one starts as a draft, which no reader sees.',
    shows: ['title'],
    startsWith: { language: 'en', retrieved: '{{now}}', status: 'draft' },
  },
  term: { use: 'form', label: 'Glossary', singular: 'term', says: 'Terms with their abbreviations and definitions.', shows: ['name'] },
  section: {
    use: 'form',
    label: 'Sections',
    singular: 'section',
    says: 'The sections into which topics are grouped, in order.',
    shows: ['title'],
  },
  person: {
    use: 'form',
    label: 'People',
    singular: 'person',
    says: 'Editors and reviewers, with what they declared and when.',
    shows: ['name'],
  },
  feed: {
    use: 'form',
    label: 'Feeds',
    singular: 'feed',
    says: 'Feeds that are read on a schedule; new items come as drafts.',
    shows: ['title'],
  },
  question: { use: 'lookup', label: 'Questions', singular: 'question', says: 'Questions that findings answer.', shows: ['question'] },
  topic: { use: 'lookup', label: 'Topics', singular: 'topic', says: 'Pages that readers read.', shows: ['title'] },
} as const satisfies Partial<Record<Collection, FormRow>>;

/** The collections of the form, in the order of its menu. */
export const formCollections = Object.entries(formRows) as [keyof typeof formRows, FormRow][];
