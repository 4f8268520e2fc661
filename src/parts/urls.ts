/** Every address of the site, and the only place that knows them. */
import type { PathwayId, PersonId, QuestionId, SourceId, TermId, TopicId } from '../schema/id.ts';
import type { Outcome } from '../schema/vocabulary.ts';

export const homeUrl = '/';
export const topicsUrl = '/topics/';
export const questionsUrl = '/questions/';
export const glossaryUrl = '/glossary/';
export const pathwaysUrl = '/pathways/';
export const comparePathwaysUrl = '/pathways/compare/';
export const referencesUrl = '/references/';
export const figuresUrl = '/figures/';
export const timelineUrl = '/figures/timeline/';
/** A figure that content draws, e.g. `/figures/leg/`. */
export const figureUrl = (id: string): string => `${figuresUrl}${id}/`;
export const matrixUrl = '/matrix/';
export const updatesUrl = '/updates/';
export const searchUrl = '/search/';
/** What of the site lies on a reader's device; also what a device answers for a page that it does not have. */
export const offlineUrl = '/offline/';
/** The list of what can be kept, written by the build. */
export const offlineListUrl = '/offline/pages.json';
/** What editors and reviewers have to do, the people and the rules. */
export const editorialUrl = '/editorial/';
export const peopleUrl = '/editorial/people/';
export const rulesUrl = '/editorial/rules/';
/** The same lists as data. */
export const flawsUrl = '/editorial/flaws.json';
export const aboutUrl = '/about/';
export const methodUrl = '/about/method/';
export const policyUrl = '/about/editorial-policy/';
export const accessibilityUrl = '/about/accessibility/';
export const licencesUrl = '/about/licences/';
export const disclaimerUrl = '/about/disclaimer/';

export const topicUrl = (id: TopicId): string => `/topics/${id}/`;
export const questionUrl = (id: QuestionId): string => `/questions/${id}/`;
export const sourceUrl = (id: SourceId): string => `/sources/${id}/`;
export const pathwayUrl = (id: PathwayId): string => `/pathways/${id}/`;
export const forestUrl = (outcome: Outcome): string => `/figures/forest/${outcome}/`;
/** Where somebody's role and interests stand, e.g. `/editorial/people/#moon-ada`. */
export const personUrl = (id: PersonId): string => `${peopleUrl}#${id}`;
/** The page of a rule of the check, e.g. `/editorial/rules/broken-link/`. */
export const ruleUrl = (name: string): string => `${rulesUrl}${name}/`;
export const termUrl = (id: TermId): string => `/glossary/${id}/`;

/** Fragment of the n-th finding of a source, from 1, e.g. `finding-nice-2019-public-2`. */
export const findingFragment = (source: SourceId, number: number): string => `finding-${source}-${number}`;
/** Fragment of an entry in a reference list, e.g. `ref-nice-2019-public`. */
export const referenceFragment = (source: SourceId): string => `ref-${source}`;
/** Fragment of the n-th citation of a source on a page, from 1: where the ↩ of the reference list leads. */
export const citationFragment = (source: SourceId, number: number): string => `cite-${source}-${number}`;
export const stepFragment = (number: number): string => `step-${number}`;
export const findingUrl = (source: SourceId, number: number): string => `${sourceUrl(source)}#${findingFragment(source, number)}`;

/** What a card shows of a page, e.g. `/previews/glossary/phlegmasia.json` for `/glossary/phlegmasia/`; undefined for pages that have no card. */
export const previewUrl = (path: string): string | undefined =>
  /^\/(?:topics|questions|sources|glossary|pathways)\/(?!compare\/)[^/]+\/$/.test(path) ? `/previews${path.slice(0, -1)}.json` : undefined;
/** A file to cite a page or a work by, e.g. `/sources/nice-2019-public/cite.bib`. */
export const citeUrl = (path: string, ending: string): string => `${path}cite.${ending}`;
/** Every address of the site with its title, for the page that is shown at a wrong one. */
export const addressesUrl = '/addresses.json';

/** Picture of a page for those who share it, e.g. `/social/topics/phlegmasia.png`; lists and other pages share one. */
export const socialCardUrl = (path: string): string =>
  /^\/(?:topics|questions)\/[^/]+\/$/.test(path) ? `/social${path.slice(0, -1)}.png` : '/social/site.png';

/** Resolver and registry addresses of identifiers. */
export const doiUrl = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;
export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;
export const pmidUrl = (pmid: string): string => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
export const registryUrl = (number: string): string | undefined =>
  number.startsWith('NCT') ? `https://clinicaltrials.gov/study/${number}` : undefined;
