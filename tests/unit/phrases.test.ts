/** The list of retired phrases: that it can fail, and that what editors read outside the site keeps to it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRetired, retiredPhrases, wordsOfData, wordsOfPage, wordsOfProgram, wordsOfText } from '../house/retired-phrases.ts';

const root = new URL('../..', import.meta.url).pathname;
const inPage = (markup: string): string[] => findRetired('a.html', wordsOfPage(`<title>A</title><main><h1>A</h1>${markup}</main>`));

describe('the list of retired phrases', () => {
  it.each(retiredPhrases)('finds “$phrase” on a page, in data and in a line of text', ({ phrase, use }) => {
    const said = `“${phrase}” is retired, use “${use}”: `;
    expect(inPage(`<p><b>${phrase}</b></p>`).join()).toContain(said);
    expect(findRetired('a.json', wordsOfData(JSON.stringify([{ a: `${phrase}.` }]))).join()).toContain(said);
    expect(findRetired('a', wordsOfText(phrase)).join()).toContain(said);
  });

  it.each(retiredPhrases)('lets the term for “$phrase” stand', ({ use }) => {
    for (const term of use.split(/, | \(/)) expect(inPage(`<p>${term}</p>`)).toEqual([]);
  });

  it('gives a reason for every exception, and one file or folder', () => {
    for (const { path, why } of retiredPhrases.flatMap(({ except = [] }) => except)) {
      expect(why).toMatch(/^\p{Lu}.{20,}\.$/u);
      expect(path).toMatch(/^[a-z_].*(?:\/|\.(?:json|txt|csv))$/);
    }
    expect(findRetired('about/licences/index.html', wordsOfText('its makers'))).toEqual([]);
    expect(findRetired('about/index.html', wordsOfText('its makers'))).toHaveLength(1);
  });

  it('passes over names for programs, which are no words', () => {
    expect(findRetired('a.json', wordsOfData('{"coverage":"second-hand"}'))).toEqual([]);
    expect(findRetired('a.json', wordsOfData('{"says":"It is second-hand"}'))).toHaveLength(1);
  });

  it('tells a label from a sentence', () => {
    expect(inPage('<p>The result is in favour of removal. It describes eight people in full.</p>')).toEqual([]);
    expect(inPage('<td>In favour</td><h2><span>Describes</span></h2><a href="/">In full:</a>')).toHaveLength(3);
  });

  it('leaves everyday words to the public', () => {
    const sentence = 'clot that travels';
    expect(inPage(`<section data-for="public"><div><p>Bleeding and ${sentence}.</p></div></section>`)).toEqual([]);
    expect(inPage(`<section data-for="clinician"><p>Bleeding and ${sentence}.</p></section>`)).toHaveLength(1);
  });

  it('reads what a page shows in attributes, and data that stand in it, and neither code nor addresses', () => {
    expect(inPage('<img alt="Matrix"><a href="/" title="Our desk">x</a>')).toHaveLength(2);
    expect(findRetired('a.html', wordsOfPage('<meta name="description" content="A maker of devices.">'))).toHaveLength(1);
    expect(inPage('<script type="application/ld+json">{"name":"In favour"}</script>')).toHaveLength(1);
    expect(inPage('<pre>coverage: second-hand</pre><a href="/glossary/machine-written-summary/">A</a>')).toEqual([]);
    expect(findRetired('a.json', wordsOfData('["/glossary/machine-written-summary/"]'))).toEqual([]);
  });

  it('reads what a program says', () => {
    expect(findRetired('a.js', wordsOfProgram("const shelf=1;say('On this shelf')"))).toHaveLength(1);
    expect(findRetired('a.js', wordsOfProgram('const shelf=1;'))).toEqual([]);
  });
});

describe('what editors read outside the site', () => {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));

  it.each(['README.md', 'content/README.md', ...below('.github').filter((path) => /\.(?:md|yml)$/.test(path))])(
    '%s uses the terms',
    (path) => {
      expect(findRetired(path, wordsOfText(readFileSync(join(root, path), 'utf8')))).toEqual([]);
    },
  );

  it.each(below('schemas'))('%s describes fields in the terms', (path) => {
    const described = [
      ...readFileSync(join(root, path), 'utf8').matchAll(/"(?:description|enumDescriptions|title)": (?:"[^"]*"|\[[^\]]*\])/g),
    ];
    expect(described.length).toBeGreaterThan(0);
    expect(findRetired(path, wordsOfProgram(described.join('\n')))).toEqual([]);
  });

  // What a command prints besides the rules of the check, which have pages on the site.
  it.each([
    ['ingest', ['--help'], 'an address'],
    ['ingest', ['tests/fixtures/ingest', '--dry-run'], 'off topic'],
    ['validate', ['--help'], '--format'],
    ['validate', ['--content', 'tests/fixtures/differences', '--as-of', '2026-11-20'], 'error'],
    ['anchor', [], 'passage'],
    ['diff', ['--help'], '--format'],
    ['diff', ['tests/fixtures/content', '--content', 'tests/fixtures/differences', '--as-of', '2026-11-20'], 'Findings'],
    ['review', [], 'Usage'],
    ['lookups', ['--help'], 'Usage'],
  ])('npm run %s, with %j, prints the terms', (command, args, expected) => {
    const printed = run(command, args);
    expect(printed).toContain(expected);
    expect(findRetired(command, wordsOfText(printed))).toEqual([]);
  });
});

function run(command: string, args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [join(root, 'scripts', `${command}.ts`), ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}
