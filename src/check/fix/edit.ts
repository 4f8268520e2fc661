/** Edits of a text by place, so that whatever is not meant to change keeps its bytes. */

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
