/** RawArticle -> draft: a source with what the article yields, and nothing of its wording but title, names, works and headings. */
import { stringify } from 'yaml';
import { emptyDigest } from '../schema/digest.ts';
import { source, type Source } from '../schema/source.ts';
import { reconcileMarks } from './citation-audit/marks.ts';
import type { IngestRefusal } from './outcome.ts';
import type { RawArticle } from './raw-article.ts';
import { buildTodo } from './todo.ts';

const KEYS = Object.keys(source.shape);
const LINE_WIDTH = 110;
const LONGEST_OUTLINE = 200;

export interface Ticket {
  /** Day on which the article was read, e.g. `2026-11-20`. */
  readonly retrieved: string;
  /** SHA-256 of the raw bytes. */
  readonly hash: string;
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
    todo: buildTodo(article, account, ticket.retrieved),
    outline: article.headings.slice(0, LONGEST_OUTLINE).map(({ text, page }) => (page === undefined ? text : `${text} (p. ${page})`)),
  };
  const held = ([, value]: [string, unknown]): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(KEYS.map((key) => [key, fields[key]] as [string, unknown]).filter(held));
}

/** The text of a draft file, or a refusal that names the field which the schema does not take. */
export function toDraftText(draft: Partial<Source>): string | IngestRefusal {
  const parsed = source.safeParse(draft);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? 'article';
    return {
      field,
      reason: `\`${field}\` cannot be published as it stands: ${issue?.message ?? 'not valid'}.`,
      hint: 'Correct it in the article and run it again.',
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
