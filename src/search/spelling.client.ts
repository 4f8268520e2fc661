/** Finds the word that was meant: edits between words, and the list of all words in its packed form. Pure. */

/**
 * Edits from one word to another: letters more, less, other or exchanged with their neighbour, e.g. 1 for `fliter` and `filter`.
 * Gives `most + 1` as soon as it must be more than `most`.
 */
export function editDistance(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const edits = [(above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1)];
      if (exchanged) edits.push((older[column - 2] ?? 0) + 1);
      current.push(Math.min(...edits));
    }
    if (Math.min(...current) > most) return most + 1;
    older = above;
    above = current;
  }
  return above[b.length] ?? most + 1;
}

/** Edits that are forgiven in a word: none in the shortest, where another word is meant as easily. */
export const forgiven = (word: string): number => (word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : 2);

/**
 * The word of `known` that was most likely meant, e.g. `phlegmasia` for `flegmasia`; the earlier one of two that are equally near,
 * so names go before words of the running text. Undefined when none is near enough.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = forgiven(word) + 0.9;
  for (const other of known) {
    if (other.length < 4) continue;
    const edits = editDistance(word, other, forgiven(word));
    // The first letter is the one that is seldom wrong.
    const distance = edits + (other[0] === word[0] ? 0 : 0.4);
    if (edits <= forgiven(word) && distance < least) {
      best = other;
      least = distance;
    }
  }
  return best;
}

/** The words of a packed list, in which each says how many letters it shares with the one before: `0vein2ssel` is `vein`, `vessel`. */
export function unpackWords(packed: string): string[] {
  let before = '';
  return Array.from(packed.matchAll(/(\d)(\D*)/g), ([, shared, rest]) => (before = before.slice(0, Number(shared)) + (rest ?? '')));
}
