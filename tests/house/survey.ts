/** The surveyor: files in, sentences out. Each names the file, what it does and the rule; nothing is read from disk here. */
import { posix } from 'node:path';
import { circlesIn } from './circles.ts';
import { importsIn, parse, partsOf, touchesIn, type Import } from './modules.ts';
import { fixedPaths, siteFiles } from '../../src/schema/addresses.ts';
import { callable, clientPackages, exceptions, floors, keptFrom, packageTable, spellsAddresses, worldTable } from './tables.ts';
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

const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

/** What a room may import besides itself, from the ground. */
const openTo = (room: string): string[] =>
  floors.slice(0, Math.max(floorOf(room), 0)).flatMap((rooms) => rooms.filter((one) => !keptFrom[room]?.includes(one)));

const inList = (names: readonly string[]): string => (names.length ? names.join(', ') : 'nothing else');

/** Whether a file runs in a browser. */
export const isClient = (path: string): boolean => path.endsWith('.client.ts') || /^src\/offline\/.*\.worker\.ts$/.test(path);

const targetOf = (path: string, { specifier }: Import): string => posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));

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
  const target = targetOf(path, found);
  if (/\.(?:css|svg|woff2|json)$/.test(target)) return undefined;
  if (exceptions.some((one) => one.file === path && one.imports === target)) return undefined;
  const what = `${path} imports ${typesOnly ? 'types of ' : ''}\`${specifier}\``;
  if (inScript)
    return isClient(target) ? undefined : `${what} in a <script>; what runs in a browser is in files that end in \`.client.ts\`.`;
  if (roomOf(target) !== room && !openTo(room).includes(roomOf(target))) return `${what}; ${room} may import: ${inList(openTo(room))}.`;
  if (typesOnly) return undefined;
  if (isClient(target) && !isClient(path) && !path.startsWith('scripts/bench/'))
    return `${what}, which runs in a browser; only files that end in \`.client.ts\` may.`;
  const prints = path.endsWith('.astro') && !path.startsWith('src/pages/') && target.endsWith('.ts');
  return prints && !['words', 'figures'].includes(roomOf(target)) && !callable.includes(target)
    ? `${what}; a component prints what it is handed and imports types, words and figures.`
    : undefined;
}

/** What reaches a browser and may not: packages, however far down the closure of a client file they are imported. */
function brokenClients(files: FileMap): string[] {
  return [...files.keys()].filter(isClient).flatMap((start) => {
    const allowed = clientPackages[roomOf(start)] ?? [];
    const ways: [string, ...string[]][] = [[start]];
    const seen = new Set([start]);
    const broken: string[] = [];
    for (const way of ways) {
      const path = way.at(-1) ?? start;
      for (const found of importsIn(path, files.get(path) ?? '')) {
        if (found.typesOnly) continue;
        const target = found.specifier.startsWith('.') ? targetOf(path, found) : undefined;
        const sent = allowed.includes(found.specifier) || (allowed.includes('*') && !found.specifier.startsWith('node:'));
        if (target === undefined && !sent)
          broken.push(
            `${[...way, `\`${found.specifier}\``].join(' → ')}: the package would be sent to a browser; ${roomOf(start)} may send: ${inList(allowed)}.`,
          );
        if (target === undefined || seen.has(target) || !files.has(target)) continue;
        seen.add(target);
        ways.push([...way, target]);
      }
    }
    return broken;
  });
}

/** A place is a room (`scripts/`), an ending (`*.client.ts`) or one file. */
const covers = (place: string, path: string): boolean =>
  place.endsWith('/') ? path.startsWith(place) : place.startsWith('*') ? path.endsWith(place.slice(1)) : path === place;

function brokenWorld(path: string, text: string): string[] {
  return [...touchesIn(path, text)].flatMap((name) => {
    const row = worldTable[name];
    if (!row || row.only.some((place) => covers(place, path))) return [];
    return [`${path} touches ${row.touches}; only ${inList(row.only)} may.`];
  });
}

const addresses = [...fixedPaths, ...Object.values(siteFiles)].filter((address) => address !== '/');

/** An address of the site outside of its table, as text of a program or in markup. */
function speltAddress(path: string, text: string): string[] {
  if (spellsAddresses.some((place) => covers(place, path))) return [];
  const found = [...text.matchAll(/(?:href|src|action)="(\/[^/"][^"]*)"/g)].map(([, address = '']) => address);
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  for (const { code } of partsOf(path, text)) look(parse(code));
  return found
    .filter((address) => addresses.some((known) => address.startsWith(known)))
    .map((address) => `${path} spells the address \`${address}\`; addresses come from \`parts/urls.ts\`.`);
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
  const component = /^src\/(?!pages\/).*\.astro$/.test(path);
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

/** Names of types that two files of `src` or `scripts` export: whoever reads one would have to ask which. */
function sharedTypeNames(files: FileMap): string[] {
  const homes = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const { code } of partsOf(path, text))
      for (const node of parse(code).statements)
        if (
          (ts.isInterfaceDeclaration(node) ||
            ts.isTypeAliasDeclaration(node) ||
            ts.isClassDeclaration(node) ||
            ts.isEnumDeclaration(node)) &&
          node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
        )
          homes.set(node.name?.text ?? '', [...(homes.get(node.name?.text ?? '') ?? []), path]);
  return [...homes]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${paths.join(' and ')} export a type \`${name}\` each; one name, one meaning.`);
}

/** All that breaks the rules of the house, in order of path, circles last; empty when nothing does. */
export function surveyHouse(files: FileMap): string[] {
  const paths = [...files.keys()].filter((path) => /^(?:src|scripts|tests)\/.*\.(?:ts|astro|css|mjs)$/.test(path)).sort();
  const broken = paths.flatMap((path) => {
    const text = files.get(path) ?? '';
    const everywhere = [...brokenName(path, text), ...brokenSize(path, text)];
    if (!isCode(path)) return everywhere;
    const borders = importsIn(path, text).flatMap((found) => brokenBorder(path, found) ?? []);
    return [...everywhere, ...brokenOpening(path, text), ...borders, ...brokenWorld(path, text), ...speltAddress(path, text)];
  });
  const code = new Map([...files].filter(([path]) => isCode(path)));
  return [...broken, ...sharedTypeNames(code), ...brokenClients(code), ...circlesIn(code)];
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
