/** The addresses of the site as they are printed: those of `schema/addresses.ts`, below wherever the site lies on its host. */
import type { Anchor } from '../schema/finding.ts';
import type { FigureId, PathwayId, PersonId, QuestionId, SourceId, TermId, TopicId } from '../schema/id.ts';
import type { PageCollection } from '../schema/collections.ts';
import {
  cardFragment,
  deckPath,
  entryAt,
  entryPath,
  figurePath,
  findingFragment,
  resultFragment,
  siteFiles,
  sitePaths,
  type DeckFolder,
} from '../schema/addresses.ts';
import type { Outcome } from '../schema/vocabulary.ts';

/** Folder of the host that the site lies in, without a slash at its end: empty, or e.g. `/dvt`. What runs outside of Vite knows of none. */
const base = (import.meta.env?.BASE_URL ?? '').replace(/\/$/, '');

/** An address from the root of the site as it is printed, e.g. `at('/icons/icon-192.png')`. */
/* @__NO_SIDE_EFFECTS__ */
export function at(path: string): string {
  return base + path;
}

/** The same with its host, e.g. `https://clots.example/topics/`; as it is where nobody has said where the site is. */
export const withHost = (path: string, siteUrl: string | undefined): string => (siteUrl === undefined ? path : new URL(path, siteUrl).href);

export const homeUrl = at(sitePaths.home);
export const topicsUrl = at(sitePaths.topics);
export const questionsUrl = at(sitePaths.questions);
export const glossaryUrl = at(sitePaths.glossary);
export const pathwaysUrl = at(sitePaths.pathways);
export const comparePathwaysUrl = at(sitePaths.comparePathways);
export const referencesUrl = at(sitePaths.references);
export const figuresUrl = at(sitePaths.figures);
export const timelineUrl = at(sitePaths.timeline);
export const matrixUrl = at(sitePaths.matrix);
/** Where the conditions of sources are put to a patient. */
export const patientUrl = at(sitePaths.patient);
export const updatesUrl = at(sitePaths.updates);
export const searchUrl = at(sitePaths.search);
export const learnUrl = at(sitePaths.learn);
/** What is due of all decks, with some new cards. */
export const dailyUrl = at(sitePaths.daily);
/** What of the site lies on a reader's device; also what a device answers for a page that it does not have. */
export const offlineUrl = at(sitePaths.offline);
/** The list of what can be kept, written by the build. */
export const offlineListUrl = `${offlineUrl}pages.json`;
/** What editors and reviewers have to do, the people and the rules. */
export const editorialUrl = at(sitePaths.editorial);
export const peopleUrl = at(sitePaths.people);
export const rulesUrl = at(sitePaths.rules);
/** The same lists as data. */
export const flawsUrl = `${editorialUrl}flaws.json`;
export const aboutUrl = at(sitePaths.about);
export const methodUrl = at(sitePaths.method);
export const policyUrl = at(sitePaths.policy);
/** What it means to approve a page, how long it takes and how it is done. */
export const approveUrl = `${policyUrl}#approve`;
export const accessibilityUrl = at(sitePaths.accessibility);
export const licencesUrl = at(sitePaths.licences);
export const disclaimerUrl = at(sitePaths.disclaimer);

/** The page of an entry, e.g. `entryUrl('term', 'phlegmasia') === '/glossary/phlegmasia/'`. */
export const entryUrl = (collection: PageCollection, id: string): string => at(entryPath(collection, id));
export const topicUrl = (id: TopicId): string => entryUrl('topic', id);
export const questionUrl = (id: QuestionId): string => entryUrl('question', id);
export const sourceUrl = (id: SourceId): string => entryUrl('source', id);
export const pathwayUrl = (id: PathwayId): string => entryUrl('pathway', id);
export const termUrl = (id: TermId): string => entryUrl('term', id);
/** A figure that content draws, e.g. `/figures/leg/`. */
export const figureUrl = (id: FigureId): string => at(figurePath(id));
export const forestUrl = (outcome: Outcome): string => `${figuresUrl}forest/${outcome}/`;
/** Where somebody's role and interests stand, e.g. `/editorial/people/#moon-ada`. */
export const personUrl = (id: PersonId): string => `${peopleUrl}#${id}`;
/** The page of a rule of the check, e.g. `/editorial/rules/broken-link/`. */
export const ruleUrl = (name: string): string => `${rulesUrl}${name}/`;
export const findingUrl = (source: SourceId, finding: { readonly id: string }): string =>
  `${sourceUrl(source)}#${findingFragment(source, finding)}`;
