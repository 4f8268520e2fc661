/** A Markdown file of a news digest: frontmatter about somebody else's article, a teaser of it, and the furniture of the digest. */
import { parseDocument, isMap, isScalar, LineCounter, type Document } from 'yaml';
import { partialDate } from '../../schema/date.ts';
import { identifiersInUrl, isAddress, siteName } from '../canonical-url.ts';
import { toPlainText } from '../html-text.ts';
import { toLanguage } from '../language.ts';
import type { Origin } from '../origin.ts';
import type { Refusal } from '../outcome.ts';
import { findPrintedDate } from '../printed-date.ts';
import { nameFromHost } from '../publisher.ts';
import type { RawArticle } from '../raw-article.ts';
import { digestCredit, digestHeadings, withoutTail } from './digest-furniture.ts';

const FRONTMATTER = /^---[ ]*\n([\s\S]*?)\n---[ ]*(?:\n|$)/;
const KEYS = ['sourceUrl', 'publishedDate', 'permalink', 'importance', 'imageUrl', 'imageCredit', 'summary'];

type Fields = Readonly<Record<string, unknown>>;

const keysIn = (yaml: string): string[] => KEYS.filter((key) => new RegExp(`^${key}[ ]*:`, 'm').test(yaml));

/** The key whose value is broken: the last one that starts at or before a line. */
const keyAt = (yaml: string, line: number): string | undefined =>
  yaml
    .split('\n')
    .slice(0, line)
    .findLast((text) => /^\w+ *:/.test(text))
    ?.split(':')[0]
    ?.trim();

function readFields(yaml: string): Fields | Refusal {
  const counter = new LineCounter();
  const document: Document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, schema: 'core', uniqueKeys: true });
  const error = document.errors[0];
  if (error) {
    const line = counter.linePos(error.pos[0]).line;
    const field = keyAt(yaml, line);
    return {
      ...(field && { field }),
      reason: `Line ${line + 1} is not valid YAML: ${error.message.replace(/\.$/, '')}.`,
      hint: 'A quotation mark inside a quoted value is written `\\"`; correct this line and run it again.',
    };
  }
  if (!isMap(document.contents))
    return { reason: 'The part between the lines of `---` holds no fields.', hint: 'Write `title: …` and the other fields there.' };
  return Object.fromEntries(
    document.contents.items.map(({ key, value }) => [
      String(isScalar(key) ? key.value : key),
      isScalar(value) ? value.value : (value as { toJSON?: () => unknown } | null)?.toJSON?.(),
    ]),
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? toPlainText(String(value)) : '');

const wrong = (field: string, value: unknown, expected: string, hint: string): Refusal => ({
  field,
  reason: `\`${field}\` is \`${typeof value === 'string' ? value.slice(0, 60) : JSON.stringify(value)}\`, expected ${expected}.`,
  hint,
});

/** The day of a digest's `date` (ISO with or without time), refused when it is none. */
function readIssued(fields: Fields): { issued: string; doubts: string[] } | Refusal {
  const read = (field: string): string | undefined | Refusal => {
    const text = textOf(fields[field]);
    if (!text) return undefined;
    const day = findPrintedDate(text)?.date ?? (/^\d{4}(?:-\d\d)?$/.test(text) ? text : undefined);
    return day && partialDate.safeParse(day).success
      ? day
      : wrong(field, text, 'a day that exists', 'Look the date up at the publisher and correct it.');
  };
  const [date, published] = [read('date'), read('publishedDate')];
  if (typeof date === 'object') return date;
  if (typeof published === 'object') return published;
  const issued = date ?? published ?? 'undated';
  const differ = date !== undefined && published !== undefined && date !== published;
  return {
    issued,
    doubts: differ ? [`Check \`issued\`: the digest gives ${date} in one field and ${published} in the other.`] : [],
  };
}

function findContainer(fields: Fields, url: string, tailSite: string | undefined): string | undefined {
  const tags = Array.isArray(fields['tags']) ? fields['tags'].map(textOf) : [];
  return tailSite ?? nameFromHost(url, tags.join('\n')) ?? (url ? siteName(url) : undefined);
}

function toArticle(text: string): RawArticle | Refusal {
  const match = FRONTMATTER.exec(text.trimStart());
  const fields = readFields(match?.[1] ?? '');
  if ('reason' in fields && 'hint' in fields) return fields as unknown as Refusal;
  const data = fields as Fields;
  const title = textOf(data['title']);
  if (!title || /^(?:\[object \w+\]|undefined|null|untitled)$/i.test(title)) {
    return {
      field: 'title',
      reason: '`title` is missing or empty, expected the title of the article.',
      hint: 'Copy the title from the address of the source.',
    };
  }
  const url = textOf(data['sourceUrl']);
  if (!isAddress(url))
    return wrong(
      'sourceUrl',
      data['sourceUrl'] ?? '',
      'an address that starts with https:// or http://',
      'Put the address of the original article there.',
    );
  const dated = readIssued(data);
  if ('reason' in dated) return dated;

  const body = text.trimStart().slice(match?.[0].length ?? 0);
  const { headings, prose } = digestHeadings(body);
  const summaries = [textOf(data['summary']), toPlainText(prose)].map((each) => withoutTail(each, title));
  const teaser = summaries.toSorted((a, b) => b.text.length - a.text.length)[0];
  const whole = teaser?.text ?? '';
  const broken = summaries.some((each) => each.brokenOff);
  const container = findContainer(data, url, summaries.find((each) => each.site)?.site);
  const permalink = textOf(data['permalink']);
  const imageUrl = textOf(data['imageUrl']);
  const credit = digestCredit(textOf(data['imageCredit']));
  return {
    title,
    kind: 'news',
    kindBecause: 'it came through a news digest',
    authors: container ? [{ organisation: container }] : [],
    issued: dated.issued,
    ...(container && { container }),
    url,
    ...identifiersInUrl(url),
    language: toLanguage(`${title} ${whole}`),
    coverage: broken || whole.length < 1200 ? 'teaser' : 'excerpt',
    aliases: /^\/\S+$/.test(permalink) ? [permalink] : [],
    headings,
    lists: [],
    questions: [],
    steps: [],
    marks: [],
    references: [],
    disclaimers: [],
    ...((imageUrl || credit) && { image: { credit: credit || 'not stated', ...(isAddress(imageUrl) && { address: imageUrl }) } }),
    furniture: [],
    text: whole,
    doubts: [
      ...dated.doubts,
      ...(container
        ? [`The digest names no author; ${container} stands in for one. Look at the original for a name and correct \`authors\`.`]
        : []),
      broken
        ? 'The text breaks off: read the whole article at its `url` before you write a finding, or keep `coverage: teaser` and claim nothing beyond it.'
        : 'The digest holds a summary only: read the whole article at its `url`, then correct `coverage`.',
      ...(permalink && !/^\/\S+$/.test(permalink)
        ? [`The digest's own path \`${permalink.slice(0, 80)}\` is not one; \`aliases\` was left out.`]
        : []),
    ],
  };
}

export const digest: Origin = {
  name: 'digest',
  looksFor: 'frontmatter between lines of `---` with fields such as `sourceUrl`, `publishedDate` and `permalink`',
  recognise: (text) => {
    const match = FRONTMATTER.exec(text.trimStart());
    const keys = match ? keysIn(match[1] ?? '') : [];
    return keys.length >= 2
      ? `frontmatter with ${keys
          .slice(0, 3)
          .map((key) => `\`${key}\``)
          .join(', ')}`
      : undefined;
  },
  toArticle,
};
