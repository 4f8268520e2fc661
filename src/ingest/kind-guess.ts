/** Guesses the kind of a page from its words and says by which. Every guess goes to the editor as a question. */
import type { SourceKind } from '../schema/kinds.ts';
import type { SavedPage } from './saved-page.ts';

export interface KindGuess {
  readonly kind: SourceKind;
  /** Completes "because …", e.g. `it speaks of instructions for use`. */
  readonly because: string;
}

interface Sign {
  readonly kind: SourceKind;
  readonly pattern: RegExp;
  readonly because: string;
}

const signs: readonly Sign[] = [
  {
    kind: 'machine-summary',
    pattern:
      /\b(?:our (?:\S+ )?(?:A\.?I\.?|assistant)(?=\s)|AI[- ](?:generated|written|powered|assisted)|(?:generated|written) by (?:an? )?(?:AI|artificial intelligence|language model)|pending human review)/i,
    because: 'the page speaks of a machine as its author or of a human review still to come',
  },
  {
    kind: 'vendor',
    pattern:
      /\b(?:instructions for use|\(IFU\)|product (?:indications|page|instructions)|devices? (?:are|is) intended for use|authori[sz]ed (?:local )?(?:distributor|dealer)|our (?:products?|devices?|range of))/i,
    because: 'it speaks of products, instructions for use or distributors, as manufacturers do',
  },
  {
    kind: 'safety-notice',
    pattern: /\b(?:field safety notice|class I+ recall|urgent (?:medical )?device (?:correction|recall))\b/i,
    because: 'it speaks of a recall or a field safety notice',
  },
  {
    kind: 'guidance-public',
    pattern: /^(?:patient |public )?information (?:for|about) (?:the )?(?:public|patients?|people)\b|\bpatient information leaflet\b/im,
    because: 'it calls itself information for the public or for patients',
  },
];

/** The first kind whose sign stands on the page, else the kind given for want of any sign. */
export function guessKind(page: SavedPage, otherwise: KindGuess): KindGuess {
  const text = [page.text, ...page.disclaimers, ...page.furniture].join('\n');
  return signs.find(({ pattern }) => pattern.test(text)) ?? otherwise;
}
