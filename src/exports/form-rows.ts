/** What the form for editors offers of each noun, and what it says of it: one row each. */
import type { Noun } from '../schema/nouns.ts';

export interface FormRow {
  /** `form`: filled in here. `lookup`: only to be picked from. `none`: not in the form at all. */
  readonly use: 'form' | 'lookup' | 'none';
  readonly label: string;
  readonly singular: string;
  readonly says: string;
  /** By what an entry is known in lists: a field, or several. */
  readonly shows: readonly string[];
  readonly startsWith?: Readonly<Record<string, string>>;
}

/** What the form offers of each noun. MDX is code, which a form cannot keep whole; pathways are rules, and sightings are for a machine to write. */
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
  section: { use: 'form', label: 'Shelves', singular: 'shelf', says: 'The shelves on which topics stand, in order.', shows: ['title'] },
  person: {
    use: 'form',
    label: 'People',
    singular: 'person',
    says: 'Editors and reviewers, with what they declared and when.',
    shows: ['name'],
  },
  question: { use: 'lookup', label: 'Questions', singular: 'question', says: 'Questions that findings answer.', shows: ['question'] },
  topic: { use: 'lookup', label: 'Topics', singular: 'topic', says: 'Pages that readers read.', shows: ['title'] },
  pathway: { use: 'none', label: 'Pathways', singular: 'pathway', says: 'Published algorithms as rules.', shows: ['title'] },
  fingerprint: {
    use: 'none',
    label: 'Fingerprints',
    singular: 'fingerprint',
    says: 'Hashes of raw articles.',
    shows: ['source'],
  },
  lookup: { use: 'none', label: 'Lookups', singular: 'lookup', says: 'What registries and servers said.', shows: ['source'] },
  feed: {
    use: 'form',
    label: 'Feeds',
    singular: 'feed',
    says: 'Feeds that are read on a schedule; new items come as drafts.',
    shows: ['title'],
  },
  sighting: { use: 'none', label: 'Sightings', singular: 'sighting', says: 'Anchors that a machine found again.', shows: ['source'] },
} as const satisfies Record<Noun, FormRow>;
