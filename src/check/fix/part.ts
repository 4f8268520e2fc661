/** What a fix made of one part of a file. */
export interface FixPart {
  readonly text: string;
  /** What was changed, as the ends of a list. */
  readonly changes: readonly string[];
  /** What was left alone because changing it would have changed what the file says. */
  readonly left: readonly string[];
}
