/** The spelling of ids: what a name becomes when it is written as one. */

/** Lower-case letters, digits and single hyphens, e.g. `slug('Nice 2019: IPG651') === 'nice-2019-ipg651'`; empty where nothing is left. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
