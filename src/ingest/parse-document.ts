/**
 * Parses a document: decodes it, and the first origin that recognises what stands in it makes it into articles. A new
 * origin is one file in `origins/` and one row here.
 */
import { findForeignShape } from './closed-door.ts';
import { decodeDocument, type InputDocument, type ExtractedArticle, type Origin } from './document.ts';
import { isTrialPage, readRegistry, registryInUrl, toTrialAddress } from './identifiers.ts';
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
import { filled, isRefusal, type IngestRefusal, type RawArticle } from './raw-article.ts';

/** Origins of plain text, which would take anything: before them stands the closed door. */
const prose: readonly Origin[] = [leaflet, questionAndAnswer, webArticle];

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
  ...prose,
];

export interface ParsedDocument {
  /** The origin that took the document, and by what, e.g. `leaflet` and `the line “Information for patients”`. */
  readonly origin: string;
  readonly because: string;
  readonly taken: readonly ExtractedArticle[];
}

/** Control characters have no place in a field, and YAML would have to escape them. */
const clean = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const RETRACTED =
  /^\P{L}*(?:retracted|withdrawn|rétractée?|zurückgezogen|retractad[oa]|retirad[oa]|ritirat[oa]|ingetrokken|removed|temporary removal)(?: (?:article|paper|publication))?\s*[:\]).–—-]|[[(]\s*(?:retracted|withdrawn)\b|[:–—-]\s*retracted\W*$|\b(?:retracted|withdrawn|removed) (?:article|publication|paper)\b|\b(?:article|paper) (?:retracted|withdrawn)\b/iu;
/** A title of the notice, which is another work than the one that was retracted. */
const RETRACTION =
  /^\P{L}*(?:retraction|rétractation|retractación)(?:\s*[:–—“"']| (?:notice|note|of|to|de)\b)|\bretraction (?:notice|note)\b/iu;
const RETRACTED_TEXT = /\b(?:article|paper|study|work|chapter|publication) (?:has been|was|is|has since been) (?:retracted|withdrawn)\b/i;
/** Where a notice stands, if there is one. */
const NOTICE = 1500;

function retractionDoubts({ title, text, disclaimers, boilerplate, doubts }: RawArticle): string[] {
  // A record says it in its own words.
  if (doubts.some((doubt) => /`retracted`|itself the notice/.test(doubt))) return [];
  if (RETRACTION.test(title))
    return [
      'The title reads like a notice that retracts another work: if it is one, ingest that work, and put the notice into its `retracted`.',
    ];
  if (RETRACTED.test(title) || /\bRETRACTED\b/.test(title))
    return ['The title says that the work was retracted or withdrawn: add `retracted` with day and notice.'];
  const said = RETRACTED_TEXT.exec([text.slice(0, NOTICE), ...disclaimers, ...boilerplate].join('\n'))?.[0];
  return said ? [`Its text says “${said}”: see whether that is this work, and if so add \`retracted\` with day and notice.`] : [];
}

/** A trial is not news: what stands at the address of a registry describes a study. */
function asTrial(article: RawArticle): RawArticle {
  const { kind, url = '', doi = '', pmid, title, text } = article;
  // ISRCTN gives its entries DOIs.
  const named = /^10\.1186\/ISRCTN/i.test(doi);
  if (kind === 'trial-protocol' || (!named && (doi || pmid || !isTrialPage(url)))) return article;
  const number = (named ? readRegistry(doi) : registryInUrl(url)) ?? readRegistry(`${title}\n${text}`);
  return {
    ...article,
    kind: 'trial-protocol',
    kindBecause: 'its address is that of a study in a registry, which says what is planned',
    ...filled({ registry: number, url: toTrialAddress(url) }),
    doubts: [
      number?.startsWith('NCT')
        ? `It is the entry of a trial in a registry: run \`npm run ingest -- ${number}\`, which reads the record itself with sponsor, dates and outcomes.`
        : `It is the entry of a trial in a registry (${number ?? 'its address does not say the number: add `registry`'}): take sponsor, dates and outcomes from there.`,
      ...article.doubts,
    ],
  };
}

/** What holds for an article of any origin: characters, trials, retractions, and what its decoding left open. */
function finish(taken: ExtractedArticle, doubts: readonly string[]): ExtractedArticle {
  if (isRefusal(taken.article)) return taken;
  const article = asTrial(taken.article);
  const all = [...doubts, ...retractionDoubts(article), ...article.doubts];
  return { ...taken, article: { ...article, title: clean(article.title), doubts: [...new Set(all)] } };
}

/** The articles of a document, e.g. of a saved page `{ origin: 'web article', because: …, taken: [one] }`, or why there are none. */
export async function parseDocument(document: InputDocument): Promise<ParsedDocument | IngestRefusal> {
  const opened = decodeDocument(document);
  if (isRefusal(opened)) return opened;
  for (const origin of origins) {
    const foreign = origin === prose[0] && opened.text !== undefined ? findForeignShape(opened.text, opened.bytes) : undefined;
    if (foreign) return foreign;
    const because = origin.recognise(opened);
    if (because === undefined) continue;
    const taken = await origin.toArticles(opened);
    return { origin: origin.name, because, taken: taken.map((one) => finish(one, opened.doubts ?? [])) };
  }
  return {
    reason: 'Nothing in it shows that it is an article: expected a title with a date, an author or the address of its site.',
    hint: 'If it is one, save the whole page from a browser, or write its title, date and address on lines of their own at the top. What articles are recognised by is listed at the end.',
    shapes: origins.map((origin) => `${origin.name}: ${origin.looksFor}`),
  };
}
