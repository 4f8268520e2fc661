/**
 * Pages of ours as JSON-LD: the page itself and the way to it, ready for a script element. A review is named only when a clinician
 * has approved the page.
 */
import type { BreadcrumbList, FAQPage, MedicalWebPage, Thing, WebPage, WebSite } from 'schema-dts';
import { approvalOf } from '../evidence/approval/judge.ts';
import type { EvidenceGraph, JudgedApproval } from '../evidence/evidence-graph.ts';
import { titleOf, type PathwayEntry, type QuestionEntry, type SourceEntry, type TopicEntry } from '../library/library.ts';
import { faqOf, type FaqRow } from '../collections/topics/faq.ts';
import * as urls from '../parts/urls.ts';
import type { SourceId } from '../schema/id.ts';
import type { TopicKind } from '../schema/topic.ts';
import { toJsonLdText, toPublication, toWork } from './json-ld-work.ts';

/** What structured data needs to know of the site; `src/config.ts` fits. */
interface SiteFacts {
  readonly name: string;
  readonly description: string;
  /** Absolute, e.g. `https://patency.example`. */
  readonly url: string;
  readonly language: string;
  readonly licence: { readonly content: { readonly url: string } };
}

/** One step of a breadcrumb trail, e.g. `{ name: 'Topics', path: '/topics/' }`. */
interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** A page that a clinician may approve. */
type ApprovablePage = TopicEntry | QuestionEntry | PathwayEntry;

const absolute = (site: SiteFacts, path: string): string => new URL(path, site.url).href;

/** What a topic page is about, for the kinds of topic that schema.org has a word for. */
const subjects: Readonly<Record<TopicKind, string | undefined>> = {
  condition: 'MedicalCondition',
  procedure: 'MedicalProcedure',
  device: 'MedicalDevice',
  concept: undefined,
};

/** Who approved a page and when: only by a signature that holds. */
function reviewOf(judged: JudgedApproval | undefined, site: SiteFacts): Pick<MedicalWebPage & object, 'lastReviewed' | 'reviewedBy'> {
  const { state, person, approval } = judged ?? {};
  if (state !== 'holds' || !person || !approval) return {};
  const reviewedBy = {
    '@type': 'Person',
    '@id': absolute(site, urls.personUrl(person.id)),
    name: person.name,
    jobTitle: person.profession,
    affiliation: { '@type': 'Organization', name: person.affiliation },
    ...(person.orcid ? { sameAs: urls.orcidUrl(person.orcid) } : {}),
  } as const;
  return { lastReviewed: approval.on, reviewedBy };
}

const page = (site: SiteFacts, path: string) => ({
  '@id': absolute(site, path),
  url: absolute(site, path),
  inLanguage: site.language,
  license: site.licence.content.url,
  isPartOf: { '@id': absolute(site, urls.homeUrl) },
});

/** A page with the works that it cites; it is typed as a page and nothing more, whatever it is about. */
const toApprovablePage = (
  entry: ApprovablePage,
  path: string,
  cited: readonly SourceEntry[],
  site: SiteFacts,
  judged: JudgedApproval | undefined,
  { description, about }: { readonly description?: string; readonly about?: Thing | undefined } = {},
): MedicalWebPage => ({
  '@type': 'MedicalWebPage',
  ...page(site, path),
  name: titleOf(entry),
  description,
  dateModified: entry.updated,
  ...reviewOf(judged, site),
  about,
  citation: cited.length ? cited.map(toPublication) : undefined,
});

/** A topic page with the works that it cites. */
export function toTopicPage(topic: TopicEntry, cited: readonly SourceEntry[], site: SiteFacts, judged?: JudgedApproval): MedicalWebPage {
  const subject = subjects[topic.kind];
  const about = subject === undefined ? undefined : ({ '@type': subject, name: topic.title } as Thing);
  return toApprovablePage(topic, urls.topicUrl(topic.id), cited, site, judged, { description: topic.summary, about });
}

/** A question page: a page about a question, not a list of answers for a search engine to print without their sources. */
export const toQuestionPage = (
  question: QuestionEntry,
  cited: readonly SourceEntry[],
  site: SiteFacts,
  judged?: JudgedApproval,
): MedicalWebPage =>
  toApprovablePage(question, urls.questionUrl(question.id), cited, site, judged, {
    about: { '@type': 'Question', name: question.question },
  });

/** The page with our digest of a source, and the work that it is about. */
export const toSourcePage = (source: SourceEntry, site: SiteFacts): WebPage => ({
  '@type': 'WebPage',
  ...page(site, urls.sourceUrl(source.id)),
  name: source.title,
  ...(source.gist && { description: source.gist }),
  ...(source.tags.length > 0 && { keywords: source.tags.join(', ') }),
  about: toWork(source),
});

