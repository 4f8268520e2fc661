/** RawArticle -> draft: a source with what the article yields, and nothing of its wording but title, names, works and headings. */
import { stringify } from 'yaml';
import { emptyDigest } from '../schema/digest.ts';
import { source, type Source } from '../schema/source.ts';
import { noVocabulary, type Vocabulary } from '../schema/vocabulary.ts';
import { accountForMarks } from './mark-account.ts';
import type { Refusal } from './outcome.ts';
import type { RawArticle } from './raw-article.ts';
import { buildTodo } from './todo.ts';

const KEYS = Object.keys(source(noVocabulary).shape);
const LINE_WIDTH = 110;
const LONGEST_OUTLINE = 200;

export interface Ticket {
  /** Day on which the article was read, e.g. `2026-11-20`. */
  readonly retrieved: string;
  /** SHA-256 of the raw bytes. */
  readonly hash: string;
  /** The words of the disease, of which some are contested; left out where nobody knows them. */
  readonly vocabulary?: Vocabulary | undefined;
}

/** The fields of a draft in the order of the schema, without those that hold nothing. */
export function buildDraft(article: RawArticle, ticket: Ticket): Partial<Source> {
  const account = accountForMarks(article.marks, article.references);
  const { kind, title, issued, updated, container, publisher, volume, issue, pages, number } = article;
  const { doi, pmid, registry, isbn, url, language, coverage, pending } = article;
  const fields: Record<string, unknown> = {
    kind,
    title,
    tags: article.tags,
    importance: article.importance,
    authors: article.authors,
    issued,
    updated,
    container,
    publisher,
    volume,
    issue,
    pages,
    number,
    doi,
    pmid,
    registry,
    isbn,
    url,
    language,
    retrieved: ticket.retrieved,
    coverage,
    snapshot: `sha256-${ticket.hash}`,
    rights: article.image && {
      licence: 'not stated',
      image: { credit: article.image.credit, status: 'unknown' },
    },
    restsOn: account.restsOn,
    unresolved: account.unresolved,
    status: 'draft',
    pending,
    aliases: article.aliases,
    todo: buildTodo(article, account, ticket),
    outline: article.headings.slice(0, LONGEST_OUTLINE).map(({ text, page }) => (page === undefined ? text : `${text} (p. ${page})`)),
  };
  const held = ([, value]: [string, unknown]): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(KEYS.map((key) => [key, fields[key]] as [string, unknown]).filter(held));
}

/** The text of a draft file, or a refusal that names the field which the schema does not take. */
export function toDraftText(draft: Partial<Source>): string | Refusal {
  const parsed = source(noVocabulary).safeParse(draft);
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
