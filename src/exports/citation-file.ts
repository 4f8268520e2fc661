/** The files by which works and pages are cited, each with its address, ready for a route and for the page that offers it. */
import type { PathwayEntry, QuestionEntry, SourceEntry, TopicEntry } from '../library/library.ts';
import { versionOf } from '../views/page-version.ts';
import { citeUrl, pathwayUrl, questionUrl, sourceUrl, topicUrl } from '../views/urls.ts';
import { pageCitationFormats, type PageWork } from './page-citation.ts';
import { exportFormats } from './registry.ts';

export interface CitationFile {
  readonly label: string;
  /** Root-relative, e.g. `/topics/phlegmasia/cite.bib`. */
  readonly href: string;
  /** Name under which it is saved, e.g. `phlegmasia.bib`. */
  readonly name: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly text: string;
}

/** A work that we hold, in every form of the registry. */
export const sourceFiles = (source: SourceEntry): CitationFile[] =>
  exportFormats.map(({ label, ending, mediaType, toText }) => ({
    label,
    href: citeUrl(sourceUrl(source.id), ending),
    name: `${source.id}.${ending}`,
    ending,
    mediaType,
    text: toText(source),
  }));

interface SiteFacts {
  readonly name: string;
  readonly url: string;
  readonly language: string;
}

function pageFiles(path: string, name: string, page: PageWork): CitationFile[] {
  return pageCitationFormats.map(({ label, ending, mediaType, toText }) => ({
    label,
    href: citeUrl(path, ending),
    name: `${name}.${ending}`,
    ending,
    mediaType,
    text: toText(page),
  }));
}

/** A topic page, e.g. for `/topics/phlegmasia/cite.bib`. */
export const topicFiles = (topic: TopicEntry, site: SiteFacts): CitationFile[] =>
  pageFiles(topicUrl(topic.id), topic.id, toWork('topic', topicUrl(topic.id), { ...topic, version: versionOf(topic) }, site));

/** A pathway page. */
export const pathwayFiles = (pathway: PathwayEntry, site: SiteFacts): CitationFile[] =>
  pageFiles(
    pathwayUrl(pathway.id),
    pathway.id,
    toWork('pathway', pathwayUrl(pathway.id), { ...pathway, version: versionOf(pathway) }, site),
  );

/** A question page. */
export function questionFiles(question: QuestionEntry, site: SiteFacts): CitationFile[] {
  const path = questionUrl(question.id);
  const { id, question: title, updated } = question;
  return pageFiles(path, id, toWork('question', path, { id, title, updated, version: versionOf(question) }, site));
}

interface Dated {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly version: string;
}
const toWork = (collection: string, path: string, { id, title, updated, version }: Dated, site: SiteFacts): PageWork => ({
  key: `${site.name.toLowerCase()}-${collection}-${id}`,
  title,
  url: new URL(path, site.url).href,
  site: site.name,
  updated,
  version,
  language: site.language,
});
