/** What tests of the form for editors need: its folder behind a server, a repository that answers it, and an editor's hands at the door. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startServer } from '../../scripts/static-server.ts';
import { formPolicy } from '../../src/hosting/policy.ts';
import { writeFormFolder, type EditedSite } from '../../src/editor/form-build.ts';
import { startGitHost, type GitHost } from './git-host.ts';
import { useSite, type Visit } from './visit.ts';

/** A site whose form knows no repository, and one that names it. */
export const nameless: EditedSite = {
  contentFolder: 'content',
  branch: 'main',
  url: undefined,
};
export const edited: EditedSite = { ...nameless, repository: 'https://github.com/example/patency' };
/** The one token that the host of the repository takes. */
export const token = 'a-token';

/** A visit to the form of a site on a host of its own, which is written below `folder`. */
export const useForm = (folder: string, name: string, of: EditedSite): Visit =>
  useSite(async () => {
    await writeFormFolder(join(folder, name), of);
    return startServer({ folder: join(folder, name), port: 0, served: { policy: formPolicy(of.repository).header } });
  });

/** Everything that a page asks for from elsewhere. Addresses within the page itself are not from elsewhere. */
export function watchForeign(page: Page, own: string): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && !['data:', 'blob:'].includes(protocol)) foreign.push(origin);
  });
  return foreign;
}
export interface OpenForm {
  readonly page: Page;
  readonly host: GitHost;
  /** Hosts that were asked for anything, besides its own. */
  readonly foreign: readonly string[];
}

/** A folder for a file of tests, with a repository in it that a form can be opened for. */
export function useRepository(): { readonly folder: string; readonly openForm: (site: Visit, path?: string) => Promise<OpenForm> } {
  const folder = mkdtempSync(join(tmpdir(), 'patency-form-'));
  const hosts: GitHost[] = [];
  beforeAll(() => cpSync('tests/fixtures/content', join(folder, 'repository', 'content'), { recursive: true }));
  afterEach(() => hosts.splice(0).forEach((host) => host.close()));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    openForm: async (site, path = '/') => {
      const host = startGitHost(join(folder, 'repository'));
      hosts.push(host);
      let foreign: string[] = [];
      const page = await site.open(path, { viewport: { width: 1280, height: 4500 } }, async (fresh) => {
        foreign = watchForeign(fresh, site.origin());
        await host.answerIn(fresh);
      });
      await page.getByRole('button', { name: 'Open the form' }).click();
      await seesSignIn(page);
      return { page, host, foreign };
    },
  };
}

export const seesSignIn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sign In Using Access Token' }).waitFor();

export async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
  await page.getByRole('textbox').fill(token);
  await page.getByRole('button', { name: 'Sign In', exact: true }).click();
  await page.getByRole('button', { name: 'New' }).first().waitFor();
}
