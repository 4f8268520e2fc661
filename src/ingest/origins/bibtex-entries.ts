/** Cuts a BibTeX file into its entries, so that a broken one spoils no other. Knows braces, not fields. */

export interface BibtexEntry {
  /** The citation key, e.g. `kahn2014`; empty where none can be read. */
  readonly key: string;
  /** The entry as it stands in the file. */
  readonly text: string;
  /** False where its braces do not close. */
  readonly closed: boolean;
}

export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  /** `@string` definitions by the name that they define. */
  readonly strings: ReadonlyMap<string, string>;
}

/** An entry opens at the start of a line; an `@` in the middle of one is an address. */
const OPENING = /^[ ]*@(\w+)[ ]*[{(]/gm;
const NO_ENTRY = /^(?:comment|preamble|string)$/i;

/** Length of the entry at the start of a text, or undefined when its braces never close. */
function lengthOf(text: string): number | undefined {
  const open = text.search(/[{(]/);
  const round = text[open] === '(';
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0 && !round) return i + 1;
    else if (text[i] === ')' && round && depth === 0) return i + 1;
  }
  return undefined;
}

/** The entries and definitions of a file, e.g. `cutBibtex('@misc{a, title={B}}').entries[0]?.key === 'a'`. */
export function cutBibtex(text: string): BibtexFile {
  const openings = [...text.matchAll(OPENING)];
  const entries: BibtexEntry[] = [];
  const strings = new Map<string, string>();
  let end = 0;
  for (const [i, opening] of openings.entries()) {
    if (opening.index < end) continue;
    const type = opening[1] ?? '';
    const next = openings[i + 1]?.index ?? text.length;
    // A comment may hold entries; an entry that reaches into the next one has lost a brace of its own.
    const length = lengthOf(text.slice(opening.index, NO_ENTRY.test(type) ? text.length : next));
    const closed = length !== undefined;
    end = closed ? opening.index + length : next;
    const chunk = text.slice(opening.index, end).trim();
    const name = /^[^{(]*[{(]\s*([^\s,={}()"]+)/.exec(chunk)?.[1] ?? '';
    if (/^string$/i.test(type) && closed && name) strings.set(name.toLowerCase(), chunk);
    if (!NO_ENTRY.test(type)) entries.push({ key: name, text: chunk, closed });
  }
  return { entries, strings };
}

/** The definitions that an entry uses, in front of it, e.g. for `journal = jse`. */
export function withStrings(entry: BibtexEntry, strings: BibtexFile['strings']): string {
  const names = [...entry.text.matchAll(/[=#]\s*([A-Za-z][\w:.-]*)/g)].map(([, name]) => name?.toLowerCase() ?? '');
  return [...new Set(names)]
    .flatMap((name) => strings.get(name) ?? [])
    .concat(entry.text)
    .join('\n');
}
