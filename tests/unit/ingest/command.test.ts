import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { origins } from '../../../src/ingest/parse-document.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { fixtureBytes, fixtureFolder, fixtureNames } from './fixture.ts';

const script = join(import.meta.dirname, '../../../scripts/ingest.ts');
const total = fixtureNames.length;
let folder: string;
const at = (...path: string[]): string => join(folder, ...path);
const put = (path: string, text: string): void => writeFileSync(at(path), text);
const sources = (): string[] => (existsSync(at('content/sources')) ? readdirSync(at('content/sources')).sort() : []);
const snapshots = (): string[] => (existsSync(at('.snapshots')) ? readdirSync(at('.snapshots')).sort() : []);

function ingest(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--date', '2026-11-20', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, last: stdout.split('\n').find((line) => /^\d+ (?:file|item|address)(?:e?s)?(?: with .+)?:/.test(line)) };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  mkdirSync(at('raw'));
  for (const name of fixtureNames) cpSync(join(fixtureFolder, name, 'raw.txt'), at('raw', `${name}.txt`));
});
afterEach(() => rmSync(folder, { recursive: true }));

// Each starts Node anew, which takes seconds on a busy machine.
describe('npm run ingest', { timeout: 60_000 }, () => {
  it('makes a draft and a snapshot of each article, and none when it is run again', async () => {
    const first = ingest('raw');
    expect(first).toMatchObject({ status: 0, last: `${total} files: ${total} drafted, 0 known, 0 off topic, 0 refused, 0 passed over.` });
    expect(sources()).toHaveLength(total);
    expect(snapshots()).toHaveLength(total);
    const { library, unreadable } = await readContent(at('content'));
    expect(unreadable).toEqual([]);
    const kept = [...library.sources.values()].map((source) => `${source.snapshot?.slice('sha256-'.length)}.txt`).sort();
    expect(snapshots()).toEqual(kept);

    const before = sources().map((name) => readFileSync(at('content/sources', name), 'utf8'));
    const second = ingest('raw', '--date', '2027-01-01');
    expect(second).toMatchObject({ status: 0, last: `${total} files: 0 drafted, ${total} known, 0 off topic, 0 refused, 0 passed over.` });
    expect(second.stdout).toContain(
      'known       raw/leaflet.txt is content/sources/sampleshire-2022-information.md (the same file, byte for byte)',
    );
    expect(sources().map((name) => readFileSync(at('content/sources', name), 'utf8'))).toEqual(before);
  });

  it('puts the raw article of a known source back when it is the very one, and tells so once', () => {
    ingest('raw/leaflet.txt');
    const [kept = ''] = snapshots();
    rmSync(at('.snapshots'), { recursive: true });
    expect(ingest('raw/leaflet.txt', '--dry-run').stdout).not.toContain('put back');
    cpSync(at('raw/leaflet.txt'), at('raw/leaflet.md'));
    const { stdout } = ingest('raw/leaflet.txt', 'raw/leaflet.md');
    expect(stdout.match(/its raw article was put back/g)).toHaveLength(1);
    expect(snapshots()).toEqual([kept]);
    expect(readFileSync(at('.snapshots', kept))).toEqual(Buffer.from(fixtureBytes('leaflet')));

    put('raw/leaflet.txt', `${readFileSync(at('raw/leaflet.txt'), 'utf8')}\nOne more line.\n`);
    const changed = ingest('raw/leaflet.txt').stdout;
    expect(changed).toContain('its text differs from the one taken then');
    expect(changed).not.toContain('put back');
    expect(snapshots()).toEqual([kept]);
  });

  it('takes one article once, however often it is given', () => {
    cpSync(at('raw/leaflet.txt'), at('raw/copy-of-leaflet.txt'));
    const { stdout, last } = ingest('raw/leaflet.txt', 'raw/copy-of-leaflet.txt', 'raw/leaflet.txt');
    expect(last).toBe('2 files: 1 drafted, 1 known, 0 off topic, 0 refused, 0 passed over.');
    expect(stdout).toContain('raw/copy-of-leaflet.txt is content/sources/sampleshire-2022-information.md');
  });

  it('accounts for every file of a folder: all refusals at once, and what it passed over', () => {
    rmSync(at('raw'), { recursive: true });
    mkdirSync(at('raw/deep'), { recursive: true });
    put('raw/a.md', '---\ntitle: Splints\nsourceUrl: "[object Object]"\npermalink: /a\n---\n');
    put('raw/b.md', '---\ntitle: Splints\ndate: 2024-02-30\nsourceUrl: https://example.org/b\n---\n');
    put('raw/c.png', 'not read');
    put('raw/.hidden.md', 'not read');
    put('raw/deep/d.txt', 'Buy plaster.');
    writeFileSync(at('raw/deep/e.txt'), fixtureBytes('leaflet'));
    const { status, stdout } = ingest('raw');
    expect(status).toBe(1);
    for (const { name, looksFor } of origins) expect(stdout).toContain(`\n  ${name}: ${looksFor}\n`);
    expect(stdout.replace(/^ {2}\w.*\n/gm, '')).toMatchInlineSnapshot(`
      "passed over raw/.hidden.md: hidden files are not read
      refused     raw/a.md: \`sourceUrl\` is \`[object Object]\`, expected an address that starts with https:// or http://.
                  Put the address of the original there.
      refused     raw/b.md: \`date\` is \`2024-02-30\`, expected a day that exists.
                  Look the date up at the publisher and correct it.
      passed over raw/c.png: files ending in \`.png\` are not read; articles end in .md, .markdown, .txt, .text, .html, .htm, .xhtml, .pdf, .xml, .rss, .atom, .rdf, .json, .jsonl, .ndjson, .yaml, .yml, .csv, .tsv, .bib, .bibtex, .biblatex, .ris, .nbib, .medline, .enw, .ciw or .isi
      refused     raw/deep/d.txt: Nothing in it shows that it is an article: expected a title with a date, an author or the address of its site.
                  If it is one, save the whole page from a browser, or write its title, date and address on lines of their own at the top. What articles are recognised by is listed at the end.
      drafted     raw/deep/e.txt -> content/sources/sampleshire-2022-information.md (leaflet, recognised by the line “Information for patients” with a publication date, an ISBN, a site line)
      6 files: 1 drafted, 0 known, 0 off topic, 3 refused, 2 passed over.
      Refused for \`date\` 1, \`sourceUrl\` 1.
      Articles are recognised by what stands in them:
      Next: open each draft, work through the list under \`todo\` at its top, then run \`npm run validate\`.
      "
    `);
    expect(sources()).toHaveLength(1);
    expect(snapshots()).toHaveLength(1);
  });

  it('writes nothing on a dry run', () => {
    expect(ingest('raw', '--dry-run').stdout).toContain('This was a dry run: nothing was written.');
    expect(readdirSync(folder)).toEqual(['raw']);
  });

  it('gives another id where a file of that name stands, and leaves that file alone', () => {
    mkdirSync(at('content/sources'), { recursive: true });
    put('content/sources/sampleshire-2022-information.md', 'an unfinished note');
    expect(ingest('raw/leaflet.txt').stdout).toContain('-> content/sources/sampleshire-2022-sprained.md');
    expect(readFileSync(at('content/sources/sampleshire-2022-information.md'), 'utf8')).toBe('an unfinished note');
  });

  it('leaves no snapshot behind when the draft cannot be written', () => {
    mkdirSync(at('content'));
    put('content/sources', 'a file where the folder should be');
    const { status, stdout, last } = ingest('raw/leaflet.txt');
    expect({ status, last }).toEqual({ status: 1, last: '1 file: 0 drafted, 0 known, 0 off topic, 1 refused, 0 passed over.' });
    expect(stdout).toContain('The draft could not be written');
    expect(snapshots()).toEqual([]);
  });

  it.each([
    ['nothing given', [], 'Nothing was given to take in.'],
    ['a file that is not there', ['nowhere.md'], 'There is no file or folder `nowhere.md`.'],
    ['an unknown option', ['raw', '--force'], '--force'],
    ['a day that does not exist', ['raw', '--date', '2026-02-30'], '`--date 2026-02-30` is not a day. Write it as 2026-11-20.'],
  ])('ends with 2, a sentence and the usage when called with %s', (_, args, sentence) => {
    const { status, stderr, stdout } = ingest(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('Usage: npm run ingest');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder)).toEqual(['raw']);
  });

  it('refuses an address of this machine, one that leads nowhere, and goes on with the rest', () => {
    const { status, stdout, last } = ingest('http://127.0.0.1:9/a', 'isbn:978-0-306-40615-8', 'raw/leaflet.txt');
    expect({ status, last }).toEqual({ status: 1, last: '3 items: 1 drafted, 0 known, 0 off topic, 2 refused, 0 passed over.' });
    expect(stdout).toMatch(/^refused {5}http:\/\/127\.0\.0\.1:9\/a: .+\n {12}.+/m);
  });

  it('stops between two articles on Ctrl-C, says how many are left, and leaves nothing half written', async () => {
    const leaflet = new TextDecoder().decode(fixtureBytes('leaflet')).replace(/^ISBN.*$/m, '');
    for (let i = 0; i < 600; i++) put(`raw/many-${i}.txt`, leaflet.replace('Gel splints', `Gel splints of type ${i}`));
    const child = spawn(process.execPath, [script, 'raw'], { cwd: folder });
    let printed = '';
    let complaint = '';
    child.stdout.on('data', (piece: Buffer) => {
      if (printed === '') child.kill('SIGINT');
      printed += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, complaint }).toEqual({
      code: 130,
      complaint: expect.stringMatching(/^(?:progress .*\n)*Stopped: \d+ of 6\d\d were not looked at\. Run it again/) as string,
    });
    const { library, unreadable, strays } = await readContent(at('content'));
    expect({ unreadable, strays, drafts: library.sources.size }).toEqual({ unreadable: [], strays: [], drafts: sources().length });
    expect([...sources(), ...snapshots()].filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(snapshots()).toHaveLength(sources().length);
  });
});
