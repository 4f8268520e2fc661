/** A CSL-JSON file, as Zotero, Better BibTeX and doi.org give it: one article for each item. */
import type { Origin, ExtractedArticle } from '../document.ts';
import { isJson, toJsonSnapshot } from '../record/values.ts';
import { textOf, readIdentifiers, readIssued, readLanguage, readNames } from './reference-fields.ts';
import { guessRecordKind, type KindGuess, toLanguage } from '../guess.ts';
import { type IngestRefusal, filled, nothingRead, type RawArticle } from '../raw-article.ts';

/** CSL types of pages and newspapers, which titles do not tell more about. */
const PAGE = /^(?:webpage|post(?:-weblog)?|article-(?:newspaper|magazine)|broadcast)$/;

const guessKind = (type: string, title: string): KindGuess =>
  PAGE.test(type)
    ? { kind: 'news', because: `the reference file calls it \`${type}\`` }
    : guessRecordKind('the reference file', type.startsWith('article-') ? [] : [type], title);

/** The work of one CSL record, e.g. `{ type: 'article-journal', title: 'Gel or plaster' }`, or a refusal that names the field it lacks. */
export function toReferenceArticle(value: unknown): RawArticle | IngestRefusal {
  const record = isJson(value) ? value : {};
  const text = (field: string): string => textOf(record, field);
  const title = text('title');
  if (!title) {
    return {
      field: 'title',
      reason: '`title` is missing or empty, expected the title of the work.',
      hint: 'Complete the entry in your reference manager and export it again.',
    };
  }
  const { authors, cut } = readNames(record);
  const { issued, doubt } = readIssued(record);
  const identifiers = readIdentifiers(record);
  const abstract = text('abstract');
  const { kind, because } = guessKind(text('type'), title);
  const container = text('container-title');
  const at = identifiers.doi ? `https://doi.org/${identifiers.doi}` : identifiers.url ? 'its `url`' : 'the publisher’s';
  return {
    title,
    kind,
    kindBecause: because,
    authors,
    issued,
    ...filled({
      container,
      publisher: text('publisher'),
      volume: text('volume'),
      issue: text('issue'),
      pages: text('page'),
      number: text('number'),
    }),
    ...identifiers,
    language: readLanguage(record) ?? toLanguage(`${title} ${abstract}`),
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: [abstract, text('keyword'), container].filter(Boolean).join('\n'),
    doubts: [
      ...(doubt ? [doubt] : []),
      ...(cut ? ['Complete `authors`: the entry cuts its list short.'] : []),
      abstract
        ? `Read the work itself at ${at}: the entry holds an abstract and no more, and the snapshot keeps it. Then correct \`coverage\`.`
        : `Read the work at ${at} before you write a finding: the entry holds no text of it. Then correct \`coverage\`.`,
    ],
  };
}

const TYPE =
  /^(?:article(?:-\w+)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-\w+)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

const isItem = (value: unknown): boolean => isJson(value) && TYPE.test(textOf(value, 'type'));

/** The items of a file: a list, an object with `items`, or one item alone; undefined for any other JSON. */
function toItems(text: string): readonly unknown[] | undefined {
  if (!/^\s*[[{]/.test(text) || !text.includes('"type"')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : isJson(value) && Array.isArray(value['items'])
      ? value['items']
      : [value];
  return items.some(isItem) ? items : undefined;
}

export const cslJson: Origin = {
  name: 'CSL-JSON file',
  looksFor: 'JSON items with a CSL `type` such as `article-journal`',
  recognise: ({ text }) => {
    const items = text === undefined ? undefined : toItems(text);
    return items && (items.length === 1 ? 'its one item' : `its ${items.length} items`);
  },
  toArticles: ({ text = '' }) =>
    (toItems(text) ?? []).map((item, i): ExtractedArticle => {
      const id = isJson(item) ? textOf(item, 'id').replace(/^https?:\/\/(?:www\.)?zotero\.org\/\S*\//, '') : '';
      return {
        label: `item ${id || i + 1}`,
        ...toJsonSnapshot(item, 2),
        article: toReferenceArticle(item),
      };
    }),
};
