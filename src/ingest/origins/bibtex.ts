/** A BibTeX or BibLaTeX file, as Zotero, Mendeley, JabRef and publishers write it: one article for each entry. It is cut into its entries first, so that a broken one spoils no other. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Origin, ExtractedArticle } from '../document.ts';
import type { IngestRefusal, RawArticle } from '../raw-article.ts';
import { toReferenceArticle } from './csl-json.ts';

interface BibtexEntry {
  /** The citation key, e.g. `kahn2014`; empty where none can be read. */
  readonly key: string;
  /** The entry as it stands in the file. */
  readonly text: string;
  /** False where its braces do not close. */
  readonly closed: boolean;
}

interface BibtexFile {
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
function withStrings(entry: BibtexEntry, strings: BibtexFile['strings']): string {
  const names = [...entry.text.matchAll(/[=#]\s*([A-Za-z][\w:.-]*)/g)].map(([, name]) => name?.toLowerCase() ?? '');
  return [...new Set(names)]
    .flatMap((name) => strings.get(name) ?? [])
    .concat(entry.text)
    .join('\n');
}

/** The typings of the library ask for every option, the library for none. */
const OPTIONS = { generateGraph: false, forceType: '@biblatex/text' } as Parameters<typeof plugins.input.chain>[1];
const ENTRY = /^[ ]*@(?!comment|preamble|string)[a-z]+[ ]*[{(]\s*[^\s,{}()]*\s*,/im;
const AGAIN = 'Correct the entry in your reference manager and export it again.';

function toArticle(entry: BibtexEntry, strings: BibtexFile['strings']): RawArticle | IngestRefusal {
  if (!entry.closed) return { field: entry.key, reason: 'A brace is opened and never closed.', hint: AGAIN };
  try {
    const [record] = plugins.input.chain(withStrings(entry, strings), OPTIONS) as unknown[];
    return toReferenceArticle(record);
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    if (/call stack/.test(first)) return { field: entry.key, reason: 'Its braces are nested too deeply to be read.', hint: AGAIN };
    return { field: entry.key, reason: `It is not valid BibTeX: ${first.replace(/[:.]$/, '')}.`, hint: AGAIN };
  }
}

export const bibtex: Origin = {
  name: 'BibTeX file',
  looksFor: 'entries such as `@article{key, …}`, and little else',
  recognise: ({ text }) => {
    if (text === undefined || !ENTRY.test(text)) return undefined;
    const { entries, strings } = cutBibtex(text);
    const within = [...entries.map((entry) => entry.text), ...strings.values()].reduce((sum, each) => sum + each.length, 0);
    // A page that shows how to cite it holds an entry too.
    if (within < text.replace(/^[ ]*(?:%|@comment).*$/gim, '').trim().length / 2) return undefined;
    return entries.length === 1 ? 'its one entry' : `its ${entries.length} entries`;
  },
  toArticles: ({ text = '' }) => {
    const { entries, strings } = cutBibtex(text);
    return entries.map((entry, i): ExtractedArticle => ({
      label: entry.key ? `entry ${entry.key}` : `entry ${i + 1}`,
      bytes: new TextEncoder().encode(`${withStrings(entry, strings)}\n`),
      ending: '.bib',
      article: toArticle(entry, strings),
    }));
  },
};
