/** The tables of the house as data: which room lies on which floor, what runs in a browser, and who may touch the world. */

/**
 * The rooms from the ground. A room may import itself and any room on a lower floor, never one beside it on the same floor.
 * `config` (the file that reads the environment) may be read from the library upward, but by nothing that is a pure function
 * of the library: see `keptFrom`.
 */
export const floors: readonly (readonly string[])[] = [
  ['words', 'config'],
  ['schema', 'hosting'],
  ['library'],
  ['evidence'],
  ['check', 'changes', 'ingest', 'figures'],
  ['parts'],
  ['collections'],
  ['exports'],
  ['search', 'study', 'editor', 'offline'],
  ['site'],
  ['pages', 'integrations', 'scripts', 'content.config', 'middleware'],
];

/** Rooms that a lower floor would let in, and that a room may not import all the same. */
export const keptFrom: Readonly<Record<string, readonly string[]>> = {
  schema: ['config'],
  hosting: ['config'],
  evidence: ['config'],
  check: ['config'],
  changes: ['config'],
  ingest: ['config', 'evidence'],
  figures: ['config'],
};

export interface Exception {
  readonly file: string;
  readonly imports: string;
  readonly because: string;
}

/** Where the drawing had to bend; three at most. Each row is a debt with a reason. */
export const exceptions: readonly Exception[] = [];

/** What a component may call besides words, figures and other components: it prints what a view hands it and works nothing out. */
export const callable: readonly string[] = ['src/parts/position-shapes.ts', 'src/parts/page-parts.ts', 'src/parts/urls.ts'];

/** Where an address of the site may be spelt out: in its table, and where what serves the site has a table of its own. */
export const spellsAddresses: readonly string[] = ['src/schema/addresses.ts', 'src/schema/collections.ts', 'src/hosting/', 'scripts/'];

/**
 * Packages that may reach a browser, by the room whose programs bring them: nothing else does, however far down it is imported.
 * The form for editors is a program of its own, which no reader loads: it brings the schemas and the fixes (`*`), and nothing of Node.
 */
export const clientPackages: Readonly<Record<string, readonly string[]>> = {
  offline: ['serwist'],
  study: ['ts-fsrs', 'idb'],
  editor: ['*'],
};

/** Rooms that do with these packages and no others. */
export const packageTable: Readonly<Record<string, readonly string[]>> = { schema: ['zod'] };

export interface WorldRow {
  /** The part of the world, as it stands in a message. */
  readonly touches: string;
  /** Files and rooms that may touch it. A room ends in a slash. */
  readonly only: readonly string[];
}

/** The build side of features: what writes into the built site. */
const buildSide = [
  'src/hosting/precompress.ts',
  'src/search/pagefind.ts',
  'src/search/pagefind-files.ts',
  'src/offline/build.ts',
  'src/editor/form-build.ts',
  'src/editor/form-program.ts',
];

/** Who may touch the world. Names are those that `touchesIn` finds. */
export const worldTable: Readonly<Record<string, WorldRow>> = {
  astro: { touches: 'Astro’s virtual modules', only: ['src/content.config.ts', 'src/library/load.ts', 'src/pages/'] },
  disk: {
    touches: 'the disk',
    only: ['src/library/from-files.ts', 'src/library/to-files.ts', 'scripts/', 'src/integrations/', ...buildSide],
  },
  // What somebody trusts later is written by one file alone; the rest makes the site, the lock, or what is thrown away.
  'disk-write': {
    touches: 'the disk, writing',
    only: [
      'src/library/to-files.ts',
      'src/integrations/',
      ...buildSide,
      'scripts/content-lock.ts',
      'scripts/intake.ts',
      ...['chrome', 'drawn-files', 'screenshots'].map((name) => `scripts/${name}.ts`),
      ...['lighthouse-scores', 'search-engines', 'search-weight', 'validate-speed'].map((name) => `scripts/bench/${name}.ts`),
    ],
  },
  network: { touches: 'the network', only: ['*.client.ts', 'src/offline/service.worker.ts', 'scripts/web.ts'] },
  sockets: { touches: 'sockets', only: ['scripts/'] },
  // A parser that does not come to an end can only be stopped from outside; ingest reads many articles at once.
  threads: {
    touches: 'threads',
    only: ['src/check/trial.ts', 'src/check/trial.worker.ts', 'src/ingest/parse.worker.ts', 'src/ingest/parse-in-worker.ts'],
  },
  clock: {
    touches: 'the clock',
    only: [
      'src/config.ts',
      'src/offline/stale-banner.client.ts',
      'src/study/moment.client.ts',
      'scripts/ingest.ts',
      'scripts/web.ts',
      'scripts/bench/validate-speed.ts',
    ],
  },
  env: {
    touches: 'the environment',
    only: [
      'src/config.ts',
      'scripts/ingest.ts',
      'scripts/chrome.ts',
      'scripts/bench/lighthouse-scores.ts',
      'scripts/bench/search-weight.ts',
    ],
  },
  // Where drafts show, and below which folder of its host the site lies: Vite hands in both.
  mode: { touches: 'the mode of Astro', only: ['src/library/load.ts', 'src/parts/urls.ts'] },
  chance: { touches: 'chance', only: [] },
  terminal: { touches: 'arguments, console or exit code', only: ['scripts/'] },
};
