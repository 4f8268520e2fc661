/** Every sentence that ingest can print, read from its code: each names what stands there and says what to do, in the words of an editor. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/ingest');

/** Words of programmers, which tell a clinician nothing; names of formats that a program shows in its menu are no such words. */
const JARGON =
  /\b(?:mime|schema|pars(?:e[rd]?|ing)|charset|regex\w*|tokens?|syntax|malformed|null|exception|stack|payload|seriali[sz]\w*|boolean|string|array|object|node|elements?|attributes?|metadata|frontmatter|YAML|alias(?:es)?|macro|hash|bytes?|worker|not JSON)\b/i;
/** What an editor can do, at the start of a sentence or behind a sign or a small word. */
const DOES =
  /(?:^|[.:;,)] |\b(?:and|or|then|first|not) )(?:add|answer|ask|check|choose|compare|complete|copy|correct|delete|do|explain|export|fetch|find|get|give|have|hold|ingest|keep|log|look|make|name|open|point|print|put|read|report|run|save|say|see|set|take|tie|try|unpack|wait|write)\b/i;
/** Functions whose first sentence is a reason, the next what to do about it. */
const REFUSES = /^(?:refuse|unsafe|said|wrong|whole)$/;
/** A sentence to which another part says what to do. */
const PART = /^…|…$/;
/** What is no advice to an editor: rows that readers see in a digest, and what only fails in our own hands. */
const OTHERS = /^(?:add|Error|test|push|stringify|log)$/;
const NO_ADVICE = new Set(['report.ts', 'relevance.ts', 'pipeline.ts']);

interface Sentence {
  readonly text: string;
  readonly role: 'reason' | 'advice';
  readonly where: string;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** The text of a literal, with `…` for what is put into it. */
const textOf = (node: ts.StringLiteralLike | ts.TemplateExpression): string =>
  ts.isStringLiteralLike(node) ? node.text : [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');

/** The property or call that a literal belongs to, past conditions and lists. */
function holderOf(node: ts.Node): { readonly name: string; readonly at: number } {
  for (let child = node, up = node.parent; up; child = up, up = up.parent) {
    if (ts.isPropertyAssignment(up)) return { name: up.name.getText(), at: 0 };
    if (ts.isCallExpression(up) || ts.isNewExpression(up)) {
      const name = up.expression.getText().split('.').at(-1) ?? '';
      return { name, at: [...(up.arguments ?? [])].findIndex((argument) => argument === child) };
    }
  }
  return { name: '', at: 0 };
}

function sentencesOf(path: string): Sentence[] {
  const file = ts.createSourceFile(path, readFileSync(join(folder, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const walk = (node: ts.Node): void => {
    const text = isText(node) ? textOf(node) : '';
    if (/^(?:[A-Z`…]).*\s.*\s.*[.…]$/s.test(text) && /\p{Ll}{3}/u.test(text)) {
      const { name, at } = holderOf(node);
      const first = /^(?:said|whole)$/.test(name) ? 1 : 0;
      const role = name === 'reason' || (REFUSES.test(name) && at === first) ? 'reason' : 'advice';
      if (!OTHERS.test(name) && !(role === 'advice' && NO_ADVICE.has(path))) found.push({ text, role, where: path });
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

const sentences = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => sentencesOf(path));

describe('what ingest says to an editor', () => {
  it('is found', () => {
    expect(sentences.filter(({ role }) => role === 'reason').length).toBeGreaterThan(60);
    expect(sentences.filter(({ role }) => role === 'advice').length).toBeGreaterThan(150);
  });

  it('is said without words of programmers', () => {
    const own = sentences.filter(({ text }) => JARGON.test(text.replace(/`[^`]*`|\([^)]*\)/g, '')));
    expect(own.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  });

  it('says what to do about it', () => {
    const silent = sentences.filter(({ role, text }) => role === 'advice' && !PART.test(text) && !DOES.test(text));
    expect(silent.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  });
});
