/** The one index of this site, fetched from it when it is first asked for. */
import { fileUrl } from '../parts/urls.ts';
import { SearchIndex } from './index-reader.client.ts';

const folder = fileUrl('pagefind');

export const siteIndex = new SearchIndex({
  // A variable, so that the bundler leaves the address alone: the file exists only after the build.
  program: () => import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<unknown>,
  json: async (name) => {
    const response = await fetch(folder + name);
    if (!response.ok) throw new Error(`The site has no \`${folder}${name}\`.`);
    return response.json() as Promise<unknown>;
  },
});
