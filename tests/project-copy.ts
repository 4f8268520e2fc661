/** A copy of the project without any content, to be changed and built by a test and thrown away. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildEnv } from './build-env.ts';

const root = new URL('..', import.meta.url).pathname;

export interface ProjectCopy {
  readonly folder: string;
  /** Builds it into its `dist`, as it is on a day such as `2026-11-20`, else on the day of the run. Throws with what the build said. */
  readonly build: (asOf?: string, env?: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Copies what a build needs, without any past, into a folder with a blank and a letter beyond ASCII; the packages are those of the project itself. */
export async function copyProject(): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'patency köpy-'));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    build: async (asOf, own = {}) => {
      const env = buildEnv({ ...(asOf && { SOURCE_DATE_EPOCH: String(Date.parse(asOf) / 1000) }), ...own });
      const astro = join(root, 'node_modules/astro/bin/astro.mjs');
      await promisify(execFile)(process.execPath, [astro, 'build'], { cwd: folder, env, maxBuffer: 1e8 }).catch(
        ({ stdout = '', stderr = '', message }: { stdout?: string; stderr?: string; message: string }) => {
          throw new Error(stdout + stderr || message);
        },
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
