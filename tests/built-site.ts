/** Builds the shipped site once for a whole test run, into a temporary folder that both the site and the browser tests read. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { buildEnv } from './build-env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site: `inject('siteFolder')`. */
    siteFolder: string;
  }
}

// Every project loads this file for itself in the same process, so the one build is kept where all can see it.
const shared = globalThis as { patencySite?: Promise<string> };
const root = new URL('..', import.meta.url).pathname;

async function buildSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patency-site-'));
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', folder], { cwd: root, env: buildEnv() }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`The site does not build, so nothing built can be tested.\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    },
  );
  return folder;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.patencySite ??= buildSite();
  const folder = await shared.patencySite;
  project.provide('siteFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
