/** A card as it is printed: which wording, which facts, and where it stands. Pure: takes what the site's preview files hold, gives no HTML. */

/** What a preview file holds, see src/site/preview.ts. */
export interface PreviewData {
  readonly kind: string;
  readonly title: string;
  readonly language?: string;
  readonly badge?: string;
  readonly text: string | Readonly<Record<string, string>>;
  readonly facts: readonly string[];
  readonly places?: Readonly<Record<string, string>>;
}

interface Card {
  readonly kind: string;
  readonly title: string;
  readonly language: string;
  /** How far a source was read; empty for other pages. */
  readonly badge: string;
  readonly text: string;
  readonly facts: readonly string[];
}

/** What the reader is looking at: the wording chosen, and the address of the page. */
interface ReaderState {
  readonly register: string | undefined;
  readonly path: string;
}

/** The card of a preview, e.g. in the wording for clinicians unless the reader chose another; on a question's page with the place where the source answers it. */
export function toCard(data: PreviewData, { register = 'clinician', path }: ReaderState): Card {
  const { kind, title, language = '', badge = '', text, facts, places } = data;
  const place = places?.[/^\/questions\/([^/]+)\//.exec(path)?.[1] ?? ''];
  return {
    kind,
    title,
    language,
    badge,
    text: typeof text === 'string' ? text : (text[register] ?? ''),
    facts: place === undefined ? facts : [`Here: ${place}`, ...facts],
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const edge = 8;

/**
 * Top left corner of the card in the window, for browsers that cannot anchor it by style sheet: below the link, above it where there is more room, and never past the sides.
 * Example: `toPlace({ left: 10, top: 20, bottom: 40 }, { width: 300, height: 100 }, { width: 800, height: 600 })` → `{ left: 10, top: 46 }`.
 */
export function toPlace(link: Box, card: Size, view: Size): { left: number; top: number } {
  const below = link.bottom + gap;
  const above = link.top - gap - card.height;
  const fits = below + card.height <= view.height - edge;
  return {
    left: Math.max(edge, Math.min(link.left, view.width - card.width - edge)),
    top: fits || above < 0 ? below : above,
  };
}
