/** The JSON-LD of whole pages: the page itself and the way to it, ready for a script element. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import type { PathwayEntry, QuestionEntry, SourceEntry, TopicEntry } from '../library/library.ts';
import type { SourceId } from '../schema/id.ts';
import {
  figuresUrl,
  glossaryUrl,
  homeUrl,
  pathwaysUrl,
  pathwayUrl,
  questionsUrl,
  questionUrl,
  referencesUrl,
  sourceUrl,
  topicsUrl,
  topicUrl,
} from '../parts/urls.ts';
import {
  toBreadcrumbs,
  toFigurePage,
  toPathwayPage,
  toQuestionPage,
  toSourcePage,
  toTopicPage,
  toWebSite,
  type Crumb,
  type SiteFacts,
} from './json-ld-page.ts';
import { toJsonLdText } from './json-ld.ts';

const trail = (name: string, path: string, ...last: readonly Crumb[]): Crumb[] => [
  { name: 'Home', path: homeUrl },
  { name, path },
  ...last,
];
const held = (graph: EvidenceGraph, ids: readonly SourceId[] | undefined): SourceEntry[] =>
  (ids ?? []).flatMap((id) => graph.library.sources.get(id) ?? []);

/** A topic page: the page with the works that it cites, and the way to it. */
export const topicJsonLd = (graph: EvidenceGraph, topic: TopicEntry, site: SiteFacts): string =>
  toJsonLdText([
    toTopicPage(topic, held(graph, graph.citedByTopic.get(topic.id)), site, graph.library.people),
    toBreadcrumbs(trail('Topics', topicsUrl, { name: topic.title, path: topicUrl(topic.id) }), site),
  ]);

/** A question page: the page with the works that its answers cite, and the way to it. */
export const questionJsonLd = (graph: EvidenceGraph, question: QuestionEntry, site: SiteFacts): string =>
  toJsonLdText([
    toQuestionPage(question, held(graph, graph.citedByQuestion.get(question.id)), site, graph.library.people),
    toBreadcrumbs(trail('Questions', questionsUrl, { name: question.question, path: questionUrl(question.id) }), site),
  ]);

/** A pathway page: the page, the one work whose logic it shows, and the way to it. */
export const pathwayJsonLd = (graph: EvidenceGraph, pathway: PathwayEntry, site: SiteFacts): string =>
  toJsonLdText([
    toPathwayPage(pathway, held(graph, [pathway.source]), site, graph.library.people),
    toBreadcrumbs(trail('Pathways', pathwaysUrl, { name: pathway.title, path: pathwayUrl(pathway.id) }), site),
  ]);

/** A figure and the way to it; `path` is its address on the site, e.g. `/figures/vein-map/`. */
export const figureJsonLd = (
  figure: { readonly title: string; readonly description: string; readonly path: string },
  site: SiteFacts,
): string =>
  toJsonLdText([toFigurePage(figure, site), toBreadcrumbs(trail('Figures', figuresUrl, { name: figure.title, path: figure.path }), site)]);

/** A source page: the page, the work that it digests, and the way to it. */
export const sourceJsonLd = (source: SourceEntry, site: SiteFacts): string =>
  toJsonLdText([
    toSourcePage(source, site),
    toBreadcrumbs(trail('References', referencesUrl, { name: source.title, path: sourceUrl(source.id) }), site),
  ]);

/** A glossary entry and the way to it; `path` is its address on the site, e.g. `/glossary/phlegmasia/`. */
export const termJsonLd = (term: { readonly name: string; readonly definition: string; readonly path: string }, site: SiteFacts): string =>
  toJsonLdText([
    {
      '@type': 'DefinedTerm',
      name: term.name,
      description: term.definition,
      url: new URL(term.path, site.url).href,
      inDefinedTermSet: new URL(glossaryUrl, site.url).href,
    },
    toBreadcrumbs(trail('Glossary', glossaryUrl, { name: term.name, path: term.path }), site),
  ]);

/** The site and its search, for the home page. */
export const homeJsonLd = (site: SiteFacts): string => toJsonLdText([toWebSite(site)]);
