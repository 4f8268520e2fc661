/** A CSL-JSON file, as Zotero, Better BibTeX and doi.org give it: one article for each item. */
import type { Origin, ExtractedArticle } from '../document.ts';
import { isJson, toJsonSnapshot } from '../record/json-value.ts';
import { toReferenceArticle } from './reference-article.ts';
import { textOf } from './reference-fields.ts';

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
