import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { adminForm } from './src/integrations/admin-form.ts';
import { pageProcessor, sourceProcessor } from './src/integrations/body-processors.ts';
import { contentGate } from './src/integrations/content-gate.ts';
import { distCheck } from './src/integrations/dist-check.ts';
import { search } from './src/integrations/pagefind.ts';
import { offline } from './src/integrations/offline.ts';
import { redirectsFor } from './src/integrations/redirects.ts';
import { socialCards } from './src/integrations/social-cards.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: site.url,
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false, processor: sourceProcessor() }, // sources
  vite: { build: { assetsInlineLimit: 0 } }, // a script inside a page would be refused by the content policy
  redirects: await redirectsFor(site.contentFolder),
  integrations: [
    contentGate({ folder: site.contentFolder, asOf: site.asOf }), // refuses content that does not hold
    mdx({ processor: await pageProcessor(site.contentFolder) }), // topics and questions, with citations and terms
    search(), // makes the built pages searchable
    socialCards({ folder: site.contentFolder, asOf: site.asOf }), // a picture for every shared link
    offline(), // keeps what was read, for when there is no network
    adminForm(), // the form for editors, which no reader loads
    distCheck({ folder: site.contentFolder }), // reads the built site once more: links, fragments, citations, and that all markup is ours
  ],
});
