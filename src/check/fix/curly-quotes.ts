/** Quotation marks as they are printed: “ ” and ‘ ’. Leaves alone whatever has two readings. */

const OPENS_AFTER = /[\s([{“‘–—/-]/u;
const WORD = /[\p{L}\p{N}]/u;

export interface Marks {
  /** Whether the character at a place may change; all may by default. */
  readonly mayChange?: (index: number) => boolean;
  /** Whether a reader sees the character; markup between a mark and a word is looked through. */
  readonly isSeen?: (char: string) => boolean;
}

/** The nearest character that a reader sees, going one way; a blank beyond the ends. */
function neighbour(chars: readonly string[], from: number, step: 1 | -1, isSeen: (char: string) => boolean): string {
  let at = from + step;
  while (at >= 0 && at < chars.length && !isSeen(chars[at] ?? '')) at += step;
  return chars[at] ?? ' ';
}

/**
 * The text with curly quotation marks, place for place, e.g. `curled('"It\'s"') === '“It’s”'`. Double marks that do not
 * come in pairs stay as they are, and so does a single one that may be a minute, a foot or the start of a year.
 */
export function curled(text: string, { mayChange = () => true, isSeen = () => true }: Marks = {}): string {
  const chars = text.split('');
  const left = (index: number): string => neighbour(chars, index, -1, isSeen);
  const doubles = chars.flatMap((char, index) =>
    char === '"' && mayChange(index) ? [{ index, opens: OPENS_AFTER.test(left(index)) }] : [],
  );
  const paired = doubles.length % 2 === 0 && doubles.every(({ opens }, place) => opens === (place % 2 === 0));
  if (paired) for (const { index, opens } of doubles) chars[index] = opens ? '“' : '”';
  const open: number[] = [];
  for (const [index, char] of chars.entries()) {
    if (char !== "'" || !mayChange(index)) continue;
    const [before, after] = [left(index), neighbour(chars, index, 1, isSeen)];
    if (WORD.test(before) && /\p{L}/u.test(after)) chars[index] = '’';
    else if (OPENS_AFTER.test(before) && /\p{L}/u.test(after)) open.push(index);
    else if (!OPENS_AFTER.test(before)) {
      const start = open.pop();
      if (start !== undefined) chars[start] = '‘';
      // Without one before it, a mark behind an s is a genitive: the patients’ legs.
      if (start !== undefined || /s/i.test(before)) chars[index] = '’';
    }
  }
  return chars.join('');
}
