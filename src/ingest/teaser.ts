/** What feeds and digests wrap around the text of an article: their tails, and the words of programs that had no text. */

/** What a program writes for a value that it did not have. */
export const NO_VALUE = /^(?:\[object \w+\]|undefined|null|none|untitled|NaN|n\/?a|not available|tbd|-+|\{\{.*\}\}|%\w+%)$/i;

/** True for text that a program wrote because it had none: such a word alone, or an object where text should be. */
export const isNoText = (text: string): boolean => NO_VALUE.test(text.trim()) || /\[object \w+\]/.test(text);

const SAME_LETTERS = 20;

/** True when two titles open with the same letters, however they are quoted or cut short. */
function opensAlike(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, SAME_LETTERS),
  );
  return first !== undefined && second !== undefined && second !== '' && (first.startsWith(second) || second.startsWith(first));
}

interface Tailless {
  readonly text: string;
  /** The site that the tail names. */
  readonly site?: string;
  /** True when the text stops before its end. */
  readonly brokenOff: boolean;
}

/**
 * A teaser without the feed's tail, e.g. `… of widgets […] The post Widgets appeared first on Example News.` becomes
 * `… of widgets` from `Example News`, broken off. A tail that was itself cut short goes too.
 */
export function withoutTail(text: string, title: string): Tailless {
  const full = /\s*The post .{1,300}? (?:first appeared|appeared first) on (.{2,80}?)\.?\s*$/s.exec(text);
  const cut = full ?? /\s*(?:The post|L['’]article)\s+(.{0,300})$/s.exec(text);
  const isTail = full !== null || (cut !== null && opensAlike(title, cut[1] ?? ''));
  const kept = isTail && cut ? text.slice(0, cut.index) : text;
  const end = /\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*$/.exec(kept);
  return { text: (end ? kept.slice(0, end.index) : kept).trim(), ...(full?.[1] && { site: full[1] }), brokenOff: end !== null };
}
