/**
 * Words of a disease where a program should know none: labels of its vocabulary, and names of its glossary, in what `src` says.
 * Looked for in text alone (strings, templates, patterns, markup), never in names of code nor in comments.
 */
import ts from 'typescript';
import type { Library } from '../../src/library/library.ts';

/** A phrase with where it comes from, e.g. `Venous stent`. */
export interface Phrase {
  readonly text: string;
  readonly from: string;
}

/** Terms of reading evidence, of whatever disease: kinds of works, measures and grades are what the program is about. */
const evidenceTerms = new Set([
  'absolute-risk-reduction',
  'class-and-level',
  'confidence-interval',
  'grade-approach',
  'hazard-ratio',
  'informed-consent',
  'instructions-for-use',
  'machine-written-summary',
  'odds-ratio',
  'p-value',
  'randomised-trial',
  'research-only',
  'risk-ratio',
  'subgroup-analysis',
  'vendor-content',
]);

/** Labels that are everyday words or names of the program as well. */
const everyday: Readonly<Record<string, string>> = {
  patency: 'the program is called so, in the names of its parts and of what it keeps',
  access: 'articles and sites are open to it or not',
  removal: 'a publisher withdraws or removes a work',
  'another outcome': 'a rule of an algorithm may lead to one',
};

/** Every label of a vocabulary, and every name of a term that is not one of reading evidence. */
export function phrasesOf({ vocabulary, terms }: Pick<Library, 'vocabulary' | 'terms'>): Phrase[] {
  const { populations, interventions, outcomes, phases } = vocabulary;
  const rows = [populations, interventions, outcomes].flatMap((list) => Object.values(list).map(({ label }) => label));
  const names = [...terms.values()]
    .filter(({ id }) => !evidenceTerms.has(id))
    .flatMap(({ name, abbreviations, synonyms, unlinked }) =>
      [name, ...abbreviations, ...synonyms].filter((one) => !unlinked.includes(one)),
    );
  return [
    ...[...rows, ...Object.values(phases)].map((text) => ({ text, from: 'vocabulary.yaml' })),
    ...names.map((text) => ({ text, from: 'terms.yaml' })),
  ].filter(({ text }) => !(text.toLowerCase() in everyday));
}

/** A name that is an abbreviation means something in its own letters alone: `ATTRACT`, never `attract`. */
const isAbbreviation = (text: string): boolean => !/\s/.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One test for all phrases: longest first, whole words. */
function toPattern(texts: readonly string[], flags: string): RegExp {
  const all = texts.toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${all.join('|')})(?![\\p{L}\\p{N}-])`, flags);
}

/** The texts in code: strings, parts of templates, patterns. What is imported is no text. */
function textsIn(code: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isRegularExpressionLiteral(node)) texts.push(node.text.replace(/\\[a-zA-Z]/g, ' '));
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX));
  return texts;
}

/** What a file says: of a component its markup as well, without comments and styles. */
function said(path: string, text: string): string[] {
  if (path.endsWith('.css')) return [];
  if (!path.endsWith('.astro')) return textsIn(text);
  const [, code = '', markup = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return [...textsIn(code), markup.replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, '')];
}

/** Where files say a word of a disease, e.g. `src/a.ts says “Calf”, a word of vocabulary.yaml; it is for content to say.` */
export function diseaseWords(files: ReadonlyMap<string, string>, wanted: readonly Phrase[]): string[] {
  const [exact, plain] = [wanted.filter(({ text }) => isAbbreviation(text)), wanted.filter(({ text }) => !isAbbreviation(text))];
  const tests = [
    ...(exact.length
      ? [
          toPattern(
            exact.map(({ text }) => text),
            'gu',
          ),
        ]
      : []),
    ...(plain.length
      ? [
          toPattern(
            plain.map(({ text }) => text),
            'giu',
          ),
        ]
      : []),
  ];
  return [...files].flatMap(([path, text]) => {
    const found = new Set(said(path, text).flatMap((one) => tests.flatMap((test) => one.match(test) ?? [])));
    return [...found].map(
      (word) => `${path} says “${word}”, a word of ${wanted.find((one) => one.text.toLowerCase() === word.toLowerCase())?.from}.`,
    );
  });
}