/** The site itself, with its search. */
export const toWebSite = (site: SiteFacts): WebSite => ({
  '@type': 'WebSite',
  '@id': absolute(site, urls.homeUrl),
  name: site.name,
  description: site.description,
  url: absolute(site, urls.homeUrl),
  inLanguage: site.language,
  license: site.licence.content.url,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute(site, urls.searchUrl)}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  } as Extract<WebSite, object>['potentialAction'],
});

/** The way from the home page down to a page, the page itself last. */
export const toBreadcrumbs = (trail: readonly Crumb[], site: SiteFacts): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, path }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: absolute(site, path) })),
});

/** A page and the way to it, by way of the list on which it stands, and what else it holds. */
const withTrail = (thing: Thing, list: Crumb, last: Crumb, site: SiteFacts, more: readonly Thing[] = []): string =>
  toJsonLdText([thing, toBreadcrumbs([{ name: 'Home', path: urls.homeUrl }, list, last], site), ...more]);

/** What people ask next on a topic: each with one sentence and the page where its sources stand. */
const toFaqPage = (rows: readonly FaqRow[], path: string, site: SiteFacts): FAQPage => ({
  '@type': 'FAQPage',
  '@id': absolute(site, `${path}#asked-next`),
  inLanguage: site.language,
  mainEntity: rows.map(({ asked, answer, href }) => ({
    '@type': 'Question',
    name: asked,
    acceptedAnswer: { '@type': 'Answer', text: answer, url: absolute(site, href) },
  })),
});

const held = (graph: EvidenceGraph, ids: readonly SourceId[] | undefined): SourceEntry[] =>
  (ids ?? []).flatMap((id) => graph.library.sources.get(id) ?? []);

/** A topic page: the page with the works that it cites, and the way to it. */
export function topicJsonLd(graph: EvidenceGraph, topic: TopicEntry, site: SiteFacts): string {
  const thing = toTopicPage(topic, held(graph, graph.citedByTopic.get(topic.id)), site, approvalOf(graph, 'topic', topic.id));
  const path = urls.topicUrl(topic.id);
  const asked = faqOf(graph, topic);
  const more = asked.length ? [toFaqPage(asked, path, site)] : [];
  return withTrail(thing, { name: 'Topics', path: urls.topicsUrl }, { name: topic.title, path }, site, more);
}

/** A question page: the page with the works that its answers cite, and the way to it. */
export function questionJsonLd(graph: EvidenceGraph, question: QuestionEntry, site: SiteFacts): string {
  const thing = toQuestionPage(
    question,
    held(graph, graph.citedByQuestion.get(question.id)),
    site,
    approvalOf(graph, 'question', question.id),
  );
  const last = { name: question.question, path: urls.questionUrl(question.id) };
  return withTrail(thing, { name: 'Questions', path: urls.questionsUrl }, last, site);
}

/** A pathway page: the page, the one work whose logic it shows, and the way to it. It is no guideline itself. */
export function pathwayJsonLd(graph: EvidenceGraph, pathway: PathwayEntry, site: SiteFacts): string {
  const path = urls.pathwayUrl(pathway.id);
  const thing = toApprovablePage(pathway, path, held(graph, [pathway.source]), site, approvalOf(graph, 'pathway', pathway.id));
  return withTrail(thing, { name: 'Pathways', path: urls.pathwaysUrl }, { name: pathway.title, path }, site);
}

/** A figure and the way to it; `path` is its address on the site, e.g. `/figures/vein-map/`. */
export function figureJsonLd(
  { title, description, path }: { readonly title: string; readonly description: string; readonly path: string },
  site: SiteFacts,
): string {
  const thing: WebPage = { '@type': 'WebPage', ...page(site, path), name: title, description };
  return withTrail(thing, { name: 'Figures', path: urls.figuresUrl }, { name: title, path }, site);
}

/** A source page: the page, the work that it digests, and the way to it. */
export const sourceJsonLd = (source: SourceEntry, site: SiteFacts): string =>
  withTrail(
    toSourcePage(source, site),
    { name: 'References', path: urls.referencesUrl },
    { name: source.title, path: urls.sourceUrl(source.id) },
    site,
  );

/** A glossary entry and the way to it; `path` is its address on the site, e.g. `/glossary/phlegmasia/`. */
export function termJsonLd(
  { name, definition, path }: { readonly name: string; readonly definition: string; readonly path: string },
  site: SiteFacts,
): string {
  const thing: Thing = {
    '@type': 'DefinedTerm',
    name,
    description: definition,
    url: absolute(site, path),
    inDefinedTermSet: absolute(site, urls.glossaryUrl),
  };
  return withTrail(thing, { name: 'Glossary', path: urls.glossaryUrl }, { name, path }, site);
}

/** The site and its search, for the home page. */
export const homeJsonLd = (site: SiteFacts): string => toJsonLdText([toWebSite(site)]);
