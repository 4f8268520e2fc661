/** Nothing that others wrote is shipped to readers without its licence. */
import { describe, expect, test } from 'vitest';
import { build } from 'vite';
import { licenceGuard, licences } from '../../../src/integrations/licences.ts';

/** Bundles a program of one line that uses a package. */
const bundle = (name: string): Promise<unknown> =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      licenceGuard,
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
        load: (id) => (id === '\0entry' ? `import * as all from '${name}'; console.log(all)` : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'entry' } },
  });

describe('a bundle for readers', () => {
  test('may hold what has a notice', async () => {
    await expect(bundle('idb')).resolves.toBeDefined();
  });

  test('is refused with a package that has none', async () => {
    await expect(bundle('fastest-levenshtein')).rejects.toThrow(/fastest-levenshtein would be shipped to readers without a licence notice/);
  });
});

test('the page is handed the text of each licence, whole', () => {
  let plugins: { load?: (id: string) => unknown }[] = [];
  const setup = licences().hooks['astro:config:setup'] as (options: object) => void;
  setup({ updateConfig: ({ vite }: { vite: { plugins: typeof plugins } }) => (plugins = vite.plugins) });
  const module = String(plugins[0]?.load?.('\0virtual:licences'));
  const rows = JSON.parse(/= (.*);$/s.exec(module)?.[1] ?? '[]') as { name: string; identifier: string; text: string }[];
  expect(rows.map(({ name, identifier }) => `${name} ${identifier}`)).toEqual([
    'pagefind MIT',
    'serwist MIT',
    '@serwist/utils MIT',
    'idb ISC',
    'ts-fsrs MIT',
    '@fontsource-variable/source-serif-4 OFL-1.1',
  ]);
  expect(rows.filter(({ text }) => !/copyright|\(c\)|licensed/i.test(text) || text.length < 500)).toEqual([]);
});
