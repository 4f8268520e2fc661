/** What a package that was bundled before it was published carries of others, as its source map tells: their names, and the notices in their code. Pure. */

export interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

/** `svelte 5.57.1` from `…/.pnpm/svelte@5.57.1_x/node_modules/svelte/src/a.js`, `marked` from `…/node_modules/marked/a.js`. */
function packageOf(path: string): string | undefined {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  const version = name && new RegExp(`/\\.pnpm/${name.replace('/', '\\+')}@([^/_]+)`).exec(path)?.[1];
  return name === undefined ? undefined : version === undefined ? name : `${name} ${version}`;
}

const noticesIn = (code: string): string[] =>
  (code.match(/\/\*[^]*?\*\//g) ?? [])
    .filter((comment) => /licen[sc]e|copyright|\(c\)/i.test(comment))
    .map((comment) =>
      comment
        .replace(/^\/\*[!*]?\s*|\s*\*\/$/g, '')
        .replace(/^[ \t]*\*[ \t]?/gm, '')
        .trim(),
    );

/** Fonts that come along, by where the program would fetch them a second time: `…/fontsource/fonts/noto-mono@5.3.0/…`. */
const fontsIn = (program: string): string[] =>
  [...program.matchAll(/\/fontsource\/fonts\/([\w-]+)(?::vf)?@([\d.]+)\//g)].map(
    ([, name = '', version = '']) => `## The font ${name} ${version}\n\nLicence: https://fontsource.org/fonts/${name}`,
  );

/** The list as text, packages in order of name, each notice once, e.g. `## marked 18.0.14` and below it its copyright; then the fonts. */
export function toInnerNotices({ sources, sourcesContent = [] }: SourceMap, program: string): string {
  const found = new Map<string, Set<string>>();
  for (const [i, path] of sources.entries()) {
    const name = packageOf(path);
    if (name === undefined) continue;
    const notices = found.get(name) ?? new Set<string>();
    for (const notice of noticesIn(sourcesContent[i] ?? '')) notices.add(notice);
    found.set(name, notices);
  }
  const parts = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, notices]) => {
      const page = `https://www.npmjs.com/package/${name.replace(/ (\S+)$/, '/v/$1')}`;
      return [`## ${name}`, `Licence: ${page}`, ...notices].join('\n\n');
    });
  return `\n# Within the program, bundled by its makers\n\n${[...parts, ...new Set(fontsIn(program))].join('\n\n')}\n`;
}
