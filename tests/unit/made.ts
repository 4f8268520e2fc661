/** Made-up entries for unit tests: the schema fills in the rest, so that a fixture says only what its test is about. */
import { exampleKey, lineOf, signedFile } from '../../src/check/examples/signing.ts';
import { buildEvidenceGraph } from '../../src/evidence/build-evidence.ts';
import { approval, approvalId } from '../../src/schema/approval.ts';
import { question, type Question } from '../../src/schema/question.ts';
import type { QuestionId, SourceId, TermId, TopicId } from '../../src/schema/id.ts';
import type { SourceHistory } from '../../src/schema/history.ts';
import type { Lookup } from '../../src/schema/lookup.ts';
import { person, type Person } from '../../src/schema/person.ts';
import { sourceKinds } from '../../src/schema/kinds.ts';
import type { AdviceDirection } from '../../src/schema/recommendation.ts';
import { source } from '../../src/schema/source.ts';
import { term, type Term } from '../../src/schema/term.ts';
import { topic } from '../../src/schema/topic.ts';
import { siteProfile } from '../../src/schema/site-profile.ts';
import { collections, type PageCollection } from '../../src/schema/collections.ts';
import { toVocabulary } from '../../src/schema/vocabulary.ts';
import { keysOf } from '../../src/schema/word-list.ts';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { toLibrary, type EntryOf, type Library, type QuestionEntry, type SourceEntry, type TopicEntry } from '../../src/library/library.ts';

/** Every kind that a source can have. */
export const sourceKindNames = keysOf(sourceKinds).options;

type Fields = Record<string, unknown>;

const shipped = (file: string): unknown => parse(readFileSync(`content/${file}`, 'utf8'), { schema: 'core' });
/** The words and the profile of the shipped site, by which made entries are read. */
export const vocabulary = toVocabulary(shipped('vocabulary.yaml'));
export const site = siteProfile(vocabulary).parse(shipped('site.yaml'));

/** A source, e.g. `madeSource('moon-2020-cheese', { kind: 'trial' })`; its results have names. Throws when the schema refuses the fields. */
export function madeSource(id: string, fields: Fields = {}): SourceEntry {
  const parsed = source(vocabulary).parse({
    kind: 'trial',
    title: `Work ${id}`,
    authors: [{ family: 'Moon', given: 'Ada' }],
    issued: 2020,
    language: 'en',
    retrieved: '2026-01-01',
    coverage: 'full-text',
    status: 'under-review',
    ...fields,
    results: ((fields['results'] ?? []) as Fields[]).map((result, index) => ({ id: `result-${index + 1}`, ...result })),
  });
  return { ...parsed, id: id as SourceId, file: `content/sources/${id}.md`, body: '' };
}

let named = 0;

/** A finding with its needful fields, to go into a source, e.g. `madeFinding('q', 'for')`; `none` is one without a direction. */
export const madeFinding = (questionId: string, direction: AdviceDirection | 'none', fields: Fields = {}): Fields => ({
  id: `finding-${(named += 1)}`,
  question: questionId,
  ...(direction === 'none' ? {} : { direction }),
  says: 'It says so.',
  population: 'femoropopliteal',
  intervention: 'any-removal',
  ...fields,
});

/** A question on femoropopliteal clot, unless told otherwise. */
export function madeQuestion(id: string, fields: Fields = {}, body = ''): QuestionEntry {
  const parsed: Question = question(vocabulary).parse({
    question: `Is ${id} so?`,
    short: id,
    asks: 'recommendation',
    pico: { population: 'femoropopliteal', intervention: 'any-removal', comparator: 'anticoagulation', outcome: 'symptoms' },
    topics: ['legs'],
    updated: '2026-01-01',
    status: 'under-review',
    ...fields,
  });
  return { ...parsed, id: id as QuestionId, file: `content/questions/${id}.mdx`, body };
}

/** A concept topic, unless told otherwise. */
export function madeTopic(id: string, fields: Fields = {}, body = ''): TopicEntry {
  const parsed = topic(vocabulary).parse({
    kind: 'concept',
    title: `About ${id}`,
    summary: 'A page.',
    section: 'shelf',
    objectives: ['Know it'],
    pitfalls: [{ says: 'A mistake.', from: [{ source: 'moon-2020-cheese' }] }],
    updated: '2026-01-01',
    status: 'under-review',
    ...fields,
  });
  return { ...parsed, id: id as TopicId, file: `content/topics/${id}.mdx`, body };
}

/** A glossary term. */
export const madeTerm = (id: string, fields: Fields = {}): Term =>
  term(vocabulary).parse({ id: id as TermId, name: id, definition: 'A word.', ...fields });

/** A reviewer who has nothing to declare, unless told otherwise. */
export const madePerson = (id: string, fields: Fields = {}): Person =>
  person.parse({
    id,
    name: 'Ada Moon',
    roles: ['reviewer'],
    profession: 'Cheesemonger',
    affiliation: 'The Dairy',
    from: '2026-01-01',
    disclosures: [{ on: '2026-01-01', none: true }],
    ...fields,
  });

/** A library of these entries by the name of their collection, e.g. `buildLibrary({ sources: [source] })`. */
export const buildLibrary = (parts: Readonly<Record<string, unknown>>): Library =>
  toLibrary((name) => {
    const given = parts[collections[name].many];
    return given === undefined ? [] : collections[name].single ? [given] : (given as Iterable<unknown>);
  });

/** A library of made entries; what is not given is empty. */
export const madeLibrary = (parts: {
  sources?: readonly SourceEntry[];
  questions?: readonly QuestionEntry[];
  topics?: readonly TopicEntry[];
  terms?: readonly Term[];
  people?: readonly Person[];
  approvals?: readonly EntryOf<'approval'>[];
  lookups?: readonly Lookup[];
  histories?: readonly SourceHistory[];
}): Library =>
  buildLibrary({
    vocabulary,
    site,
    figures: [],
    sources: [],
    questions: [],
    topics: [],
    terms: [],
    people: [],
    approvals: [],
    lookups: [],
    histories: [],
    ...parts,
    pathways: [],
    sections: [],
    verifications: [],
  });

/**
 * The same with pages that its reviewer `ada-moon` approved, each signed, e.g. `approvedLibrary({ sources }, [['source', 'a']])`: on
 * 1 February 2026 and for a year, unless told otherwise.
 */
export function approvedLibrary(
  { people = [madePerson('ada-moon')], ...parts }: Parameters<typeof madeLibrary>[0],
  pages: readonly (readonly [PageCollection, string])[],
  { on = '2026-02-01', due = '2027-02-01' } = {},
): Library {
  const keyed = people.map((one) => ({ ...one, keys: [{ key: lineOf(exampleKey), from: '2026-01-01' }] }));
  const graph = buildEvidenceGraph(madeLibrary({ ...parts, people: keyed }), on);
  const approvals = pages.map((page) => {
    const fields = approval.parse(parse(signedFile(graph, page, { by: 'ada-moon', on, due, key: exampleKey }), { schema: 'core' }));
    return { ...fields, id: approvalId(...page), file: '', body: '' } as EntryOf<'approval'>;
  });
  return madeLibrary({ ...parts, people: keyed, approvals });
}
