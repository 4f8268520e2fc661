/** What changed in the record of one source and in its digest; findings and results have files of their own. */
import { kindRow } from '../schema/kinds.ts';
import { coverages, fundings } from '../schema/vocabulary.ts';
import type { SourceEntry } from '../library/library.ts';
import { sourceName } from '../evidence/source-name.ts';
import type { Change, ChangeKind } from './change.ts';
import { reachOfSource } from './reach.ts';
import type { Sides } from './side.ts';
import { isSame, valueWords } from './words.ts';

/** What a field holds, in words, where the plain value would not do. */
const inWords: Partial<Record<keyof SourceEntry, (source: SourceEntry) => string | undefined>> = {
  kind: ({ kind }) => kindRow(kind).label,
  coverage: ({ coverage }) => coverages[coverage].label,
  interests: ({ interests }) => interests && `${fundings[interests.funding]}: ${interests.note}`,
  restsOn: ({ restsOn }) => valueWords(restsOn.map(({ source, work }) => source ?? work)),
  terms: ({ terms }) => valueWords(Object.entries(terms).map(([word, sense]) => `${word} means ${sense}`)),
};

/** Fields by the kind of change that they make. `findings`, `results`, `status`, `review` and `body` are compared elsewhere. */
const kindOf = {
  kind: 'source-kind',
  coverage: 'source-coverage',
  interests: 'source-interests',
  restsOn: 'source-chain',
  terms: 'source-terms',
  unresolved: 'source-unresolved',
  snapshot: 'source-article',
  pending: 'source-pending',
  title: 'source-record',
  authors: 'source-record',
  issued: 'source-record',
  updated: 'source-record',
  container: 'source-record',
  publisher: 'source-record',
  volume: 'source-record',
  issue: 'source-record',
  pages: 'source-record',
  number: 'source-record',
  doi: 'source-record',
  pmid: 'source-record',
  registry: 'source-record',
  isbn: 'source-record',
  url: 'source-record',
  jurisdiction: 'source-record',
  contributors: 'source-record',
  recordFrom: 'source-record',
  gist: 'digest-changed',
  shortTitle: 'field-changed',
  tags: 'field-changed',
  importance: 'field-changed',
  language: 'field-changed',
  retrieved: 'field-changed',
  rights: 'field-changed',
  aliases: 'field-changed',
  todo: 'field-changed',
  outline: 'field-changed',
} as const satisfies Partial<Record<keyof SourceEntry, ChangeKind>>;

/** What can befall a work, and how it is called when it does. */
const fates = [
  { field: 'retracted', kind: 'source-retracted', says: 'retracted' },
  { field: 'withdrawn', kind: 'source-withdrawn', says: 'withdrawn' },
  { field: 'concern', kind: 'source-doubted', says: 'expression of concern' },
  { field: 'supersededBy', kind: 'source-superseded', says: 'superseded' },
  { field: 'corrected', kind: 'source-corrected', says: 'corrected' },
] as const;

/** The record of one source before and after. */
export function sourceChanges(sides: Sides, before: SourceEntry, after: SourceEntry): Change[] {
  const reaches = reachOfSource(sides, after.id);
  const base = { file: after.file, subject: sourceName(after), reaches };
  const words = (source: SourceEntry, field: keyof SourceEntry): string | undefined =>
    (inWords[field] ?? ((one) => valueWords(one[field])))(source);
  const successor = (source: SourceEntry): string | undefined => {
    const next =
      source.supersededBy &&
      (sides.after.library.sources.get(source.supersededBy) ?? sides.before.library.sources.get(source.supersededBy));
    return next ? sourceName(next) : source.supersededBy;
  };
  const befallen = fates
    .filter(({ field }) => !isSame(before[field], after[field]))
    .map(({ field, kind, says }): Change => {
      const of = (source: SourceEntry) => (field === 'supersededBy' ? successor(source) : valueWords(source[field]));
      return { ...base, kind: after[field] === undefined ? 'source-fate-undone' : kind, says, before: of(before), after: of(after) };
    });
  const fields = (Object.keys(kindOf) as (keyof typeof kindOf)[]).filter((field) => !isSame(before[field], after[field]));
  return [
    ...befallen,
    ...fields.map((field): Change => {
      const was = words(before, field);
      const is = words(after, field);
      const hidden = was === is ? `${field}, in its details` : field;
      return { ...base, kind: kindOf[field], says: hidden, before: was === is ? undefined : was, after: was === is ? undefined : is };
    }),
  ];
}
