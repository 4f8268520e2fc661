/** A Markdown file of a news digest: frontmatter about somebody else's article, a teaser of it, and what the digest wraps around that. */
import { importances, type Importance } from '../../schema/vocabulary.ts';
import { isAddress, nameFromHost, siteName, withoutTracking } from '../canonical-url.ts';
import { identifiersInUrl } from '../identifiers.ts';
import { endingOf, type Origin } from '../document.ts';
import { toLanguage } from '../guess.ts';
import { isRefusal, type IngestRefusal, filled, nothingRead, type RawArticle, type Heading } from '../raw-article.ts';
import { toPlainText, toSlug } from '../plain-text.ts';
import { isJson, type Json } from '../record/values.ts';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { toDate } from '../field-date.ts';
import { isNoText, withoutTail } from '../teaser.ts';

/** The key whose value is broken: the last one that starts at or before a line. */
const keyAt = (yaml: string, line: number): string | undefined =>
  yaml
    .split('\n')
    .slice(0, line)
    .findLast((text) => /^\w+ *:/.test(text))
    ?.split(':')[0]
    ?.trim();

/** The frontmatter as values, or a refusal that names the line and the field at which it breaks. */
function readFields(yaml: string): { fields: Json } | IngestRefusal {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, schema: 'core', uniqueKeys: true });
  const error = document.errors[0];
  if (error) {
    const { line } = counter.linePos(error.pos[0]);
    const field = keyAt(yaml, line);
    const stands = `Line ${line + 1}, “${(yaml.split('\n')[line - 1] ?? '').trim().slice(0, 80)}”,`;
    return {
      ...(field && { field }),
      ...(error.code === 'DUPLICATE_KEY'
        ? {
            reason: `${stands} gives \`${field ?? 'a field'}\` for the second time.`,
            hint: 'Delete one of the two lines and run it again.',
          }
        : {
            reason: `${stands} cannot be read, expected a field and its value such as \`title: …\`.`,
            hint: 'Put a value with a colon or other signs between quotation marks, write one inside it as `\\"`, and run it again.',
          }),
    };
  }
  if (!isMap(document.contents))
    return {
      reason: 'The part between the lines of `---` holds no fields, expected `title: …` and others.',
      hint: 'Write them there, one on a line, and run it again.',
    };
  try {
    return { fields: document.toJS({ maxAliasCount: 0 }) as Json };
  } catch {
    return {
      reason: 'A field at the top takes its value from another by a name with a star (`*name`), which is not read here.',
      hint: 'Write each value out.',
    };
  }
}

/** A field as plain text; empty for what is no text. */
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? toPlainText(String(value)) : '');

/** A refusal of one field, e.g. `` `sourceUrl` is `[object Object]`, expected an address ``. */
function wrong(field: string, value: unknown, expected: string, hint: string): IngestRefusal {
  const stands = value === undefined || value === null || value === '' ? 'missing or empty' : `\`${shown(value)}\``;
  return { field, reason: `\`${field}\` is ${stands}, expected ${expected}.`, hint };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);

/** All faults of one article as one refusal, so that its editor mends them in one go. */
const asOne = (faults: readonly IngestRefusal[]): IngestRefusal => ({
  field: faults.map(({ field }) => field).join(', '),
  reason: faults.map(({ reason }) => reason).join(' '),
  hint: faults.map(({ hint }) => hint).join(' '),
});

/** The day of publication and what is doubtful about it, or every date at fault: ISO with or without time, or as printed. */
function issuedOf(fields: Json): { issued: string; doubts: string[] } | { faults: IngestRefusal[] } {
  const [date, published] = ['date', 'publishedDate'].map((field) => {
    const text = textOf(fields[field]);
    return text
      ? (toDate(text) ?? wrong(field, text, 'a day that exists', 'Look the date up at the publisher and correct it.'))
      : undefined;
  });
  const faults = [date, published].filter((day) => typeof day === 'object');
  if (typeof date === 'object' || typeof published === 'object') return { faults };
  const differ = date !== undefined && published !== undefined && date !== published;
  return {
    issued: date ?? published ?? 'undated',
    doubts: differ ? [`Check \`issued\`: the digest gives ${date} in one field and ${published} in the other.`] : [],
  };
}

