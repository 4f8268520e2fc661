import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeSearchIndex } from '../../../src/search/pagefind.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of so many built pages. */
function site(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'patency-index-'));
  folders.push(folder);
  for (let n = 0; n < count; n++) {
    mkdirSync(join(folder, `page-${n}`));
    const filters = ['page:Topic', `topic:Shelf ${n % 5}`, `kind:Kind ${n % 7}`].map(
      (filter) => `<i data-pagefind-filter="${filter}"></i>`,
    );
    const text = `Page ${n} speaks of veins${n % 2 ? ' and of clots' : ''}.`;
    writeFileSync(
      join(folder, `page-${n}`, 'index.html'),
      `<!doctype html><html lang="en-GB"><title>Page</title><main data-pagefind-body><h1>Page ${n}</h1>${filters.join('')}<p>${text}</p></main></html>`,
    );
  }
  return folder;
}

/** Path and digest of every file of the index. */
const fingerprint = (folder: string): string[] =>
  readdirSync(join(folder, 'pagefind'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path.slice(folder.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .sort();

describe('the search index', () => {
  it('has the same bytes for the same pages', async () => {
    const runs = [];
    for (let run = 0; run < 3; run++) {
      const folder = site(40);
      expect((await writeSearchIndex(folder)).pages).toBe(40);
      runs.push(fingerprint(folder));
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  it('holds what our search asks for and no other interface', async () => {
    const folder = site(3);
    const { files } = await writeSearchIndex(folder);
    const names = fingerprint(folder).map((line) => line.split(' ')[0]);
    expect(names).toHaveLength(files);
    expect(names).toContain('/pagefind/pagefind.js');
    expect(names.filter((name) => /ui|highlight|worker|playground/.test(name ?? ''))).toEqual([]);
  });

  it('replaces the index of an earlier build whole', async () => {
    const folder = site(3);
    await writeSearchIndex(folder);
    writeFileSync(join(folder, 'pagefind', 'stale.pf_meta'), '');
    await writeSearchIndex(folder);
    expect(readdirSync(join(folder, 'pagefind'))).not.toContain('stale.pf_meta');
  });

  it('leaves out pages that are not to be found, once one says what is', async () => {
    const folder = site(3);
    writeFileSync(join(folder, 'moved.html'), '<!doctype html><html lang="en-GB"><title>Moved</title><main>Gone elsewhere</main></html>');
    expect((await writeSearchIndex(folder)).pages).toBe(3);
  });

  it('has no word of what lists other pages by name', async () => {
    const folder = site(2);
    const page = join(folder, 'page-0', 'index.html');
    const lists = '<section aria-labelledby="references"><h2 id="references">References</h2>zebra</section><p class="silent">yak</p>';
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace('</main>', `<section aria-labelledby="findings">camel</section>${lists}</main>`),
    );
    await writeSearchIndex(folder);
    const words = readFileSync(join(folder, 'pagefind', 'words.json'), 'utf8');
    expect(words).toContain('camel');
    expect(words).not.toContain('zebra');
    expect(words).not.toContain('yak');
  });

  it('stops the build when there is no page at all', async () => {
    await expect(writeSearchIndex(site(0))).rejects.toThrow('no page that search could find');
  });
});
