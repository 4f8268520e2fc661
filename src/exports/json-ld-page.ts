/** Our own pages as structured data. A review is named only when a clinician has approved the page. */
import type { BreadcrumbList, MedicalWebPage, Thing, WebPage, WebSite } from 'schema-dts';
import type { Person } from '../schema/person.ts';
import type { Review } from '../schema/review.ts';
import type { TopicKind } from '../schema/topic.ts';
import type { Status } from '../schema/vocabulary.ts';
import type { PathwayEntry, QuestionEntry, SourceEntry, TopicEntry } from '../library/library.ts';
import { homeUrl, orcidUrl, pathwayUrl, personUrl, questionUrl, searchUrl, sourceUrl, topicUrl } from '../parts/urls.ts';
import { toPublication, toWork } from './json-ld-work.ts';

/** What structured data needs to know of the site; `src/config.ts` fits. */
export interface SiteFacts {
  readonly name: string;
  readonly description: string;
  /** Absolute, e.g. `https://patency.example`. */
  readonly url: string;
  readonly language: string;
  readonly licence: { readonly content: { readonly url: string } };
}

/** One step of a breadcrumb trail, e.g. `{ name: 'Topics', path: '/topics/' }`. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

const absolute = (site: SiteFacts, path: string): string => new URL(path, site.url).href;

/** What a topic page is about, for the kinds of topic that schema.org has a word for. */
const subjects: Readonly<Record<TopicKind, string | undefined>> = {
  condition: 'MedicalCondition',
  procedure: 'MedicalProcedure',
  device: 'MedicalDevice',
  concept: undefined,
};

type People = ReadonlyMap<string, Person>;

/** Who approved a page and when: only someone whose name stands on the site. */
function reviewOf(
  { status, review }: { readonly status: Status; readonly review?: Review },
  people: People,
  site: SiteFacts,
): Pick<MedicalWebPage & object, 'lastReviewed' | 'reviewedBy'> {
  const person = people.get(review?.by ?? '');
  if (status !== 'approved' || !review?.on || !person) return {};
  const reviewedBy = {
    '@type': 'Person',
    '@id': absolute(site, personUrl(person.id)),
    name: person.name,
    jobTitle: review.role ?? person.profession,
    affiliation: { '@type': 'Organization', name: person.affiliation },
    ...(person.orcid ? { sameAs: orcidUrl(person.orcid) } : {}),
  } as const;
  return { lastReviewed: review.on, reviewedBy };
}

const page = (site: SiteFacts, path: string) => ({
  '@id': absolute(site, path),
  url: absolute(site, path),
  inLanguage: site.language,
  license: site.licence.content.url,
  isPartOf: { '@id': absolute(site, homeUrl) },
});

/** A topic page with the works that it cites. */
export function toTopicPage(topic: TopicEntry, cited: readonly SourceEntry[], site: SiteFacts, people: People): MedicalWebPage {
  const subject = subjects[topic.kind];
  return {
    '@type': 'MedicalWebPage',
    ...page(site, topicUrl(topic.id)),
    name: topic.title,
    description: topic.summary,
    dateModified: topic.updated,
    ...reviewOf(topic, people, site),
    about: subject === undefined ? undefined : ({ '@type': subject, name: topic.title } as Thing),
    citation: cited.length ? cited.map(toPublication) : undefined,
  };
}

/** A question page: a page about a question, not a list of answers for a search engine to print without their sources. */
export function toQuestionPage(question: QuestionEntry, cited: readonly SourceEntry[], site: SiteFacts, people: People): MedicalWebPage {
  return {
    '@type': 'MedicalWebPage',
    ...page(site, questionUrl(question.id)),
    name: question.question,
    dateModified: question.updated,
    ...reviewOf(question, people, site),
    about: { '@type': 'Question', name: question.question },
    citation: cited.length ? cited.map(toPublication) : undefined,
  };
}

/** A pathway page. It is about one published work and is no guideline itself, so it is typed as a page and nothing more. */
export function toPathwayPage(pathway: PathwayEntry, sources: readonly SourceEntry[], site: SiteFacts, people: People): MedicalWebPage {
  return {
    '@type': 'MedicalWebPage',
    ...page(site, pathwayUrl(pathway.id)),
    name: pathway.title,
    dateModified: pathway.updated,
    ...reviewOf(pathway, people, site),
    citation: sources.length ? sources.map(toPublication) : undefined,
  };
}

/** A page with a drawing of ours. */
export function toFigurePage(
  figure: { readonly title: string; readonly description: string; readonly path: string },
  site: SiteFacts,
): WebPage {
  return { '@type': 'WebPage', ...page(site, figure.path), name: figure.title, description: figure.description };
}

/** The page with our digest of a source, and the work that it is about. */
export function toSourcePage(source: SourceEntry, site: SiteFacts): WebPage {
  return {
    '@type': 'WebPage',
    ...page(site, sourceUrl(source.id)),
    name: source.title,
    ...(source.gist && { description: source.gist }),
    ...(source.tags.length > 0 && { keywords: source.tags.join(', ') }),
    about: toWork(source),
  };
}

/** The site itself, with its search. */
export function toWebSite(site: SiteFacts): WebSite {
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute(site, searchUrl)}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  } as const;
  return {
    '@type': 'WebSite',
    '@id': absolute(site, homeUrl),
    name: site.name,
    description: site.description,
    url: absolute(site, homeUrl),
    inLanguage: site.language,
    license: site.licence.content.url,
    potentialAction: search,
  };
}

/** The way from the home page down to a page, the page itself last. */
export function toBreadcrumbs(trail: readonly Crumb[], site: SiteFacts): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({ '@type': 'ListItem', position: index + 1, name, item: absolute(site, path) })),
  };
}
