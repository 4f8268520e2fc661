/** The registry of origins, in the order in which they are tried. A new origin is one file in `origins/` and one row here. */
import type { Origin } from './origin.ts';
import { digest } from './origins/digest.ts';
import { leaflet } from './origins/leaflet.ts';
import { questionAndAnswer } from './origins/question-and-answer.ts';
import { webArticle } from './origins/web-article.ts';

export const origins: readonly Origin[] = [digest, leaflet, questionAndAnswer, webArticle];
