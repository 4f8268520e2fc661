/** Files of 50 kB that are made to take long or to break what reads them: for the test of the limits, and for its benchmark. */
import { limits } from '../../src/schema/limits.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { tryFiles } from '../../src/check/trial.ts';
import { toContent } from '../../src/library/content.ts';

export interface HostileFile {
  readonly name: string;
  /** Below the content folder; one of its own, but for lists. */
  readonly path: string;
  readonly text: string;
}

const SIZE = 50_000;
const filled = (unit: string, size = SIZE): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const fields = 'kind: guideline\ntitle: Advice\nissued: 2021\nlanguage: en\nretrieved: 2026-11-02\ncoverage: abstract\nstatus: draft';
/** Bodies that took seconds to minutes, broke the check, or are made after those that did. */
const units = [
  '> ', '@a ', '[@a; ', '[a](', '[', '[^a]', '`', '_a', '*a', '<a ', '- ', '1. ', '| a ', '![', '](', '**a', '~~a', '<', '{', '<a>', '{a}', 'http://a.', 'www.a', 'a@b.c ',
  '&amp;', '\\', '\n\n- a', '* _', '[a]: b\n', '[^a]: b\n', '***', '=\n', 'a\n=\n', 'a\n---\n', '|-\n', '| a |\n|-|\n', '> - ', '{\n\n', 'export const a = [\n\n', 'import a\n\n',
  '<A>\n\n', '"', '\n', 'a\n', '# a\n', '- a\n', '({[', '`a``', '[@', '[@@', '\\u0041', '&#x41;', '😀', '中', 'а', 'a.b.c.', '> > > ', '    - a\n', '{"', '<A b="', '[a][b]', '<!--',
]; // prettier-ignore
/** Fields, likewise; what stands in front of them is in the name. */
const yamls = ['- ', '[', '{a: ', '? ', '&a *a ', '!!x ', 'a: b\n', '- - ', 'a: |\n  b\n', '"\\u0041', 'a:\n', '{a: b, ', '[a, ', '<<: *a\n', '- &a [*a]\n', '"a\n', ': ', 'k', '"']; // prettier-ignore

export const hostileFiles: readonly HostileFile[] = (
  [
    ...units.flatMap((unit): [string, string, string][] => [
      [`body of .md: ${unit}`, 'sources/hostile-*.md', `---\n${fields}\n---\n\n${filled(unit)}\n`],
      [`body of .mdx: ${unit}`, 'topics/hostile-*.mdx', `---\ntitle: Widgets\nkind: concept\n---\n\n${filled(unit)}\n`],
      // The limit for a body stops those above; here is as much as a body may have.
      [
        `shorter body of .mdx: ${unit}`,
        'topics/hostile-*.mdx',
        `---\ntitle: Widgets\nkind: concept\n---\n\n${filled(unit, limits.body.most - 10)}\n`,
      ],
    ]),
    ...yamls.flatMap((unit): [string, string, string][] => [
      [`fields: ${unit}`, 'sources/hostile-*.md', `---\n${filled(unit)}\n---\n\nText.\n`],
      [`a field: ${unit}`, 'sources/hostile-*.md', `---\n${fields}\njurisdiction: ${filled(unit)}\n---\n\nText.\n`],
      [`a pathway: ${unit}`, 'pathways/hostile-*.yaml', filled(unit)],
      [`the terms: ${unit}`, 'terms.yaml', filled(unit)],
    ]),
    ['a title of 2 MB', 'sources/hostile-*.md', `---\n${fields.replace('Advice', filled('a', 2_000_000))}\n---\n\nText.\n`],
    ['a file of 9 MB', 'terms.yaml', filled('- id: a\n', 9_000_000)],
    ['a key of 50 kB', 'sources/hostile-*.md', `---\n${fields}\n${filled('k')}: a\n---\n\nText.\n`],
    ['10,000 keys', 'sources/hostile-*.md', `---\n${Array.from({ length: 10_000 }, (_, i) => `k${i}: a\n`).join('')}---\n`],
    ['5,000 findings', 'sources/hostile-*.md', `---\n${fields}\nfindings:\n${'- {}\n'.repeat(5000)}---\n`],
    ['nothing', 'terms.yaml', ''],
  ] satisfies [string, string, string][]
).map(([name, path, text], index) => ({ name, path: path.replace('*', String(index)), text }));

export interface HostileTime {
  readonly name: string;
  readonly seconds: number;
  /** The rule that stopped it, or `checked`. */
  readonly ended: string;
}

/** Every hostile file by itself, the slowest first; what a thread stopped has taken as long as it may. */
export async function measureHostile(asOf: string): Promise<HostileTime[]> {
  const files = hostileFiles.map(({ path, text, name }) => ({ name, path, bytes: new TextEncoder().encode(text) }));
  const refused = await tryFiles(files.filter(({ path }) => path.includes('hostile-')));
  const times = files.map((file) => {
    const before = process.cpuUsage();
    const issues = checkContent(toContent([file], 'content', refused), { asOf });
    const { user, system } = process.cpuUsage(before);
    return {
      name: file.name,
      seconds: (user + system) / 1_000_000,
      ended: issues.find(({ level }) => level === 'error')?.rule ?? 'checked',
    };
  });
  return times.sort((a, b) => b.seconds - a.seconds);
}
