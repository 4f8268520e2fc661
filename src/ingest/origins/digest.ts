/** A Markdown file of a news digest: frontmatter about somebody else's article, a teaser of it, and the boilerplate of the digest. */
import { importances, type Importance } from '../../schema/vocabulary.ts';
import { identifiersInUrl, isAddress, siteName, withoutTracking } from '../canonical-url.ts';
import { endingOf, type Origin } from '../document.ts';
import { toLanguage } from '../guess.ts';
import { isRefusal, type IngestRefusal } from '../outcome.ts';
import { toPlainText } from '../plain-text.ts';
import { nameFromHost } from '../publisher.ts';
import { filled, nothingRead, type RawArticle } from '../raw-article.ts';
import type { Json } from '../record/values.ts';
import { toSlug } from '../source-id.ts';
import { asOne, digestCredit, digestHeadings, NO_VALUE, readFields, readIssued, textOf, withoutTail, wrong } from './digest-text.ts';

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
  const dated = readIssued(data);
  const faults: IngestRefusal[] = [];
  if (!title || NO_VALUE.test(title)) {
    faults.push(wrong('title', data['title'], 'the title of the article', 'Copy the title from the address of the source.'));
  }
  if (!isAddress(url)) {
    const expected = 'an address that starts with https:// or http://';
    faults.push(wrong('sourceUrl', data['sourceUrl'], expected, 'Put the address of the original there.'));
  }
  if ('faults' in dated) faults.push(...dated.faults);
  if (faults.length > 0 || 'faults' in dated) return asOne(faults);

  const body = text.trimStart().slice(match?.[0].length ?? 0);
  const { headings, prose } = digestHeadings(body);
  const summaries = [textOf(data['summary']), toPlainText(prose)].map((each) => withoutTail(each, title));
  const teaser = summaries.toSorted((a, b) => b.text.length - a.text.length)[0];
  const whole = teaser?.text ?? '';
  const broken = summaries.some((each) => each.brokenOff);
  const container = findContainer(data, url, summaries.find((each) => each.site)?.site);
  const permalink = textOf(data['permalink']);
  const isPath = /^\/\S+$/.test(permalink);
  const weight = textOf(data['importance']).trim().toLowerCase();
  const imageUrl = textOf(data['imageUrl']);
  const credit = digestCredit(textOf(data['imageCredit']));
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
        ? [`The digest calls its importance \`${weight.slice(0, 40)}\`, which is none of ours; \`importance\` was left out.`]
        : []),
      ...(permalink && !isPath ? [`The digest's own path \`${permalink.slice(0, 80)}\` is not one; \`aliases\` was left out.`] : []),
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
