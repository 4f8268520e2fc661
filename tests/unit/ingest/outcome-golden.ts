/** Shows what became of each article of a document as one text, for the golden files of feeds and reference files. */
import { join } from 'node:path';
import type { ArticleOutcome } from '../../../src/ingest/raw-article.ts';
import { issuesIn } from './fixture.ts';

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
  const drafts = outcomes.flatMap(({ outcome }) => (outcome.state === 'drafted' ? [outcome] : []));
  return issuesIn(drafts)
    .filter(({ level }) => level === 'error')
    .map(({ file, message }) => `${file}: ${message}`);
}
