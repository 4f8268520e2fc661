import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleOutcome } from '../../../src/ingest/raw-article.ts';
import { foldText } from '../../../src/library/passage.ts';
import { issuesIn, ingest } from './fixture.ts';

const folder = join(import.meta.dirname, '../../fixtures/ingest-records');
const names = readdirSync(folder).sort();
const recordOf = (name: string): Uint8Array => {
  const file = readdirSync(join(folder, name)).find((each) => each.startsWith('record.')) ?? '';
  return readFileSync(join(folder, name, file));
};
const ingestRecord = (bytes: Uint8Array, name = 'saved-by-hand.txt') => ingest({ name, bytes });

function draftOf({ outcome }: ArticleOutcome) {
  if (outcome.state !== 'drafted') throw new Error(`It was ${outcome.state}, expected a draft: ${JSON.stringify(outcome)}`);
  return outcome;
}
const wordsOf = (text: string): string[] =>
  foldText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each(names)('the record %s', (name) => {
  it('becomes exactly the drafts that lie beside it', async () => {
    const outcomes = await ingestRecord(recordOf(name));
    const drafts = outcomes.map((one) => {
      const { text, id, because } = draftOf(one);
      return `${text}\n<!-- ${id}${one.label ? ` (${one.label})` : ''}, kept as ${one.ending}: ${because} -->\n`;
    });
    await expect(drafts.join('\n')).toMatchFileSnapshot(join(folder, name, 'draft.md'));
  });

  it('is known again from what its snapshot keeps, by the same hash', async () => {
    for (const one of await ingestRecord(recordOf(name))) {
      const [again, ...more] = await ingestRecord(one.bytes);
      expect(more).toEqual([]);
      expect(again && draftOf(again).hash).toBe(draftOf(one).hash);
    }
  });

  it('passes the content check without an error', async () => {
    for (const one of await ingestRecord(recordOf(name))) {
      const { id, text } = draftOf(one);
      const issues = issuesIn([{ id, text }]);
      expect(issues.filter((issue) => issue.level === 'error')).toEqual([]);
    }
  });

  it('lends the draft none of its sentences: no nine words in a row but in titles', async () => {
    const raw = ` ${wordsOf(new TextDecoder().decode(recordOf(name))).join(' ')} `;
    for (const one of await ingestRecord(recordOf(name))) {
      const { fields, text } = draftOf(one);
      const kept = [fields.title, fields.url].reduce<string>((rest, part) => rest.replaceAll(foldText(part ?? ''), ' ‖ '), foldText(text));
      const runs = kept.split('‖').map(wordsOf);
      const shared = runs
        .flatMap((run) => run.slice(8).map((_, i) => run.slice(i, i + 9).join(' ')))
        .filter((nine) => raw.includes(` ${nine} `));
      expect(shared).toEqual([]);
    }
  });
});
