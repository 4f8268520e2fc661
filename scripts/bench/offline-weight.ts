/** What a visit leaves on a device, and what the whole site would, as the build itself has counted it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OfflineWeight {
  /** Bytes as sent. */
  readonly core: number;
  readonly rest: number;
  /** Number of files beyond the core. */
  readonly files: number;
  /** True when the rest is fetched without asking. */
  readonly auto: boolean;
  /** The service worker itself, uncompressed. */
  readonly worker: number;
}

/** Reads the list that the build wrote. Throws when there is none. */
export function readOfflineWeight(dist: string): OfflineWeight {
  const [list, worker] = ['offline/pages.json', 'service-worker.js'].map((file) => join(dist, file));
  if (!list || !worker || !existsSync(list) || !existsSync(worker))
    throw new Error(`\`${dist}\` was built without its service worker. Run \`npm run build\` again.`);
  const { auto, coreBytes, restBytes, files } = JSON.parse(readFileSync(list, 'utf8')) as {
    auto: boolean;
    coreBytes: number;
    restBytes: number;
    files: readonly unknown[];
  };
  return { core: coreBytes, rest: restBytes, files: files.length, auto, worker: readFileSync(worker).length };
}