/** Headings that digests put around every item, in the languages met so far. */
const DIGEST_HEADING =
  /^(?:l['’]essentiel|en bref|à retenir|résumé|lien source|liens?|source|sources?|source link|original article|the gist|at a glance|in brief|key points?|summary|lire la suite|read more|zusammenfassung|das wichtigste|quelle|link zur quelle|resumen|fuente|sommario|fonte)$/i;
const CREDIT = /^[*_]*(?:crédit(?: image| photo)?|image credit|photo credit|credit|bildnachweis|foto)\s*:/i;

/** Headings of the article in a digest's body, and its prose without credit lines, pictures and bare addresses. */
function digestHeadings(body: string): { readonly headings: Heading[]; readonly prose: string } {
  const headings: Heading[] = [];
  const prose: string[] = [];
  for (const raw of body.split('\n')) {
    const line = raw.trim();
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line);
    if (heading) {
      const text = heading[1] ?? '';
      if (!DIGEST_HEADING.test(text)) headings.push({ text });
    } else if (line && !isNoText(line) && !line.startsWith('![') && !CREDIT.test(line) && !/^<?https?:\/\/\S+>?$/.test(line)) {
      prose.push(line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    }
  }
  return { headings, prose: prose.join(' ') };
}

/** A credit without the addresses in it, e.g. `digestCredit('Ann Example — https://example.org/a.png') === 'Ann Example'`. */
const digestCredit = (credit: string): string =>
  credit
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[\s—–|-]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();

const FRONTMATTER = /^---[ ]*\n([\s\S]*?)\n---[ ]*(?:\n|$)/;
const KEYS = ['sourceUrl', 'publishedDate', 'permalink', 'importance', 'imageUrl', 'imageCredit', 'summary'];

const keysIn = (yaml: string): string[] => KEYS.filter((key) => new RegExp(`^${key}[ ]*:`, 'm').test(yaml));

function findContainer(fields: Json, url: string, tailSite: string | undefined): string | undefined {
  const tags = Array.isArray(fields['tags']) ? fields['tags'].map(textOf) : [];
  return tailSite ?? nameFromHost(url, tags.join('\n')) ?? (url ? siteName(url) : undefined);
}

const MOST_TAGS = 8;

/** The labels of a digest as ours, e.g. `Interventional News — Latest` gives `interventional-news-latest`. */
const tagsOf = (fields: Json): string[] =>
  Array.isArray(fields['tags']) ? [...new Set(fields['tags'].map((tag) => toSlug(textOf(tag))).filter(Boolean))].slice(0, MOST_TAGS) : [];

const isImportance = (text: string): text is Importance => Object.hasOwn(importances, text);

function toArticle(text: string): RawArticle | IngestRefusal {
  const match = FRONTMATTER.exec(text.trimStart());
  const read = readFields(match?.[1] ?? '');
  if (isRefusal(read)) return read;
  const data = read.fields;
  const title = textOf(data['title']);
  const url = textOf(data['sourceUrl']);
  const dated = issuedOf(data);
  const faults: IngestRefusal[] = [];
  if (!title || isNoText(title)) {
    faults.push(wrong('title', data['title'], 'the title of the article', 'Copy the title from the address of the source.'));
  }
  if (!isAddress(url)) {
    const expected = 'an address that starts with https:// or http://';
    faults.push(wrong('sourceUrl', data['sourceUrl'], expected, 'Put the address of the original there.'));
  }
  if ('faults' in dated) faults.push(...dated.faults);
  const body = text.trimStart().slice(match?.[0].length ?? 0);
  const { headings, prose } = digestHeadings(body);
  const summary = data['summary'];
  if (isNoText(textOf(summary)) || (isJson(summary) && !prose)) {
    faults.push(
      wrong(
        'summary',
        summary,
        'the teaser of the article as text',
        'Copy the teaser from the address of the source, or leave the field out.',
      ),
    );
  }
  if (faults.length > 0 || 'faults' in dated) return asOne(faults);

  const summaries = [textOf(data['summary']), toPlainText(prose)].map((each) => withoutTail(each, title));
  const teaser = summaries.toSorted((a, b) => b.text.length - a.text.length)[0];
  const whole = teaser?.text ?? '';
  const broken = summaries.some((each) => each.brokenOff);
  const container = findContainer(data, url, summaries.find((each) => each.site)?.site);
  const permalink = textOf(data['permalink']);
  const isPath = /^\/\S+$/.test(permalink);
  const weight = textOf(data['importance']).trim().toLowerCase();
  const imageUrl = textOf(data['imageUrl']);
  const credited = digestCredit(textOf(data['imageCredit']));
  const credit = isNoText(credited) ? '' : credited;
  return {
    title,
    kind: 'news',
    kindBecause: 'it came through a news digest',
    authors: container ? [{ organisation: container }] : [],
    issued: dated.issued,
    ...filled({ container }),
    url: withoutTracking(url),
    ...identifiersInUrl(url),
    language: toLanguage(`${title} ${whole}`),
    coverage: broken || whole.length < 1200 ? 'teaser' : 'excerpt',
    tags: tagsOf(data),
    ...(isImportance(weight) && { importance: weight }),
    ...nothingRead,
    aliases: isPath ? [permalink] : [],
    headings,
    ...((imageUrl || credit) && { image: { credit: credit || 'not stated', ...(isAddress(imageUrl) && { address: imageUrl }) } }),
    text: whole,
    doubts: [
      ...dated.doubts,
      ...(container
        ? [`The digest names no author; ${container} stands in for one. Look at the original for a name and correct \`authors\`.`]
        : []),
      broken
        ? 'The text breaks off: read the whole article at its `url` before you write a finding, or keep `coverage: teaser` and claim nothing beyond it.'
        : 'The digest holds a summary only: read the whole article at its `url`, then correct `coverage`.',
      ...(weight && !isImportance(weight)
        ? [`Add \`importance\` if you can tell it: the digest calls it \`${weight.slice(0, 40)}\`, which is none of ours.`]
        : []),
      ...(permalink && !isPath
        ? [`Add the digest’s old path to \`aliases\`: it gives \`${permalink.slice(0, 80)}\`, expected one that begins with /.`]
        : []),
    ],
  };
}

export const digest: Origin = {
  name: 'digest',
  looksFor: 'frontmatter between lines of `---` with fields such as `sourceUrl`, `publishedDate` and `permalink`',
  recognise: ({ text }) => {
    const keys = keysIn(FRONTMATTER.exec(text?.trimStart() ?? '')?.[1] ?? '');
    if (keys.length < 2 && !keys.includes('sourceUrl')) return undefined;
    const named = keys.slice(0, 3).map((key) => `\`${key}\``);
    return `frontmatter with ${named.join(', ')}`;
  },
  toArticles: (document) => [{ bytes: document.bytes, ending: endingOf(document, '.txt'), article: toArticle(document.text ?? '') }],
};
