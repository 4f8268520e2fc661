/** Our own pages as works to cite: with the day of the last change and a version that anyone can compare. No clock: the day of access is the reader's to add. */
import { monthAbbreviations, monthNames } from '../words/date.ts';
import { escapeBibtex } from './bibtex.ts';
import { toCslDate } from './csl.ts';

/** A page as a work. */
export interface PageWork {
  /** Citation key, e.g. `patency-topic-phlegmasia`. */
  readonly key: string;
  readonly title: string;
  /** Absolute address. */
  readonly url: string;
  /** Name of the site, which stands for author and publisher. */
  readonly site: string;
  /** Day of the last change, e.g. `2026-11-20`. */
  readonly updated: string;
  /** First digits of the hash of what the page is made from, e.g. `3f9a1c20`. */
  readonly version: string;
  readonly language: string;
}

export interface PageCitationFormat {
  readonly label: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly toText: (page: PageWork) => string;
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
  [
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
  ]
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');

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
export const pageCitationFormats: readonly PageCitationFormat[] = [
  { label: 'Vancouver', ending: 'txt', mediaType: 'text/plain', toText: toVancouver },
  { label: 'BibTeX', ending: 'bib', mediaType: 'application/x-bibtex', toText: toBib },
  { label: 'RIS', ending: 'ris', mediaType: 'application/x-research-info-systems', toText: toRis },
  { label: 'CSL-JSON', ending: 'json', mediaType: 'application/vnd.citationstyles.csl+json', toText: toCsl },
];
