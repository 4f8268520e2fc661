/** Edits of a text by place, so that whatever is not meant to change keeps its bytes; and what a fix made of one part of a file. */

/** Replaces `[start, end)` of a text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made, whatever their order; they must not overlap. E.g. one of `{ start: 0, end: 1, text: 'b' }` turns `ax` into `bx`. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

export interface FixPart {
  readonly text: string;
  /** What was changed, as the ends of a list. */
  readonly changes: readonly string[];
  /** What was left alone because changing it would have changed what the file says. */
  readonly left: readonly string[];
}
