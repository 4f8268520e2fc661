/** RawArticle -> draft: a source with what the article yields, and nothing of its wording but title, names, works and headings, and with a list of what is left to an editor. */
import { stringify } from 'yaml';
import { emptyDigest } from '../schema/digest.ts';
import { kindRow } from '../schema/kinds.ts';
import { source, type Source } from '../schema/source.ts';
import { noVocabulary, type Vocabulary } from '../schema/vocabulary.ts';
import { auditArticle } from './citation-audit/audit.ts';
import { reconcileMarks, type MarkReconciliation } from './citation-audit/marks.ts';
import { interestsTodo } from './citation-audit/wording.ts';
import type { IngestRefusal, RawArticle } from './raw-article.ts';
import { valueAt } from './record/values.ts';

const KEYS = Object.keys(source(noVocabulary).shape);
const LINE_WIDTH = 110;
const LONGEST_OUTLINE = 200;

interface Ticket {
  /** Day on which the article was read, e.g. `2026-11-20`. */
  readonly retrieved: string;
  /** SHA-256 of the raw bytes. */
  readonly hash: string;
  /** The words of the disease, of which some are contested; left out where nobody knows them. */
  readonly vocabulary?: Vocabulary | undefined;
}

const missing: Readonly<Record<string, string>> = {
  url: 'Add `url`: the saved text does not say where the article stands.',
  authors: 'Add `authors`: no person or organisation was found.',
  jurisdiction: 'Add `jurisdiction`: the country or body that the advice is for.',
  pending: 'Add `pending`: the registry number and the expected completion of the trial.',
};

function contestedWords(text: string, vocabulary: Ticket['vocabulary']): string[] {
  return Object.entries(vocabulary?.populations ?? {})
    .filter(([word, row]) => row.covers === null && new RegExp(`\\b${word}\\b`, 'i').test(text))
    .map(([word]) => word);
}

/** The editor’s list: what a machine could not or must not decide, one plain sentence each, in the order of work. */
function buildTodo(article: RawArticle, account: MarkReconciliation, { retrieved, vocabulary }: Ticket): string[] {
  const row = kindRow(article.kind);
  const has = (field: string): boolean => {
    const value = article[field as keyof RawArticle];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const required = [...new Set(['authors', ...row.requires])];
  const contested = contestedWords(article.text, vocabulary).map((word) => `“${word}”`);
  const { restsOn, unresolved } = account;
  return [
    `Check \`kind\`: \`${article.kind}\` (${row.label}) is a guess, because ${article.kindBecause}.`,
    ...required.filter((field) => !has(field)).map((field) => missing[field] ?? `Add \`${field}\`: a source of this kind needs it.`),
    ...article.doubts,
    ...(article.language === 'und' ? ['Set `language`: it could not be told; `und` means undetermined.'] : []),
    ...(article.coverage === 'full-text'
      ? ['Check `coverage`: `full-text` holds only if nothing of the article is missing from the saved text.']
      : []),
    ...auditArticle(article, retrieved),
    interestsTodo(article),
    `Check \`rights\`: ${article.image ? 'state the licence, and whether the picture may be shown; until that is known it stays out.' : 'add the licence, or `all rights reserved`.'}`,
    ...(unresolved.length > 0
      ? ['Explain each row of `unresolved` to the reader in `explained`; do not assign the citation marks by order.']
      : []),
    ...(restsOn.some((support) => !support.kind)
      ? ['Set `kind` for each work in `restsOn` where it can be told; a printed label alone does not prove it.']
      : []),
    ...(contested.length > 0
      ? [`Say in \`terms\` what this source means by ${contested.join(', ')}: sources draw that line differently.`]
      : []),
    ...(/\binterview/i.test(article.text) ? ['Name those who are interviewed in `contributors`, with their role.'] : []),
    `Write \`findings\`: for each of our questions on which it says something, one sentence in your words and, in \`locator\`, the place where it says so${article.headings.length > 0 ? ', such as a heading from `outline`' : ''}.`,
    'Give each finding its `anchor`: `npm run anchor -- <name of this file without .md> "first words" "last words"` prints the lines to paste.',
    'Write the digest under the headings below, in your own words and one sentence per line.',
    'Delete `todo` and `outline` when all this is done, and set `status: submitted`.',
  ];
}

/** The fields of a draft in the order of the schema, without those that hold nothing. */
export function buildDraft(article: RawArticle, ticket: Ticket): Partial<Source> {
  const account = reconcileMarks(article.marks, article.references);
  const fields: Record<string, unknown> = {
    ...article,
    ...account,
    retrieved: ticket.retrieved,
    snapshot: `sha256-${ticket.hash}`,
    rights: article.image && { licence: 'not stated', image: { credit: article.image.credit, status: 'unknown' } },
    status: 'draft',
    todo: buildTodo(article, account, ticket),
    outline: article.headings.slice(0, LONGEST_OUTLINE).map(({ text, page }) => (page === undefined ? text : `${text} (p. ${page})`)),
  };
  const held = ([, value]: [string, unknown]): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(KEYS.map((key) => [key, fields[key]] as [string, unknown]).filter(held));
}

/** The text of a draft file, or a refusal that names the field which the schema does not take. */
export function toDraftText(draft: Partial<Source>): string | IngestRefusal {
  const parsed = source(noVocabulary).safeParse(draft);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? 'article';
    const stands = JSON.stringify(valueAt(draft, ...((issue?.path ?? []) as (string | number)[]))) ?? 'nothing';
    return {
      field,
      reason: `\`${field}\` is ${stands.slice(0, 80)}, which no source may hold: ${issue?.message ?? 'not valid'}.`,
      hint: 'Correct it in the file that was given and run it again, or write the source by hand.',
    };
  }
  const yaml = stringify(draft, {
    lineWidth: LINE_WIDTH,
    singleQuote: true,
    schema: 'core',
    aliasDuplicateObjects: false,
    collectionStyle: 'block',
  });
  return `---\n${yaml}---\n\n${emptyDigest}`;
}
