/** A source as a formatted reference, by the styles that come with the citation engine. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { SourceEntry } from '../library/library.ts';
import { toCslItem } from './csl.ts';

export type ReferenceStyle = 'vancouver' | 'apa';

/** One line of plain text without the number in front, e.g. `NICE. Title. …`. */
export function toReference(source: SourceEntry, style: ReferenceStyle): string {
  // Not through `new Cite(…)`, which first guesses what its input is and takes three times as long.
  const text: string = plugins.output.format('bibliography', [toCslItem(source)], { format: 'text', template: style, lang: 'en-US' });
  return text
    .replace(/^\s*1\.\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
