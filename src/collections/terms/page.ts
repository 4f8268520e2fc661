/** A glossary entry and the glossary as a list. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { foreignNames, type Term } from '../../schema/term.ts';
import { labelOf } from '../../schema/word-list.ts';
import { collections } from '../../schema/collections.ts';
import { site } from '../../config.ts';
import { shellBelow, type Link, type Shell } from '../../parts/shell.ts';
import { citationName } from '../../evidence/source-name.ts';
import { sourceUrl, termUrl } from '../../parts/urls.ts';
import { toEntryLink } from '../../parts/links.ts';
import { reviewStateOf, type ReviewState } from '../../parts/review-state.ts';
import { capitalise, formatList, withinSentence } from '../../words/phrase.ts';

export interface TermPage {
  readonly shell: Shell;
  readonly name: string;
  readonly abbreviations: readonly string[];
  readonly synonyms: readonly string[];
  readonly languages: readonly {
    readonly code: string;
    readonly language: string;
    readonly name: string;
    readonly abbreviations: string;
    /** Who prints it so; `href` is empty for a work without a digest here. */
    readonly attests: Link & { readonly locator: string };
  }[];
  readonly definition: string;
  readonly from: readonly (Link & { readonly locator: string })[];
  /** What happened to the works that carry the definition, as sentences. */
  readonly notices: readonly string[];
  readonly seeAlso: readonly Link[];
  readonly lookalikes: readonly string[];
  readonly contested: string;
  readonly senses: readonly { readonly says: string; readonly covers: string; readonly usedBy: readonly Link[] }[];
  readonly pages: readonly Link[];
  readonly state: ReviewState;
}

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language' });

export function termPage(graph: EvidenceGraph, term: Term): TermPage {
  const { library } = graph;
  const sources = [...library.sources.values()];
  const otherNames = [...term.abbreviations, ...term.synonyms, ...foreignNames(term)];
  return {
    shell: shellBelow('glossary', {
      title: capitalise(term.name),
      description: term.definition,
      path: termUrl(term.id),
      file: `${site.contentFolder}/${collections.term.path}`,
      search: {
        page: 'Term',
        kind: 'Term',
        date: '',
        summary: term.definition,
        aliases: [],
        names: [...otherNames, ...term.search],
        filters: [],
      },
    }),
    name: capitalise(term.name),
    abbreviations: term.abbreviations,
    synonyms: term.synonyms,
    languages: Object.entries(term.languages).map(([code, { name, abbreviations, source, work = '', locator = '' }]) => {
      const entry = source && library.sources.get(source);
      const attests = entry ? { href: sourceUrl(entry.id), text: citationName(entry), locator } : { href: '', text: work, locator };
      return { code, language: languageNames.of(code) ?? code, name, abbreviations: abbreviations.join(', '), attests };
    }),
    definition: term.definition,
    from: term.from.flatMap(({ source, locator }) => {
      const entry = library.sources.get(source);
      return entry ? [{ href: sourceUrl(source), text: citationName(entry), locator: locator ?? '' }] : [];
    }),
    notices: [...new Set(term.from.map(({ source }) => source))].flatMap((id) => {
      const entry = library.sources.get(id);
      const freshness = graph.freshness.sources.get(id);
      // That we should look at it again is said on its own page.
      if (!entry || !freshness || ['fresh', 'overdue'].includes(freshness.state)) return [];
      return freshness.reasons.map((reason) => `${citationName(entry)}: ${reason.replace(/^T/, 't')}`);
    }),
    seeAlso: term.seeAlso.flatMap((id) => {
      const other = library.terms.get(id);
      return other ? [{ href: termUrl(id), text: other.name }] : [];
    }),
    lookalikes: term.lookalikes,
    contested: term.contested ?? '',
    senses: term.senses.map((sense) => ({
      says: sense.says,
      covers: formatList(sense.covers.map((population) => withinSentence(labelOf(library.vocabulary.populations, population)))),
      usedBy: sources
        .filter(({ terms }) => Object.values(terms).includes(sense.id))
        .map((source) => ({ href: sourceUrl(source.id), text: citationName(source) })),
    })),
    pages: (graph.pagesOfTerm.get(term.id) ?? []).map((ref) => toEntryLink(library, ref)),
    state: reviewStateOf(graph, 'term', term),
  };
}

interface GlossaryLetter {
  readonly letter: string;
  readonly terms: readonly (Link & { readonly abbreviations: string; readonly definition: string; readonly contested: boolean })[];
}

/** The glossary by letter. */
export function glossaryLetters(graph: EvidenceGraph): GlossaryLetter[] {
  const rows = [...graph.library.terms.values()].map((term) => ({
    href: termUrl(term.id),
    text: capitalise(term.name),
    abbreviations: term.abbreviations.join(', '),
    definition: term.definition,
    contested: term.senses.length > 1 || term.contested !== undefined,
  }));
  return [...Map.groupBy(rows, ({ text }) => text.charAt(0))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, terms]) => ({ letter, terms }));
}
