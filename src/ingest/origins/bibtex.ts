/** A BibTeX or BibLaTeX file, as Zotero, Mendeley, JabRef and publishers write it: one article for each entry. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Origin, ExtractedArticle } from '../origin.ts';
import type { IngestRefusal } from '../outcome.ts';
import type { RawArticle } from '../raw-article.ts';
import { cutBibtex, withStrings, type BibtexEntry, type BibtexFile } from './bibtex-entries.ts';
import { toReferenceArticle } from './reference-article.ts';

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
