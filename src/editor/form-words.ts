/** What a form calls a field and says below it, taken from the field's own name and description. Pure. */
import { capitalise } from '../words/phrase.ts';

const LONGEST_LABEL = 4;
const startOf = (description: string): string => /^(?:[^.,:;(]|[.,:;](?=\S))*/.exec(description)?.[0].trim() ?? '';

/** `restsOn` as `Rests on`. */
const spelt = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return capitalise(words);
};

/**
 * The label of a field: how its description begins, if that is short enough to be a name, else its name spelt out.
 * Example: `toLabel('pmid', 'PubMed identifier.')` is `PubMed identifier`, and of `restsOn` it is `Rests on`.
 */
export function toLabel(name: string, description = ''): string {
  const start = startOf(description);
  const words = start.replace(/^The /, '').split(' ');
  const [first = ''] = words;
  if (first.toLowerCase() === name) return first === first.toUpperCase() ? first : spelt(name);
  const fits = words.length <= LONGEST_LABEL && /^[A-Z]/.test(start) && !/https?:/.test(start);
  return fits ? `${capitalise(first)}${start.slice(start.indexOf(first) + first.length)}` : spelt(name);
}

/** One of a list, for the button that adds it, e.g. `Findings` gives `finding`, and `Aliases` gives `alias`. */
export const toSingular = (name: string): string =>
  spelt(name)
    .toLowerCase()
    .replace(/(?<=i)ases$|(?<=[^s])s$/, (ending) => (ending === 's' ? '' : 'as'));

/** A description as the form can print it: it knows no code in backticks. */
export const toHint = (description: string): string => description.replace(/`([^`]*)`/g, '“$1”');

/** A message as a sentence, e.g. `an id is lower-case` as `An id is lower-case.`. */
export const toSentence = (message: string): string => toHint(`${capitalise(message)}${/[.!?]$/.test(message) ? '' : '.'}`);

/** What stands below a field: its description, unless the label says all of it, e.g. nothing for `ISBN.`. */
export function hintFor(label: string, description: string): string | undefined {
  const hint = toHint(description);
  return hint.replace(/\.$/, '').replace(/^The /, '').toLowerCase() === label.toLowerCase() ? undefined : hint;
}
