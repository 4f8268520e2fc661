import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { adminForm } from './src/editor/form-build.ts';
import { pageProcessor, sourceProcessor } from './src/integrations/body-processors.ts';
import { addressNotice } from './src/integrations/address-notice.ts';
import { cacheFolder, contentCache } from './src/integrations/content-cache.ts';
import { contentGate } from './src/integrations/content-gate.ts';
import { contentPolicy } from './src/integrations/content-policy.ts';
import { distCheck } from './src/integrations/dist-check.ts';
import { licenceGuard, licences } from './src/integrations/licences.ts';
import { search } from './src/search/pagefind.ts';
import { offline } from './src/offline/build.ts';
import { precompress } from './src/hosting/precompress.ts';
import { redirectsFor } from './src/integrations/redirects.ts';
import { socialCards } from './src/integrations/social-cards.ts';
import { unfinished } from './src/integrations/unfinished.ts';
import { formPath, site } from './src/config.ts';

// `src/config.ts` is read again inside the build, which may cross midnight: the day is the one on which it began.
process.env.SOURCE_DATE_EPOCH ??= String(Date.parse(site.asOf) / 1000);

export default defineConfig({
  ...(site.url && { site: site.url }),
  cacheDir: cacheFolder(site.contentFolder),
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false, processor: sourceProcessor() }, // sources
  vite: { build: { assetsInlineLimit: 0 } }, // a script inside a page would be refused by the content policy
  redirects: await redirectsFor(site.contentFolder),
  integrations: [
    contentCache(site.contentFolder), // keeps what was read of one content folder from another
    contentGate({ folder: site.contentFolder, asOf: site.asOf }), // refuses content that does not hold
    mdx({ processor: await pageProcessor(site.contentFolder) }), // topics and questions, with citations and terms
    licences(), // prints the licences of what is shipped, and stops what has none
    contentPolicy(site), // says in every page what it may load
    search(), // makes the built pages searchable
    socialCards({ folder: site.contentFolder, asOf: site.asOf }), // a picture for every shared link
    offline([licenceGuard]), // keeps what was read, for when there is no network
    ...(site.form === formPath ? [adminForm()] : []), // the form for editors, where it stands beside readers’ pages
    distCheck({ folder: site.contentFolder }), // reads the built site once more: links, fragments, citations, and that all markup is ours
    precompress(), // what a host need not compress at every request; after everything that writes
    addressNotice(site.url), // loud, so near the end
    unfinished(), // last: marks the site until all of the above have ended well
  ],
});