export const resultUrl = (source: SourceId, result: { readonly id: string }): string =>
  `${sourceUrl(source)}#${resultFragment(source, result)}`;

/** The entry whose page is at an address as it is printed; undefined for every other page. */
export const entryIn = (url: string): ReturnType<typeof entryAt> => entryAt(url.slice(base.length));
/** What a card shows of a page, e.g. `/previews/glossary/phlegmasia.json` for `/glossary/phlegmasia/`; undefined for pages that have no card. */
export const previewUrl = (url: string): string | undefined => {
  const path = url.slice(base.length);
  return entryAt(path) && at(`/previews${path.slice(0, -1)}.json`);
};
/** All that a source says, for two sources side by side, e.g. `/matrix/nice-2019-public.json`. */
export const comparisonUrl = (id: string): string => `${matrixUrl}${id}.json`;
/** A file to cite a page or a work by, e.g. `/sources/nice-2019-public/cite.bib`. */
export const citeUrl = (path: string, ending: string): string => `${path}cite.${ending}`;
/** A page of an entry as data or as Markdown, e.g. `/topics/phlegmasia/index.json`. */
export const twinUrl = (path: string, ending: 'json' | 'md'): string => `${path}index.${ending}`;
/** A published schema, e.g. `/schemas/page-question.json`. */
export const schemaUrl = (name: string): string => at(`/schemas/${name}.json`);
const feedNames = { atom: 'atom.xml', rss: 'rss.xml', json: 'feed.json' } as const;
/** What a feed is about: empty for the site, else e.g. `questions/major-bleeding`. */
export type FeedScope = '' | `${'topics' | 'questions' | 'sections' | 'kinds'}/${string}`;
/** A feed of changes of the evidence, e.g. `/feeds/kinds/guideline/atom.xml`. */
export const feedUrl = (about: FeedScope, format: keyof typeof feedNames): string =>
  at(`/feeds/${about && `${about}/`}${feedNames[format]}`);
/** A file that pages or programs name, e.g. `fileUrl('favicon') === '/favicon.svg'`. */
export const fileUrl = (name: keyof typeof siteFiles): string => at(siteFiles[name]);

/** The cards of a topic or a section, e.g. `/learn/topics/bleeding/`. */
export const deckUrl = (folder: DeckFolder, id: string): string => at(deckPath(folder, id));
/** A card on the page of its topic’s deck. */
export const cardUrl = (topic: TopicId, card: string): string => `${deckUrl('topics', topic)}#${cardFragment(card)}`;
/** A deck as a file, e.g. `/learn/topics/bleeding/cards.apkg`; of `/learn/` all cards. */
export const deckFileUrl = (deck: string, ending: string): string => `${deck}cards.${ending}`;

/** Picture of a page for those who share it, e.g. `/social/topics/phlegmasia.png`; lists and other pages share one. */
export const socialCardUrl = (url: string): string => {
  const path = url.slice(base.length);
  const own = ['topic', 'question'].includes(entryAt(path)?.collection ?? '');
  return at(own ? `/social${path.slice(0, -1)}.png` : '/social/site.png');
};

/** Resolver and registry addresses of identifiers. */
export const doiUrl = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;
export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;
export const pmidUrl = (pmid: string): string => `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
export const registryUrl = (number: string): string | undefined =>
  number.startsWith('NCT') ? `https://clinicaltrials.gov/study/${number}` : undefined;

/** `-`, `,` and `&` have a meaning inside a text directive, so they are always percent-encoded. */
const encodeDirective = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** An address that opens a page at a passage (URL Fragment Text Directives, WICG): `textFragmentUrl('https://a.org/b', { starts: 'no benefit', ends: 'at 24 months' })` → `https://a.org/b#:~:text=no%20benefit,at%2024%20months`. */
export const textFragmentUrl = (url: string, { starts, ends }: Pick<Anchor, 'starts' | 'ends'>): string =>
  `${url.split('#')[0]}#:~:text=${encodeDirective(starts)},${encodeDirective(ends)}`;
