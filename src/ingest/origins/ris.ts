/** A RIS file, as Zotero, EndNote, PubMed mirrors and publishers write it: one article for each record. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { Origin, ExtractedArticle } from '../document.ts';
import type { IngestRefusal, RawArticle } from '../raw-article.ts';
import { isJson } from '../record/values.ts';
import { toReferenceArticle } from './csl-json.ts';

/** The typings of the library ask for every option, the library for none. */
const OPTIONS = { generateGraph: false, forceType: '@ris/file' } as Parameters<typeof plugins.input.chain>[1];
const HEAD_LINES = 10;
const TYPE = /^TY {1,2}- ?/;
const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/;

/** Lines of each record. A record starts with `TY` and ends at `ER`, or where the next one starts. */
function cutRis(text: string): string[][] {
  const records: string[][] = [];
  let open = false;
  for (const line of text.split('\n')) {
    if (TYPE.test(line)) records.push([]);
    open = TYPE.test(line) || (open && !/^ER {1,2}-/.test(line));
    if (open) records.at(-1)?.push(line.replace(TAG, '$1  - '));
  }
  return records;
}

/** PubMed's number stands in a field for numbers of any database, and counts only where the record names PubMed. */
function findPmid(lines: readonly string[]): string | undefined {
  const pubmed = lines.some((line) => /^(?:DP|DB|N1|ID|UR) {2}- .*(?:pubmed|medline|\bNLM\b|ncbi\.nlm)/i.test(line));
  const line = pubmed ? lines.find((each) => /^AN {2}- (?:PMID:? ?)?\d{1,8}$/.test(each)) : undefined;
  return line?.replace(/\D+/, '');
}

function toArticle(lines: readonly string[]): RawArticle | IngestRefusal {
  const parse = (text: string): unknown => (plugins.input.chain(text, OPTIONS) as unknown[])[0];
  const closed = `${lines.join('\n')}\nER  - \n`;
  try {
    const read = parse(closed);
    // A type of record that the format does not know hides the rest of the record.
    const record = isJson(read) && Object.keys(read).length > 0 ? read : parse(closed.replace(/^TY {2}- .*$/m, 'TY  - GEN'));
    const pmid = findPmid(lines);
    return toReferenceArticle({ ...(isJson(record) ? record : {}), ...(pmid && { PMID: pmid }) });
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return {
      reason: `It is not valid RIS: ${first.replace(/[:.]$/, '')}.`,
      hint: 'Correct the record in your reference manager and export it again.',
    };
  }
}

export const ris: Origin = {
  name: 'RIS file',
  looksFor: 'records that start with a line `TY  - …`',
  recognise: ({ text }) => {
    const head =
      text
        ?.split('\n')
        .filter((line) => line.trim())
        .slice(0, HEAD_LINES) ?? [];
    const first = head.findIndex((line) => TYPE.test(line));
    if (text === undefined || first < 0 || !TAG.test(head[first + 1] ?? '')) return undefined;
    const { length } = cutRis(text);
    return length === 1 ? 'its one record' : `its ${length} records`;
  },
  toArticles: ({ text = '' }) =>
    cutRis(text).map((lines, i): ExtractedArticle => ({
      label: `record ${i + 1}`,
      bytes: new TextEncoder().encode(`${lines.join('\n').trimEnd()}\nER  - \n`),
      ending: '.ris',
      article: toArticle(lines),
    })),
};
