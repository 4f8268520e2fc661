/** Shows what became of each article of a parcel as one text, for the golden files of feeds and reference files. */
import { join } from 'node:path';
import type { ParcelOutcome } from '../../../src/ingest/outcome.ts';

export const fixturePath = (...path: string[]): string => join(import.meta.dirname, '../../fixtures', ...path);

function show({ label, ending, outcome }: ParcelOutcome): string {
  const head = `<!-- ${label ?? 'the whole'} (${ending}): ${outcome.state}`;
  switch (outcome.state) {
    case 'drafted':
      return `${head} as ${outcome.id}, ${outcome.because} -->\n\n${outcome.text}`;
    case 'known':
      return `${head}, ${outcome.file}, ${outcome.because} -->\n`;
    case 'refused':
      return `${head}, ${outcome.field ?? 'no field'}: ${outcome.reason} ${outcome.hint} -->\n`;
    case 'off-topic':
    case 'passed-over':
      return `${head}, ${outcome.reason} -->\n`;
  }
}

/** The outcomes of a parcel in its order, drafts in full. */
export const toGolden = (outcomes: readonly ParcelOutcome[]): string => outcomes.map(show).join('\n');
