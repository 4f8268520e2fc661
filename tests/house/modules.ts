/** What a file imports and which parts of the world it touches, read from its syntax tree. Knows no rule. */
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  /** True when nothing of it is left at run time. */
  readonly typesOnly: boolean;
  /** True when it stands in a `<script>` of an Astro file. */
  readonly inScript: boolean;
  readonly names: readonly string[];
}

interface Part {
  readonly code: string;
  readonly inScript: boolean;
}

/** The code of a file: itself, or the frontmatter, script elements and template expressions of an Astro file. */
export function partsOf(path: string, text: string): Part[] {
  if (!path.endsWith('.astro')) return [{ code: text, inScript: false }];
  const front = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => ({ code: match[1] ?? '', inScript: true }));
  return [{ code: front, inScript: false }, ...scripts];
}

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a piece of code; the same piece is parsed once. */
export function parse(code: string): ts.SourceFile {
  const tree = parsed.get(code) ?? ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true);
  parsed.set(code, tree);
  return tree;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

const textOf = (node: ts.Node | undefined): string | undefined => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

function importClause(clause: ts.ImportClause | undefined): Pick<Import, 'typesOnly' | 'names'> {
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  const names = named.map((one) => (one.propertyName ?? one.name).text);
  const wholly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const eachOne = !clause?.name && named.length > 0 && named.every((one) => one.isTypeOnly);
  return {
    typesOnly: wholly || eachOne,
    names: bindings && ts.isNamespaceImport(bindings) ? ['*'] : clause?.name ? ['default', ...names] : names,
  };
}

/** Every import of a file: static, of types, for its effects, re-exported, dynamic. */
export function importsIn(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const { code, inScript } of partsOf(path, text)) {
    const add = (specifier: string | undefined, rest: Partial<Import> = {}): void => {
      if (specifier !== undefined) found.push({ specifier, typesOnly: false, names: [], ...rest, inScript });
    };
    walk(parse(code), (node) => {
      if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), importClause(node.importClause));
      else if (ts.isExportDeclaration(node)) add(textOf(node.moduleSpecifier), { typesOnly: node.isTypeOnly });
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(textOf(node.argument.literal), { typesOnly: true });
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        add(textOf(node.arguments[0]), { names: ['*'] });
    });
  }
  return found;
}

const readers = new Set([
  'readFile',
  'readdir',
  'stat',
  'lstat',
  'access',
  'readFileSync',
  'globSync',
  'createReadStream',
  'readdirSync',
  'statSync',
  'openSync',
  'readSync',
  'closeSync',
  'existsSync',
  'Dirent',
  'Stats',
]);

/** `process.env` and the like as dotted text, whatever stands between: `globalThis.process?.env` gives `process.env`. */
const dotted = (node: ts.PropertyAccessExpression): string =>
  node
    .getText()
    .replaceAll('?', '')
    .replaceAll(/\s/g, '')
    .replace(/^globalThis\./, '');

function touchOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = dotted(node);
    if (name === 'import.meta.env') return 'mode';
    if (name === 'process.env') return 'env';
    if (
      ['process.argv', 'process.exit', 'process.exitCode', 'process.stdout', 'process.stderr'].includes(name) ||
      /^console\.\w+$/.test(name)
    )
      return 'terminal';
    if (['Date.now', 'performance.now'].includes(name)) return 'clock';
    if (['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(name)) return 'chance';
    return name === 'fetch' && node.name.text === 'fetch' ? 'network' : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'clock';
  return undefined;
}

/** Names of the parts of the world that a file touches, as in `worldTable`. */
export function touchesIn(path: string, text: string): Set<string> {
  const touched = new Set<string>();
  for (const { specifier, typesOnly, names } of importsIn(path, text)) {
    if (specifier.startsWith('astro:')) touched.add('astro');
    if (typesOnly) continue;
    if (/^(?:node:)?fs(?:\/promises)?$/.test(specifier)) {
      touched.add('disk');
      if (!names.every((name) => readers.has(name))) touched.add('disk-write');
    }
    if (/^(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/|$)/.test(specifier)) touched.add('sockets');
    if (/^(?:node:)?worker_threads$/.test(specifier)) touched.add('threads');
  }
  for (const { code } of partsOf(path, text)) {
    let given = false;
    let called = false;
    walk(parse(code), (node) => {
      const touch = touchOf(node);
      if (touch) touched.add(touch);
      if ((ts.isParameter(node) || ts.isBindingElement(node)) && node.name.getText() === 'fetch') given = true;
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fetch') called = true;
    });
    if (called && !given) touched.add('network');
  }
  return touched;
}
