/**
 * Parses a document: decodes it, and the first origin that recognises what stands in it makes it into articles. A new
 * origin is one file in `origins/` and one row here.
 */
import { decodeDocument, type InputDocument, type ExtractedArticle, type Origin } from './document.ts';
import { bibtex } from './origins/bibtex.ts';
import { book } from './origins/book.ts';
import { crossref } from './origins/crossref.ts';
import { cslJson } from './origins/csl-json.ts';
import { dataCite } from './origins/datacite.ts';
import { digest } from './origins/digest.ts';
import { feed } from './origins/feed.ts';
import { htmlPage } from './origins/html-page.ts';
import { pdf } from './origins/pdf.ts';
import { pubmed } from './origins/pubmed.ts';
import { pubmedText } from './origins/pubmed-text.ts';
import { referenceXml } from './origins/reference-xml.ts';
import { leaflet, questionAndAnswer, webArticle } from './origins/saved-text.ts';
import { tableFile } from './origins/table-file.ts';
import { taggedFiles } from './origins/tagged-files.ts';
import { trialRegistration } from './origins/trial-registration.ts';
import { isRefusal, type IngestRefusal } from './raw-article.ts';

/** In the order in which they are tried. */
export const origins: readonly Origin[] = [
  pdf,
  crossref,
  dataCite,
  pubmed,
  trialRegistration,
  book,
  cslJson,
  bibtex,
  ...taggedFiles,
  pubmedText,
  ...referenceXml,
  tableFile,
  feed,
  htmlPage,
  digest,
  leaflet,
  questionAndAnswer,
  webArticle,
];

export interface ParsedDocument {
  /** The origin that took the document, and by what, e.g. `leaflet` and `the line “Information for patients”`. */
  readonly origin: string;
  readonly because: string;
  readonly taken: readonly ExtractedArticle[];
}

/** Control characters have no place in a field, and YAML would have to escape them. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

function finish(taken: ExtractedArticle, doubts: readonly string[]): ExtractedArticle {
  const { article } = taken;
  if (isRefusal(article)) return taken;
  return { ...taken, article: { ...article, title: clean(article.title), doubts: [...doubts, ...article.doubts] } };
}

/** The articles of a document, e.g. of a saved page `{ origin: 'web article', because: …, taken: [one] }`, or why there are none. */
export async function parseDocument(document: InputDocument): Promise<ParsedDocument | IngestRefusal> {
  const opened = decodeDocument(document);
  if (isRefusal(opened)) return opened;
  for (const origin of origins) {
    const because = origin.recognise(opened);
    if (because === undefined) continue;
    const taken = await origin.toArticles(opened);
    return { origin: origin.name, because, taken: taken.map((one) => finish(one, opened.doubts ?? [])) };
  }
  return {
    reason: 'It has none of the features by which articles are recognised.',
    hint: 'If it is an article, save the page again with its title, date and site; the known shapes are listed at the end.',
    shapes: origins.map((origin) => `${origin.name}: ${origin.looksFor}`),
  };
}
