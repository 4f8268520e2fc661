/** Gives every built page its content policy, also where no server sends one, and writes `_headers` for hosts that read it. Stands before whatever reads pages. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toHeadersFile } from '../hosting/responses.ts';
import { sitePolicy, withPolicy } from '../hosting/policy.ts';

/** Writes the policy into every HTML file below a folder, redirects and the page for wrong addresses too; gives how many. Throws with the names of those that it cannot protect. */
export async function writePolicies(folder: string, policy: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.x?html?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const faults: string[] = [];
  for (const path of paths) {
    try {
      await writeFile(path, withPolicy(await readFile(path, 'utf8'), policy));
    } catch (error) {
      faults.push(`  ${relative(folder, path)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (faults.length > 0) throw new Error(`These pages cannot be given their content policy:\n${faults.sort().join('\n')}`);
  return paths.length;
}

/** The policy of every page as an Astro integration; `form` is where the form for editors stands beside the pages, if it does. */
export function contentPolicy({ form }: { readonly form?: string | undefined }): AstroIntegration {
  return {
    name: 'patency:content-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = await writePolicies(folder, sitePolicy.meta);
        await writeFile(join(folder, '_headers'), toHeadersFile({ policy: sitePolicy.header, form }));
        logger.info(`${pages} pages carry their content policy.`);
      },
    },
  };
}
