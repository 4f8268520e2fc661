/** Writes the form for editors as a folder of its own: its page, its program, our part of it, and what its host sends. */
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { toFormConfig } from './form-config.ts';
import { toFormPage, toLostFormPage, adminPage } from './form-page.ts';
import { toHeadersFile } from '../hosting/responses.ts';
import { formPolicy, withPolicy } from '../hosting/policy.ts';
import { readContent } from '../library/from-files.ts';
import { formPath, site } from '../config.ts';
import { bundling, cms, keepFormProgram, licences } from './form-program.ts';
import { precompressFolder } from '../hosting/precompress.ts';

const entry = fileURLToPath(new URL('./form.client.ts', import.meta.url));
const shared = fileURLToPath(new URL('../../public/', import.meta.url));

/** Of what site the form is one. */
export interface EditedSite {
  readonly contentFolder: string;
  readonly branch: string;
  readonly repository?: string | undefined;
  /** Address of readers’ pages, to which the form leads back; undefined where they are not published. */
  readonly url: string | undefined;
}

/** Writes page, configuration, program and looks into a folder, which every address in them is relative to. */
async function writeForm(folder: string, { beside, ...edited }: EditedSite & { readonly beside: boolean }): Promise<void> {
  await cp(await keepFormProgram(), folder, { recursive: true });
  const config = bundling(folder);
  await build({
    ...config,
    build: {
      ...config.build,
      license: { fileName: `own-${licences}` },
      rolldownOptions: {
        input: entry,
        external: [cms, /^\/fonts\//],
        output: { paths: { [cms]: './cms.js' }, entryFileNames: 'admin.js', chunkFileNames: '[name].js', assetFileNames: 'admin[extname]' },
      },
    },
  });
  const own = join(folder, `own-${licences}`);
  await appendFile(join(folder, licences), `\n# Around the program\n\n${(await readFile(own, 'utf8')).replace(/^# .*\n+/, '')}`);
  await rm(own);
  const { library } = await readContent(edited.contentFolder);
  const { vocabulary, site: profile } = library;
  const page = adminPage({ name: profile.name, repository: edited.repository, readers: edited.url, beside });
  const policy = formPolicy(edited.repository);
  await writeFile(join(folder, 'index.html'), withPolicy(toFormPage(page), policy.meta));
  await writeFile(join(folder, 'config.json'), JSON.stringify(toFormConfig({ ...edited, name: profile.name, vocabulary })));
  if (beside) return;
  await writeFile(join(folder, '404.html'), withPolicy(toLostFormPage(page), policy.meta));
  await writeFile(join(folder, '_headers'), toHeadersFile({ policy: policy.header }));
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  for (const name of ['favicon.svg', 'fonts']) await cp(join(shared, name), join(folder, name), { recursive: true });
}

/**
 * Writes the form for a host of its own, e.g. into `dist-form`, whole or not at all, in place of an earlier one; it holds all that the
 * host serves. Throws when something else is in that folder.
 */
export async function writeFormFolder(folder: string, edited: EditedSite = site): Promise<void> {
  if (existsSync(folder) && !existsSync(join(folder, 'cms.js')) && (await readdir(folder)).length > 0)
    throw new Error(`\`${folder}\` holds something else than the form for editors. Name another folder, or empty this one.`);
  const fresh = `${folder}.${process.pid}`;
  try {
    await mkdir(fresh, { recursive: true });
    await writeForm(fresh, { ...edited, beside: false });
    precompressFolder(fresh);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The form beside readers' pages, as an Astro integration: at `/admin/` of a built site. */
export function adminForm(edited: EditedSite = site): AstroIntegration {
  return {
    name: 'patency:admin-form',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        await writeForm(join(fileURLToPath(dir), formPath), { ...edited, beside: true });
        logger.info(`The form for editors is at ${formPath}.`);
      },
    },
  };
}
