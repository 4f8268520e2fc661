/** What the one-page sheet of a question adds to its page: questions to take along, and the address for a camera. Its answer is the page’s own. */
import { drawQrCode } from '../../figures/qr-code.ts';
import type { Library, QuestionEntry } from '../../library/library.ts';
import { questionUrl } from '../../parts/urls.ts';

export interface Sheet {
  /** Where the page shows itself as the sheet: by the query with scripts, by the fragment without. */
  readonly href: string;
  /** Ways in which people ask it, then its neighbours. */
  readonly asks: readonly string[];
  /** SVG; undefined where the site has no address that a camera could open. */
  readonly code: string | undefined;
}

/** The fragment of the sheet on its page. */
export const sheetId = 'sheet';

/** How many questions stand on it. */
const mostAsks = 5;

/** The sheet of a question, e.g. `toSheet(library, question, 'https://…').asks` begins with `question.asked`; neighbours share the most topics. */
export function toSheet(library: Library, question: QuestionEntry, canonical: string | undefined): Sheet {
  const shared = (other: QuestionEntry): number => other.topics.filter((topic) => question.topics.includes(topic)).length;
  const near = [...library.questions.values()]
    .filter((other) => other !== question && shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .map((other) => other.question);
  return {
    href: `${questionUrl(question.id)}?print=sheet#${sheetId}`,
    asks: [...question.asked, ...near].slice(0, mostAsks),
    code: canonical && drawQrCode(canonical, 'QR code of the address of this page'),
  };
}
