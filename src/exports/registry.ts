/** Every form in which a source can be taken away: one row each. Routes and “How to cite” go by this table. */
import type { SourceEntry } from '../library/library.ts';
import { toBibtex } from './bibtex.ts';
import { toCslJson, toCslItem } from './csl.ts';
import { toJsonLdText, toWork } from './json-ld-work.ts';
import { toRis } from './ris.ts';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';

type ReferenceStyle = 'vancouver' | 'apa';

/** One line of plain text without the number in front, e.g. `NICE. Title. …`. */
export function toReference(source: SourceEntry, style: ReferenceStyle): string {
  // Not through `new Cite(…)`, which first guesses what its input is and takes three times as long.
  const text: string = plugins.output.format('bibliography', [toCslItem(source)], { format: 'text', template: style, lang: 'en-US' });
  return text
    .replace(/^\s*1\.\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A form in which a work can be taken away. */
export interface ExportFormat<Work> {
  readonly label: string;
  readonly mediaType: string;
  /** File ending without a dot. */
  readonly ending: string;
  readonly toText: (work: Work) => string;
}

export const exportFormats: readonly ExportFormat<SourceEntry>[] = [
  {
    label: 'Vancouver',
    mediaType: 'text/plain',
    ending: 'txt',
    toText: (source) => `${toReference(source, 'vancouver')}\n`,
  },
  { label: 'APA', mediaType: 'text/plain', ending: 'apa.txt', toText: (source) => `${toReference(source, 'apa')}\n` },
  { label: 'BibTeX', mediaType: 'application/x-bibtex', ending: 'bib', toText: toBibtex },
  { label: 'RIS', mediaType: 'application/x-research-info-systems', ending: 'ris', toText: toRis },
  {
    label: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json',
    ending: 'json',
    toText: (source) => toCslJson([source]),
  },
  {
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    ending: 'jsonld',
    toText: (source) => `${toJsonLdText([toWork(source)])}\n`,
  },
];
