/**
 * Addresses in the repository of the site: the forms for readers, filled in as far as the page knows, and the editor of a file.
 * Every one of them is undefined where the site names no repository; nothing is made up then.
 */
import { site } from '../config.ts';

export interface Repository {
  /** e.g. `https://github.com/owner/name`. */
  readonly url: string;
  readonly branch: string;
}

/** What a form is told about the page on which its link stands. */
export interface ReportedPage {
  readonly address: string;
  /** From which day the page is, in words. The day of the build is left out: it would make every page new every day. */
  readonly of?: string | undefined;
  readonly file?: string | undefined;
}

/** The repository of this site, or undefined where `REPOSITORY_URL` is not set. */
export const siteRepository = (): Repository | undefined =>
  site.repository === undefined ? undefined : { url: site.repository, branch: site.branch };

/** The editor for a file, e.g. `https://github.com/owner/name/edit/main/content/terms.yaml`. */
export const editUrl = (file: string, repository = siteRepository()): string | undefined =>
  repository && `${repository.url}/edit/${repository.branch}/${file}`;

/** A form of `.github/ISSUE_TEMPLATE`; the fields are named by the ids that they have there. */
function formUrl({ url }: Repository, template: string, fields: Readonly<Record<string, string | undefined>>): string {
  const filled = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]));
  return `${url}/issues/new?${new URLSearchParams([['template', template], ...filled]).toString()}`;
}

/** The form for a mistake, with address, state and file of the page filled in. */
export const errorReportUrl = ({ address, of, file }: ReportedPage, repository = siteRepository()): string | undefined =>
  repository &&
  formUrl(repository, 'report-an-error.yml', {
    page: address,
    version: of,
    file,
  });

/** The form for a work that we should hold, with the page on which it was missed. */
export const sourceSuggestionUrl = ({ address }: ReportedPage, repository = siteRepository()): string | undefined =>
  repository && formUrl(repository, 'suggest-a-source.yml', { page: address });
