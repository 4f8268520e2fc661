/**
 * The Library: all content as one value. Every check, graph, page and export is a pure function of it.
 * This room knows nothing about disk or Astro except in `from-files.ts` and `from-astro.ts`.
 */
import type { Figure } from '../schema/figure.ts';
import type { FigureId, PathwayId, PersonId, QuestionId, SectionId, SourceId, TermId, TopicId } from '../schema/id.ts';
import type { Lookup } from '../schema/lookup.ts';
import type { Pathway } from '../schema/pathway.ts';
import type { Person } from '../schema/person.ts';
import type { Question } from '../schema/question.ts';
import type { SiteProfile } from '../schema/site-profile.ts';
import type { Sighting } from '../schema/sighting.ts';
import type { Source } from '../schema/source.ts';
import type { Section, Term } from '../schema/term.ts';
import type { Topic } from '../schema/topic.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/** What a file adds to its fields. `file` is relative to the project, e.g. `content/sources/nice-2019-ipg651.md`. */
export interface Held<Id> {
  readonly id: Id;
  readonly file: string;
  /** Markdown or MDX below the frontmatter, as written; empty for YAML files. */
  readonly body: string;
}

export type SourceEntry = Source & Held<SourceId>;
export type QuestionEntry = Question & Held<QuestionId>;
export type TopicEntry = Topic & Held<TopicId>;
export type PathwayEntry = Pathway & Held<PathwayId>;
export type FigureEntry = Figure & Held<FigureId>;

/** Maps are in order of id; terms in order of name; sections in the order of their file. */
export interface Library {
  /** The words of the disease, which its files were read by. */
  readonly vocabulary: Vocabulary;
  /** What the site says of itself and of its disease. */
  readonly site: SiteProfile;
  readonly figures: ReadonlyMap<FigureId, FigureEntry>;
  readonly sources: ReadonlyMap<SourceId, SourceEntry>;
  readonly questions: ReadonlyMap<QuestionId, QuestionEntry>;
  readonly topics: ReadonlyMap<TopicId, TopicEntry>;
  readonly pathways: ReadonlyMap<PathwayId, PathwayEntry>;
  readonly terms: ReadonlyMap<TermId, Term>;
  readonly sections: ReadonlyMap<SectionId, Section>;
  /** Which anchors a machine found again, by source; in order of id. */
  readonly sightings: ReadonlyMap<SourceId, Sighting>;
  /** What registries and servers said of sources, in the order of their file. */
  readonly lookups: readonly Lookup[];
  /** Everyone whose name may stand on the site, in the order of their file. */
  readonly people: ReadonlyMap<PersonId, Person>;
}

export interface LibraryParts {
  readonly vocabulary: Vocabulary;
  readonly site: SiteProfile;
  readonly figures: Iterable<FigureEntry>;
  readonly sources: Iterable<SourceEntry>;
  readonly questions: Iterable<QuestionEntry>;
  readonly topics: Iterable<TopicEntry>;
  readonly pathways: Iterable<PathwayEntry>;
  readonly terms: Iterable<Term>;
  readonly sections: Iterable<Section>;
  readonly sightings: Iterable<Sighting>;
  readonly lookups: Iterable<Lookup>;
  readonly people: Iterable<Person>;
}

const byId = <Id extends string, T extends { readonly id: Id }>(items: Iterable<T>): Map<Id, T> =>
  new Map([...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((item) => [item.id, item]));

/** Puts entries into their order, whatever order the reader met them in. Of two with one id the later stands; the check reports it. */
export function buildLibrary(parts: LibraryParts): Library {
  const terms = [...parts.terms].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return {
    vocabulary: parts.vocabulary,
    site: parts.site,
    figures: byId(parts.figures),
    sources: byId(parts.sources),
    questions: byId(parts.questions),
    topics: byId(parts.topics),
    pathways: byId(parts.pathways),
    terms: new Map(terms.map((term) => [term.id, term])),
    sections: new Map([...parts.sections].map((section) => [section.id, section])),
    sightings: new Map([...parts.sightings].sort((a, b) => (a.source < b.source ? -1 : 1)).map((row) => [row.source, row])),
    lookups: [...parts.lookups],
    people: new Map([...parts.people].map((one) => [one.id, one])),
  };
}

type Kept = (entry: { readonly status: string }) => boolean;

/** The entries that are kept; what has no state of its own (terms, sections, people) stays. */
function pick(library: Library, keep: Kept): Library {
  const kept = <T extends { readonly status: string }>(entries: ReadonlyMap<unknown, T>): T[] => [...entries.values()].filter(keep);
  return buildLibrary({
    vocabulary: library.vocabulary,
    site: library.site,
    figures: library.figures.values(),
    sources: kept(library.sources),
    questions: kept(library.questions),
    topics: kept(library.topics),
    pathways: kept(library.pathways),
    terms: library.terms.values(),
    sections: library.sections.values(),
    sightings: library.sightings.values(),
    lookups: library.lookups,
    people: library.people.values(),
  });
}

/** The library as readers get it: without drafts. */
export const withoutDrafts = (library: Library): Library => pick(library, ({ status }) => status !== 'draft');

/** What readers do not get yet: the drafts alone. */
export const draftsOf = (library: Library): Library => pick(library, ({ status }) => status === 'draft');
