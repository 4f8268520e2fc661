/** Shows what became of each article of a document as one text, for the golden files of feeds and reference files. */
import { join } from 'node:path';
import { checkContent } from '../../../src/check/check-content.ts';
import type { ArticleOutcome } from '../../../src/ingest/outcome.ts';
import { toContent } from '../../../src/library/content.ts';
import { bytesOf } from './fixture.ts';

export const fixturePath = (...path: string[]): string => join(import.meta.dirname, '../../fixtures', ...path);

function show({ label, ending, outcome }: ArticleOutcome): string {
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

/** The outcomes of a document in its order, drafts in full. */
export const toGolden = (outcomes: readonly ArticleOutcome[]): string => outcomes.map(show).join('\n');

/** The errors that the check finds in the drafts of a document; warnings are for the editor. */
export function errorsIn(outcomes: readonly ArticleOutcome[]): string[] {
  const files = outcomes.flatMap(({ outcome }) =>
    outcome.state === 'drafted' ? [{ path: `sources/${outcome.id}.md`, bytes: bytesOf(outcome.text) }] : [],
  );
  const issues = checkContent(toContent(files), { asOf: '2026-11-20' });
  return issues.filter(({ level }) => level === 'error').map(({ file, message }) => `${file}: ${message}`);
}
