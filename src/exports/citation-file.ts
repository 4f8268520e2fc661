/**
 * The files by which works and pages are cited, each with its address, ready for a route and for the page that offers it. A page of
 * ours is cited with the day of its last change and a version that anyone can compare. No clock: the day of access is the reader’s to add.
 */
import { titleOf, type EntryOf } from '../library/library.ts';
import { versionOf } from '../parts/review-state.ts';
import { citeUrl, entryUrl, withHost } from '../parts/urls.ts';
import type { ApprovedCollection } from '../schema/collections.ts';
import { exportFormats, type ExportFormat } from './registry.ts';
import { toRisText } from './ris.ts';
import { monthAbbreviations, monthNames } from '../words/date.ts';
import { escapeBibtex } from './bibtex.ts';
import { toCslDate } from './csl.ts';

/** A page as a work. */
interface PageWork {
  /** Citation key, e.g. `patency-topic-phlegmasia`. */
  readonly key: string;
  readonly title: string;
  /** Address, complete with host where the site has one. */
  readonly url: string;
  /** Name of the site, which stands for author and publisher. */
  readonly site: string;
  /** Day of the last change, e.g. `2026-11-20`. */
  readonly updated: string;
  /** First digits of the hash of what the page is made from, e.g. `3f9a1c20`. */
  readonly version: string;
  readonly language: string;
}

/** `2026-11-20` → `2026 Nov 20`, as Vancouver style writes days. */
function toVancouverDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year} ${monthNames[Number(month) - 1]?.slice(0, 3)} ${Number(date)}`;
}

const toVancouver = ({ site, title, updated, version, url }: PageWork): string =>
  `${site}. ${title} [Internet]. Version ${version}. ${site}; ${updated.slice(0, 4)} [updated ${toVancouverDay(updated)}]. Available from: ${url}\n`;

const toBib = ({ key, site, title, updated, version, url, language }: PageWork): string =>
  [
    `@misc{${key},`,
    `  author = {{${escapeBibtex(site)}}},`,
    `  title = {{${escapeBibtex(title)}}},`,
    `  year = {${updated.slice(0, 4)}},`,
    `  month = ${monthAbbreviations[Number(updated.slice(5, 7)) - 1] ?? ''},`,
    `  edition = {Version ${version}},`,
    `  note = {Updated ${updated}},`,
    `  url = {${url}},`,
    `  language = {${language}},`,
    '}',
    '',
  ].join('\n');

const toRis = ({ key, site, title, updated, version, url, language }: PageWork): string =>
  toRisText([
    ['TY', 'ELEC'],
    ['ID', key],
    ['AU', `${site},`],
    ['TI', title],
    ['PB', site],
    ['PY', updated.slice(0, 4)],
    ['DA', updated.replaceAll('-', '/')],
    ['ET', `Version ${version}`],
    ['UR', url],
    ['LA', language],
    ['ER', ''],
  ]);

const toCsl = ({ key, site, title, updated, version, url, language }: PageWork): string =>
  `${JSON.stringify(
    [
      {
        id: key,
        type: 'webpage',
        title,
        author: [{ literal: site }],
        issued: toCslDate(updated),
        'container-title': site,
        version,
        URL: url,
        language,
      },
    ],
    undefined,
    2,
  )}\n`;

/** Every form in which a page can be cited; routes and “Cite this page” go by this table. */
const pageCitationFormats: readonly ExportFormat<PageWork>[] = [
  { label: 'Vancouver', ending: 'txt', mediaType: 'text/plain', toText: toVancouver },
  { label: 'BibTeX', ending: 'bib', mediaType: 'application/x-bibtex', toText: toBib },
  { label: 'RIS', ending: 'ris', mediaType: 'application/x-research-info-systems', toText: toRis },
  { label: 'CSL-JSON', ending: 'json', mediaType: 'application/vnd.citationstyles.csl+json', toText: toCsl },
];

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

interface SiteFacts {
  readonly name: string;
  readonly url: string | undefined;
  readonly language: string;
}

/** A work that we hold in every form of the registry, or a page of ours in those of pages; e.g. the first of a topic is `/topics/phlegmasia/cite.txt`. */
export function citationFiles(collection: ApprovedCollection, entry: EntryOf<ApprovedCollection>, site: SiteFacts): CitationFile[] {
  const { id } = entry;
  const path = entryUrl(collection, id);
  const texts =
    'retrieved' in entry
      ? exportFormats.map((format) => ({ ...format, text: format.toText(entry) }))
      : pageCitationFormats.map((format) => ({
          ...format,
          text: format.toText({
            key: `${site.name.toLowerCase()}-${collection}-${id}`,
            title: titleOf(entry),
            url: withHost(path, site.url),
            site: site.name,
            updated: entry.updated,
            version: versionOf(entry),
            language: site.language,
          }),
        }));
  return texts.map(({ label, ending, mediaType, text }) => ({
    label,
    href: citeUrl(path, ending),
    name: `${id}.${ending}`,
    ending,
    mediaType,
    text,
  }));
}
