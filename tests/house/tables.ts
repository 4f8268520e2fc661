/** The two tables of the house as data: which room may import which, and who may touch the world. */

/**
 * What each room may import besides itself. `views (types)` allows types only; `views/urls` allows that file and those
 * whose names go on from it; `graph/pathway` allows the pure pathway engine. `words` lies lowest: it imports nothing of ours,
 * and every room that has sentences to make may import it.
 */
export const roomTable: Readonly<Record<string, readonly string[]>> = {
  words: [],
  schema: ['words'],
  library: ['words', 'schema', 'site'],
  graph: ['words', 'schema', 'library'],
  check: ['words', 'schema', 'library', 'graph'],
  ingest: ['words', 'schema', 'library'],
  hosting: ['words'],
  views: ['words', 'schema', 'library', 'graph', 'hosting/policy', 'site'],
  figures: ['words', 'views (types)'],
  exports: ['words', 'schema', 'library (types)', 'graph (types)', 'views', 'site'],
  integrations: ['words', 'library', 'graph', 'check', 'exports', 'hosting', 'views/urls', 'site'],
  browser: ['words', 'schema (types)', 'graph/pathway', 'views/urls'],
  components: ['words', 'views (types)', 'figures', 'components'],
  layouts: ['words', 'views (types)', 'figures', 'components'],
  pages: ['words', 'library/from-astro', 'graph', 'views', 'figures', 'exports', 'layouts', 'components'],
  scripts: ['words', 'library', 'graph', 'check', 'ingest', 'hosting'],
  site: [],
  'content.config': ['words', 'schema', 'library', 'site'],
};

export interface Bend {
  readonly room: string;
  readonly also: string;
  readonly because: string;
}

/** Where the drawing had to bend once the house stood. Each row is a debt with a reason; the table above stays as drawn. */
export const bends: readonly Bend[] = [
  { room: 'pages', also: 'site', because: 'a route hands the day and the address to the graph and the exports, which may not read them' },
  { room: 'scripts', also: 'site', because: 'a door hands the day and the content folder to the check' },
  { room: 'scripts', also: 'browser', because: 'the comparison of searches runs the search of the browser, not a copy of it' },
  { room: 'scripts', also: 'schema', because: 'a date given as an argument is read by the schema’s own rule' },
  { room: 'scripts', also: 'exports', because: 'a door prints what an export wrote: the difference as text or Markdown' },
  { room: 'pages', also: 'check/rule-guide', because: 'the page of a rule is made from the rule itself and from what it prints' },
  { room: 'views', also: 'check/rule-guide (types)', because: 'the view of a rule’s page is handed what the rule says' },
  {
    room: 'scripts',
    also: 'integrations/admin-form',
    because: 'the form is a folder of its own: a door builds it, not the build of the site',
  },
  {
    room: 'integrations',
    also: 'views/admin-page',
    because: 'the page in front of the form has no route: who writes the folder of the form prints it',
  },
  {
    room: 'integrations',
    also: 'schema',
    because: 'what is printed of a body is held to the addresses and components that the check holds it to',
  },
  { room: 'browser', also: 'check/fix', because: 'what the form for editors writes must be what a fix would leave as it is' },
  { room: 'browser', also: 'exports/form', because: 'the form for editors, which no reader loads, writes files as the schemas have them' },
  { room: 'components', also: 'schema (types)', because: 'a mark is chosen by a closed word: a stance, a tier' },
];

/** Rooms whose `<script>` elements run in the browser, and what those may import. */
export const scriptElementTable: Readonly<Record<string, readonly string[]>> = { components: ['browser'], layouts: ['browser'] };

/** Rooms that do with these packages and no others. `serwist` is for the service worker, which no page loads; the CMS for the form, which no reader opens. */
export const packageTable: Readonly<Record<string, readonly string[]>> = { schema: ['zod'], browser: ['serwist', '@sveltia/cms'] };

export interface WorldRow {
  /** The part of the world, as it stands in a message. */
  readonly touches: string;
  /** Files and rooms that may touch it. A room ends in a slash. */
  readonly only: readonly string[];
}

/** Who may touch the world. Names are those that `touchesIn` finds. */
export const worldTable: Readonly<Record<string, WorldRow>> = {
  astro: { touches: 'Astro’s virtual modules', only: ['src/content.config.ts', 'src/library/from-astro.ts', 'src/pages/'] },
  disk: { touches: 'the disk', only: ['src/library/from-files.ts', 'src/library/to-files.ts', 'scripts/', 'src/integrations/'] },
  // What somebody trusts later is written by one file alone; the rest makes the site, the lock, or what is thrown away.
  'disk-write': {
    touches: 'the disk, writing',
    only: [
      'src/library/to-files.ts',
      'src/integrations/',
      'scripts/content-lock.ts',
      'scripts/draft-writer.ts',
      ...['chrome', 'icons', 'lighthouse-scores', 'screenshots', 'search-engines', 'search-weight', 'validate-speed'].map(
        (name) => `scripts/${name}.ts`,
      ),
    ],
  },
  network: { touches: 'the network', only: ['src/browser/', 'scripts/web.ts'] },
  sockets: { touches: 'sockets', only: ['scripts/'] },
  // A parser that does not come to an end can only be stopped from outside; ingest reads many articles at once.
  threads: {
    touches: 'threads',
    only: ['src/check/trial.ts', 'src/check/trial.worker.ts', 'src/ingest/reading-desk.ts', 'src/ingest/reading-room.ts'],
  },
  clock: {
    touches: 'the clock',
    only: ['src/config.ts', 'src/offline/stale-banner.client.ts', 'scripts/ingest.ts', 'scripts/web.ts', 'scripts/bench/validate-speed.ts'],
  },
  env: {
    touches: 'the environment',
    only: ['src/config.ts', 'scripts/ingest.ts', 'scripts/chrome.ts', 'scripts/bench/lighthouse-scores.ts', 'scripts/bench/search-weight.ts'],
  },
  mode: { touches: 'the mode of Astro', only: ['src/library/from-astro.ts'] },
  chance: { touches: 'chance', only: [] },
  terminal: { touches: 'arguments, console or exit code', only: ['scripts/'] },
};
