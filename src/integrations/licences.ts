/** The licences of what others wrote and we ship to readers: read from the packages for the page that prints them. A package without a row stops the build. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Licence } from 'virtual:licences';

/** Every package of which something reaches a reader, and what for. What only builds the site is in the bill of materials. */
const shipped: Readonly<Record<string, string>> = {
  pagefind: 'Search: its index and the program that reads it',
  serwist: 'Offline: the part that keeps pages on a device',
  '@serwist/utils': 'Offline, as part of Serwist',
  idb: 'Offline, as part of Serwist; cards: what was learned, on a device',
  'ts-fsrs': 'Cards: when each comes back',
  '@fontsource-variable/source-serif-4': 'The text face, cut down to the characters that the site sets and named Patency Serif',
};

function licenceOf(name: string, use: string): Licence {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license: string };
  // One package keeps its licence in a folder of that name.
  const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:licen[cs]e[/\\])?licen[cs]e(?:\.(?:md|txt))?$/i.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  if (file === undefined) throw new Error(`The package \`${name}\` is shipped to readers and has no file with its licence.`);
  return { name, version, identifier: license, use, text: readFileSync(join(folder, file), 'utf8').trim() };
}

/** The package that a module comes from, e.g. `idb` for `…/node_modules/idb/build/index.js`; undefined for our own. */
const packageOf = (id: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.[1];

/** Stops a bundle that carries a package of which the page of licences does not know. For bundles that go to readers. */
export const licenceGuard: Plugin = {
  name: 'patency:licence-guard',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const unknown = new Set(modules.map(packageOf).filter((name) => name !== undefined && !(name in shipped)));
    if (unknown.size > 0)
      this.error(
        `${[...unknown].join(', ')} would be shipped to readers without a licence notice. Add a row to \`shipped\` in src/integrations/licences.ts.`,
      );
  },
};

const id = 'virtual:licences';

/** Hands the licences to the page that prints them, and guards the bundles of readers. */
export function licences(): AstroIntegration {
  const data: Plugin = {
    name: 'patency:licences',
    resolveId: (name) => (name === id ? `\0${id}` : undefined),
    load: (name) =>
      name === `\0${id}`
        ? `export const licences = ${JSON.stringify(Object.entries(shipped).map(([one, use]) => licenceOf(one, use)))};`
        : undefined,
  };
  return {
    name: 'patency:licences',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [data, licenceGuard] } }) },
  };
}
