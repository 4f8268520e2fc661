/** Words that content names for a machine to look for, with `*` for the rest of a word and `+` between words that must all stand there. */
import { foldLetters } from './fold.ts';

interface Word {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
}
type Part = (plain: string) => boolean;

const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    plain: foldLetters(word),
    from: index,
    to: index + word.length,
  }));

/** One word of a pattern, e.g. `pregnan*`. */
function toPart(word: string): Part {
  const bare = foldLetters(word.replaceAll('*', ''));
  const [open, ended] = [word.startsWith('*'), word.endsWith('*')];
  if (open && ended) return (plain) => plain.includes(bare);
  if (open) return (plain) => plain.endsWith(bare);
  return ended ? (plain) => plain.startsWith(bare) : (plain) => plain === bare;
}

/** Where the words of one pattern stand beside one another, e.g. those of `post-thrombotic*`; undefined where they do not. */
function standing(parts: readonly Part[], words: readonly Word[]): { readonly from: number; readonly to: number } | undefined {
  const at = words.findIndex((_, first) => parts.every((part, i) => part(words[first + i]?.plain ?? '')));
  const [first, last] = [words[at], words[at + parts.length - 1]];
  return first && last && { from: first.from, to: last.to };
}

/**
 * Looks for a pattern whatever the case and the marks of the letters, and gives what stands there, e.g.
 * `toPatternTest('high + bleeding')('At high risk of bleeding?')` gives `high risk of bleeding`; undefined where it does not.
 */
export function toPatternTest(pattern: string): (text: string) => string | undefined {
  const groups = pattern.split('+').map((group) => (group.match(/[\p{L}\p{M}\p{N}*]+/gu) ?? []).map(toPart));
  return (text) => {
    const words = wordsIn(text);
    const found = groups.flatMap((parts) => (parts.length ? (standing(parts, words) ?? []) : []));
    if (found.length < groups.length) return undefined;
    return text.slice(Math.min(...found.map(({ from }) => from)), Math.max(...found.map(({ to }) => to)));
  };
}
