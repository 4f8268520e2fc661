/** A file that the build writes besides pages: what a route hands out, and where. */
export interface SiteFile {
  /** From the root of the site, without a slash in front, e.g. `api/findings.json`. */
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Data as a file that a person can read too, with a line feed at its end. */
export const jsonFile = (path: string, value: unknown, mediaType = 'application/json'): SiteFile => ({
  path,
  mediaType,
  text: `${JSON.stringify(value, undefined, 1)}\n`,
});
