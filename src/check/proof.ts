/**
 * The proof that the rules read: every entry as far as it is right, the names that exist, and the facts of bodies.
 * A file with one mistake still shows all its others. It reports nothing itself.
 */
import type { Content } from '../library/content.ts';
import { nounOf, rowOf } from '../library/content.ts';
import type { ContentFile, FieldPath } from '../library/content-file.ts';
import type { Fingerprint } from '../schema/fingerprint.ts';
import type { Lookup } from '../schema/lookup.ts';
import { nouns, nounNames, type Noun } from '../schema/nouns.ts';
import type { Pathway } from '../schema/pathway.ts';
import type { Person } from '../schema/person.ts';
import type { Question } from '../schema/question.ts';
import type { Sighting } from '../schema/sighting.ts';
import type { Source } from '../schema/source.ts';
import type { Section, Term } from '../schema/term.ts';
import type { Topic } from '../schema/topic.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { z } from 'zod';
import { toBodyFacts, type BodyFacts } from './body-facts.ts';
import { toPartly, type Partly } from './partly.ts';

/** A topic with the parts of every kind of topic. */
export type AnyTopic = Omit<Topic, 'kind'> &
  Partial<Pick<Extract<Topic, { kind: 'procedure' }>, 'steps'>> &
  Partial<Pick<Extract<Topic, { kind: 'device' }>, 'maker' | 'mechanism' | 'regulatory'>> & { readonly kind: Topic['kind'] };

export interface Entry<T> {
  readonly file: ContentFile;
  readonly id: string;
  /** Where the entry starts in its file: empty for a file of its own, `[3]` for the fourth row of a list. */
  readonly at: FieldPath;
  readonly data: Partly<T>;
  readonly draft: boolean;
}

/** Names of one noun. Of a list that cannot be read every name may exist. */
export interface Names {
  has(name: string): boolean;
  readonly all: readonly string[];
}

export interface Refusal {
  readonly file: ContentFile;
  readonly at: FieldPath;
  readonly issues: readonly z.core.$ZodIssue[];
}

export interface Proof {
  readonly content: Content;
  readonly asOf: string;
  /** Addresses that the site has besides the pages of content. */
  readonly extraPages: ReadonlySet<string>;
  /** Texts of the raw articles that are at hand, by `sha256-…`; undefined when nobody gave any. */
  readonly snapshots: ReadonlyMap<string, string> | undefined;
  readonly sources: readonly Entry<Source>[];
  readonly questions: readonly Entry<Question>[];
  readonly topics: readonly Entry<AnyTopic>[];
  readonly pathways: readonly Entry<Pathway>[];
  readonly terms: readonly Entry<Term>[];
  readonly sections: readonly Entry<Section>[];
  readonly sightings: readonly Entry<Sighting>[];
  readonly fingerprints: readonly Entry<Fingerprint>[];
  readonly lookups: readonly Entry<Lookup>[];
  readonly people: readonly Entry<Person>[];
  readonly names: Readonly<Record<Noun, Names>>;
  readonly sourceOf: ReadonlyMap<string, Entry<Source>>;
  /** What schemas refused, file by file. */
  readonly refusals: readonly Refusal[];
  /** Pages with a body: sources, questions and topics. */
  readonly pages: readonly (Entry<Source> | Entry<Question> | Entry<AnyTopic>)[];
  /** Paths of files known to be right, each against every other of them. */
  readonly settled: ReadonlySet<string>;
  /** Facts of a body, worked out once. */
  bodyOf(file: ContentFile): BodyFacts;
}

export interface ProofOptions {
  /** Day as of which reviews are due, e.g. `2026-11-20`. */
  readonly asOf: string;
  readonly pages?: Iterable<string> | undefined;
  readonly settled?: ReadonlySet<string> | undefined;
  readonly snapshots?: ReadonlyMap<string, string> | undefined;
  /** Facts of bodies that are known already, by path of their file. */
  readonly bodies?: ReadonlyMap<string, BodyFacts> | undefined;
}

const idOf = (value: unknown): string => {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : '';
};

interface Read {
  readonly entries: readonly Entry<never>[];
  readonly refusals: readonly Refusal[];
}

