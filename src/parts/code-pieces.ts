/** Sentences of the check and of the desk, taken apart where they quote from files or commands. */

/** A piece of a sentence; code is what stands in backquotes. */
export interface CodePiece {
  readonly text: string;
  readonly code: boolean;
}

/** A sentence in pieces, e.g. three for "Write `a` or nothing." */
export const toPieces = (sentence: string): CodePiece[] =>
  sentence.split('`').flatMap((text, index) => (text ? [{ text, code: index % 2 === 1 }] : []));

/** The same where no code can be set: in the head of a page. */
export const toPlain = (sentence: string): string => sentence.replaceAll('`', '');
