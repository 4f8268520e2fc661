/** The surveyor: files in, sentences out. Each names the file, what it does and the rule; nothing is read from disk here. */
import { posix } from 'node:path';
import { circlesIn } from './circles.ts';
import { importsIn, parse, partsOf, touchesIn, type Import } from './modules.ts';
import { bends, packageTable, roomTable, scriptElementTable, worldTable } from './tables.ts';
import ts from 'typescript';

/** Path from the project's root, with forward slashes, to text. */
export type FileMap = ReadonlyMap<string, string>;

const isCode = (path: string): boolean => /^(?:src|scripts)\/.*\.(?:ts|astro|mjs)$/.test(path);

/** `src/library/body.ts` lives in `library`, `src/config.ts` in `site`, `scripts/serve.ts` in `scripts`. */
function roomOf(path: string): string {
  if (path.startsWith('scripts/')) return 'scripts';
  const [, room = '', more] = path.split('/');
  return more === undefined ? room.replace(/\.(?:ts|mjs)$/, '') : room;
}

const wayOf = (path: string): string => path.replace(/^src\//, '').replace(/\.(?:ts|astro|mjs)$/, '');

/** Whether an entry of the table lets an import in. */
function lets(entry: string, target: string, { typesOnly }: Import): boolean {
  const [name = '', types] = entry.split(' ');
  if (types && !typesOnly) return false;
  return name.includes('/') ? wayOf(target).startsWith(name) : roomOf(target) === name;
}

const inList = (names: readonly string[]): string => (names.length ? names.join(', ') : 'nothing else');

function brokenBorder(path: string, found: Import): string | undefined {
  const { specifier, inScript, typesOnly } = found;
  const room = roomOf(path);
  if (/^(?:~|@\/|#|src\/)/.test(specifier)) return `${path} imports \`${specifier}\` through an alias; write a relative path.`;
  if (!specifier.startsWith('.')) {
    const packages = packageTable[room];
    if (!packages || typesOnly || specifier.startsWith('node:') || specifier.startsWith('astro:')) return undefined;
    return packages.includes(specifier)
      ? undefined
      : `${path} imports the package \`${specifier}\`; ${room} may import of packages: ${inList(packages)}.`;
  }
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  if (/\.(?:css|svg|woff2|json)$/.test(target)) return undefined;
  const bent = bends.filter((bend) => bend.room === room).map((bend) => bend.also);
  const allowed = inScript ? (scriptElementTable[room] ?? []) : [...(roomTable[room] ?? []), ...bent];
  if (!inScript && roomOf(target) === room) return undefined;
  if (allowed.some((entry) => lets(entry, target, found))) return undefined;
  const what = `${path} imports ${typesOnly ? 'types of ' : ''}\`${specifier}\`${inScript ? ' in a <script>' : ''}`;
  return `${what}; ${inScript ? `a <script> in ${room}` : room} may import: ${inList(allowed)}.`;
}

function brokenWorld(path: string, text: string): string[] {
  return [...touchesIn(path, text)].flatMap((name) => {
    const row = worldTable[name];
    if (!row || row.only.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))) return [];
    return [`${path} touches ${row.touches}; only ${inList(row.only)} may.`];
  });
}

const isBarrel = (path: string, text: string): boolean => {
  if (!path.endsWith('.ts')) return false;
  const { statements } = parse(text);
  return statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined);
};

function brokenName(path: string, text: string): string[] {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const bad = parts
    .map((part) => part.replace(/(?:\.test)?\.[a-z]+$/, ''))
    .find((part) => ['utils', 'util', 'helpers', 'helper', 'lib', 'common', 'misc', 'types'].includes(part));
  const found: string[] = [];
  if (bad) found.push(`${path} is named \`${bad}\`, which says nothing; name it for what it exports.`);
  if (/^index\.(?:ts|mjs)$/.test(file) && !path.startsWith('src/pages/'))
    found.push(`${path} is a barrel by its name; import from the file itself.`);
  else if (isBarrel(path, text)) found.push(`${path} only passes on what others export; import from the file itself.`);
  const component = /^src\/(?:components|layouts)\/.*\.astro$/.test(path);
  if (component && !/^[A-Z][A-Za-z0-9]*\.astro$/.test(file)) found.push(`${path} is a component; its name is written in PascalCase.`);
  if (/\.(?:ts|css)$/.test(file) && !path.startsWith('src/pages/') && !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(file))
    found.push(`${path} is not in kebab-case.`);
  return found;
}

/** Ways of silencing a tool or of leaving work for later, in two halves so that this file does not hold them itself. */
const silencers = [
  ['eslint-', 'disable'],
  ['@ts-', 'ignore'],
  ['@ts-', 'nocheck'],
  ['@ts-', 'expect-error'],
  ['TO', 'DO:'],
  ['FIX', 'ME'],
  ['it.', 'skip'],
  ['it.', 'only'],
  ['describe.', 'skip'],
  ['describe.', 'only'],
].map((halves) => halves.join(''));

function brokenSize(path: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const long = lines > 250 ? [`${path} has ${lines} lines; 250 is the most, 60 the aim.`] : [];
  return [...long, ...silencers.filter((word) => text.includes(word)).map((word) => `${path} contains \`${word}\`; repair what it hides.`)];
}

/** Routes are spared: their address says what they are. */
function brokenOpening(path: string, text: string): string[] {
  if (path.startsWith('src/pages/')) return [];
  const code = partsOf(path, text)[0]?.code.trimStart() ?? '';
  return /^\/(?:\*\*|\/)/.test(code) ? [] : [`${path} does not open with a sentence on what it does and must not do.`];
}

/** All that breaks the rules of the house, in order of path, circles last; empty when nothing does. */
export function surveyHouse(files: FileMap): string[] {
  const paths = [...files.keys()].filter((path) => /^(?:src|scripts|tests)\/.*\.(?:ts|astro|css|mjs)$/.test(path)).sort();
  const broken = paths.flatMap((path) => {
    const text = files.get(path) ?? '';
    const everywhere = [...brokenName(path, text), ...brokenSize(path, text)];
    if (!isCode(path)) return everywhere;
    const borders = importsIn(path, text).flatMap((found) => brokenBorder(path, found) ?? []);
    return [...everywhere, ...brokenOpening(path, text), ...borders, ...brokenWorld(path, text)];
  });
  return [...broken, ...circlesIn(new Map([...files].filter(([path]) => isCode(path))))];
}

const topLevel =
  /^(?:src|content|public|schemas|scripts|tests|astro\.config\.mjs|package(?:-lock)?\.json|tsconfig\.json|README\.md|LICEN[CS]E.*|\..+)$/;
/** What tools put there and git does not keep. */
const made = new Set(['node_modules', 'dist', 'dist-form', 'dist-hosting']);

/** Names at the top of the project that do not belong there. */
export const surveyTopLevel = (names: Iterable<string>): string[] =>
  [...names]
    .filter((name) => !topLevel.test(name) && !made.has(name))
    .sort()
    .map((name) => `${name} does not belong at the top of the project.`);
