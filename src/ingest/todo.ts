/** Writes the editor's list: what a machine could not or must not decide, one plain sentence each, in the order of work. */
import { kindRow } from '../schema/kinds.ts';
import { inspectArticle } from './forensics/inspect.ts';
import { interestsTodo } from './forensics/interests.ts';
import type { RawArticle } from './raw-article.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { MarkAccount } from './mark-account.ts';

const missing: Readonly<Record<string, string>> = {
  url: 'Add `url`: the saved text does not say where the article stands.',
  authors: 'Add `authors`: no person or organisation was found.',
  jurisdiction: 'Add `jurisdiction`: the country or body that the advice is for.',
  pending: 'Add `pending`: the registry number and the expected completion of the trial.',
};

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

function contestedWords(text: string, vocabulary: Vocabulary | undefined): string[] {
  return Object.entries(vocabulary?.populations ?? {})
    .filter(([word, row]) => row.covers === null && new RegExp(`\\b${word}\\b`, 'i').test(text))
    .map(([word]) => word);
}

/** The to-do list of a draft, e.g. a first sentence `Check \`kind\`: …`. */
export function buildTodo(
  article: RawArticle,
  account: MarkAccount,
  { retrieved, vocabulary }: { readonly retrieved: string; readonly vocabulary?: Vocabulary | undefined },
): string[] {
  const row = kindRow(article.kind);
  const has = (field: string): boolean => {
    const value = article[field as keyof RawArticle];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const required = [...new Set(['authors', ...row.requires])];
  const contested = contestedWords(article.text, vocabulary);
  const { restsOn, unresolved } = account;
  return [
    `Check \`kind\`: \`${article.kind}\` (${row.label}) is a guess, because ${article.kindBecause}.`,
    ...required.filter((field) => !has(field)).map((field) => missing[field] ?? `Add \`${field}\`: a source of this kind needs it.`),
    ...article.doubts,
    ...(article.language === 'und' ? ['Set `language`: it could not be told; `und` means undetermined.'] : []),
    ...(article.coverage === 'full-text'
      ? ['Check `coverage`: `full-text` holds only if nothing of the article is missing from the saved text.']
      : []),
    ...inspectArticle(article, retrieved),
    interestsTodo(article),
    `Check \`rights\`: ${article.image ? 'state the licence, and whether the picture may be shown; until that is known it stays out.' : 'add the licence, or `all rights reserved`.'}`,
    ...(unresolved.length > 0
      ? ['Explain each row of `unresolved` to the reader in `explained`; do not assign the citation marks by order.']
      : []),
    ...(restsOn.some((support) => !support.kind)
      ? ['Set `kind` for each work in `restsOn` where it can be told; a printed label alone does not prove it.']
      : []),
    ...(contested.length > 0
      ? [`Say in \`terms\` what this source means by ${quoted(contested)}: sources draw that line differently.`]
      : []),
    ...(/\binterview/i.test(article.text) ? ['Name those who are interviewed in `contributors`, with their role.'] : []),
    `Write \`findings\`: for each of our questions on which it says something, one sentence in your words and, in \`locator\`, the place where it says so${article.headings.length > 0 ? ', such as a heading from `outline`' : ''}.`,
    'Give each finding its `anchor`: `npm run anchor -- <name of this file without .md> "first words" "last words"` prints the lines to paste.',
    'Write the digest under the headings below, in your own words and one sentence per line.',
    'Delete `todo` and `outline` when all this is done, and set `status: submitted`.',
  ];
}