/** One value against its schema: the entry as far as it is right, and what was refused. */
function readValue(file: ContentFile, noun: Noun, value: unknown, at: FieldPath, id: string, vocabulary: Vocabulary): Read {
  const row = rowOf(nouns[noun].schema(vocabulary));
  const parsed = row.safeParse(value);
  if (parsed.success) return { entries: [{ file, id, at, data: parsed.data, draft: isDraft(parsed.data) } as Entry<never>], refusals: [] };
  const issues = parsed.error.issues;
  // An unknown kind of topic hides what else its schema would refuse; one kind stands in for it.
  const asConcept = noun === 'topic' && issues.some((issue) => issue.path[0] === 'kind');
  const hidden = asConcept ? (row.safeParse({ ...(value as object), kind: 'concept' }).error?.issues ?? []) : [];
  const data = toPartly<never>(value, [...issues, ...hidden]);
  const others = hidden.filter((issue) => issue.code !== 'unrecognized_keys');
  return { entries: [{ file, id, at, data, draft: isDraft(data) }], refusals: [{ file, at, issues: [...issues, ...others] }] };
}

const isDraft = (data: unknown): boolean => (data as { status?: unknown } | null)?.status === 'draft';

function readNoun(content: Content, noun: Noun): Read {
  const { vocabulary } = content.library;
  const own = content.files.filter((file) => file.noun === noun);
  const reads = own.flatMap((file) => {
    if (!nouns[noun].list) {
      // The library holds no fingerprints: no page is made of them.
      const held = ['fingerprint', 'vocabulary', 'site'].includes(noun)
        ? undefined
        : content.library[`${noun as 'source'}s`].get(file.id as never);
      if (held)
        return [{ entries: [{ file, id: file.id, at: [], data: held, draft: isDraft(held) } as unknown as Entry<never>], refusals: [] }];
      return file.value === null && 'single' in nouns[noun] ? [] : [readValue(file, noun, file.value, [], file.id, vocabulary)];
    }
    if (file.value === null) return [];
    const rows = Array.isArray(file.value) ? file.value : undefined;
    if (rows) return rows.map((row, index) => readValue(file, noun, row, [index], idOf(row), vocabulary));
    const issues = nouns[noun].schema(vocabulary).safeParse(file.value).error?.issues ?? [];
    return [{ entries: [], refusals: [{ file, at: [], issues }] }];
  });
  return { entries: reads.flatMap((read) => read.entries), refusals: reads.flatMap((read) => read.refusals) };
}

function namesOf(content: Content, noun: Noun, entries: readonly Entry<never>[]): Names {
  const unread = content.unreadable.filter(({ path }) => nounOf(path.slice(content.folder.length + 1)) === noun);
  if (nouns[noun].list && unread.length) return { has: () => true, all: [] };
  const lost = unread.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, ''));
  const names = new Set([...entries.map((entry) => entry.id), ...lost]);
  return { has: (name) => names.has(name), all: [...names] };
}

/** Reads content for the rules. Pure; costs one pass, bodies only when a rule asks. */
export function buildProof(content: Content, options: ProofOptions): Proof {
  const read = Object.fromEntries(nounNames.map((noun) => [noun, readNoun(content, noun)])) as Record<Noun, Read>;
  const bodies = new Map<ContentFile, BodyFacts>();
  const sources = read.source.entries as readonly Entry<Source>[];
  const questions = read.question.entries as readonly Entry<Question>[];
  const topics = read.topic.entries as readonly Entry<AnyTopic>[];
  return {
    content,
    asOf: options.asOf,
    extraPages: new Set(options.pages ?? []),
    settled: options.settled ?? new Set(),
    snapshots: options.snapshots,
    sources,
    questions,
    topics,
    pathways: read.pathway.entries,
    terms: read.term.entries,
    sections: read.section.entries,
    sightings: read.sighting.entries,
    fingerprints: read.fingerprint.entries,
    lookups: read.lookup.entries,
    people: read.person.entries,
    names: Object.fromEntries(nounNames.map((noun) => [noun, namesOf(content, noun, read[noun].entries)])) as Record<Noun, Names>,
    sourceOf: new Map(sources.map((entry) => [entry.id, entry])),
    refusals: nounNames.flatMap((noun) => read[noun].refusals),
    pages: [...sources, ...questions, ...topics],
    bodyOf(file) {
      const known = bodies.get(file) ?? options.bodies?.get(file.path);
      if (known) return known;
      const facts = toBodyFacts(file.body, nouns[file.noun].ending === '.mdx' ? 'mdx' : 'md');
      bodies.set(file, facts);
      return facts;
    },
  };
}
