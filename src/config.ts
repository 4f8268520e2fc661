/** Where the site lives and which day it is: the only reader of the environment. What it is called is content: `site.yaml`. */

const env = (name: string): string | undefined => globalThis.process?.env?.[name] || undefined;

/** `SOURCE_DATE_EPOCH` (seconds, see reproducible-builds.org) as a day, else today in UTC, e.g. `2026-11-20`. */
export function asOfDate(epoch = env('SOURCE_DATE_EPOCH'), now: () => Date = () => new Date()): string {
  if (epoch === undefined) return now().toISOString().slice(0, 10);
  // Twelve digits lead past the year 9999, and a day has four.
  if (!/^\d{1,11}$/.test(epoch))
    throw new Error(`SOURCE_DATE_EPOCH is \`${epoch}\`, expected whole seconds since 1970. Unset it or give a number.`);
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}

/** The folder with the content. Throws when it is not relative to the project: Astro would look below the project and find nothing. */
export function contentFolder(folder = env('PATENCY_CONTENT') ?? 'content'): string {
  if (/^(?:[/\\]|[a-z]:)/i.test(folder))
    throw new Error(`PATENCY_CONTENT is \`${folder}\`, expected a folder relative to the project, e.g. \`content\`.`);
  return folder;
}

/**
 * Where content and code are kept and mistakes are reported, e.g. `https://github.com/owner/name`; undefined where nobody set
 * it, and then no page offers such a link. Throws when it is no `https` address.
 */
export function repositoryUrl(address = env('REPOSITORY_URL')): string | undefined {
  if (address !== undefined && !/^https:\/\/[^\s/]+\/[^\s?#]+$/.test(address))
    throw new Error(
      `REPOSITORY_URL is \`${address}\`, expected an address such as \`https://github.com/owner/name\`. Unset it or correct it.`,
    );
  return address?.replace(/\/+$/, '').replace(/\.git$/, '');
}

/** Where the form for editors stands when it is built beside readers’ pages. */
export const formPath = '/admin/';

/**
 * Where editors find their form: `/admin/` builds it beside readers’ pages, an address such as `https://form.example/` is that of
 * its own host; undefined where nobody set it, and then no page leads to one. Throws when it is neither.
 */
export function formUrl(address = env('FORM_URL')): string | undefined {
  if (address !== undefined && address !== formPath && !/^https:\/\/[^\s/?#]+\/$/.test(address))
    throw new Error(
      `FORM_URL is \`${address}\`, expected an address such as \`https://form.example/\`, or \`${formPath}\` to have the form beside the pages. Unset it or correct it.`,
    );
  return address;
}

/**
 * Where the published site is, e.g. `https://clots.example/`; undefined where nobody set it, and then no page claims an address.
 * Throws when it is none, or names more than a host: the site lies at its root.
 */
export function siteUrl(address = env('SITE_URL')): string | undefined {
  if (address !== undefined && !/^https?:\/\/[^\s/?#@]+\/?$/.test(address))
    throw new Error(
      `SITE_URL is \`${address}\`, expected the address of a host such as \`https://clots.example/\`. Unset it or correct it.`,
    );
  return address?.replace(/\/*$/, '/');
}

/** Where `npm start` serves the site on one’s own machine, and the form for editors one further. */
export const localPort = 4321;

export const site = {
  /** Address of the published site, with a slash at its end; undefined where nothing is published. Set `SITE_URL` where it is deployed. */
  url: siteUrl(),
  form: formUrl(),
  repository: repositoryUrl(),
  /** Branch that the published site is made from. */
  branch: env('REPOSITORY_BRANCH') ?? 'main',
  /** Mail address that `npm run ingest` gives to the servers it asks; set `CONTACT_EMAIL`, so that they can complain to somebody. */
  contact: env('CONTACT_EMAIL'),
  /** Stands in for the registries of works (Crossref, PubMed, …) where they are mirrored or tested; see src/ingest/fetch-document.ts. */
  registries: env('REGISTRY_MIRROR'),
  language: 'en-GB',
  licence: {
    content: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    code: { name: 'MIT', url: 'https://opensource.org/license/mit' },
  },
  /** Folder with the content, relative to the project. */
  contentFolder: contentFolder(),
  asOf: asOfDate(),
} as const;
