/** The registry of origins, in the order in which they are tried. A new origin is one file in `origins/` and one row here. */
import type { Origin } from './origin.ts';
import { bibtex } from './origins/bibtex.ts';
import { book } from './origins/book.ts';
import { crossref } from './origins/crossref.ts';
import { cslJson } from './origins/csl-json.ts';
import { dataCite } from './origins/datacite.ts';
import { digest } from './origins/digest.ts';
import { feed } from './origins/feed.ts';
import { htmlPage } from './origins/html-page.ts';
import { leaflet } from './origins/leaflet.ts';
import { pdf } from './origins/pdf.ts';
import { pubmed } from './origins/pubmed.ts';
import { questionAndAnswer } from './origins/question-and-answer.ts';
import { ris } from './origins/ris.ts';
import { trialRegistration } from './origins/trial-registration.ts';
import { webArticle } from './origins/web-article.ts';

export const origins: readonly Origin[] = [
  pdf,
  crossref,
  dataCite,
  pubmed,
  trialRegistration,
  book,
  cslJson,
  bibtex,
  ris,
  feed,
  htmlPage,
  digest,
  leaflet,
  questionAndAnswer,
  webArticle,
];
