import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { foldText } from '../../../src/library/passage.ts';
import { issuesIn } from './fixture.ts';
import { bytesOfPage, draftOf, pageFolder, pageNames, take } from './taken-page.ts';

describe.each(pageNames)('the page %s', (name) => {
  it('becomes exactly the draft that lies beside it', async () => {
    const { text, id, because } = await draftOf(bytesOfPage(name));
    await expect(`${text}\n<!-- ${id}: ${because} -->\n`).toMatchFileSnapshot(join(pageFolder, name, 'draft.md'));
  });

  it('lends the draft none of its sentences: no nine words in a row but in titles, works, addresses and headings', async () => {
    const { text, fields, article } = await draftOf(bytesOfPage(name));
    const words = (some: string): string[] =>
      foldText(some)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const lent = [fields.title, fields.url, ...(fields.outline ?? []), ...(fields.restsOn ?? []).map((support) => support.work)];
    const kept = lent.reduce<string>((rest, part) => (part ? rest.replaceAll(foldText(part), ' ‖ ') : rest), foldText(text));
    const raw = ` ${words(article.text).join(' ')} `;
    const nines = kept
      .split('‖')
      .map(words)
      .flatMap((run) => run.slice(8).map((_, i) => ` ${run.slice(i, i + 9).join(' ')} `));
    expect(nines.length).toBeGreaterThan(0);
    expect(nines.filter((nine) => raw.includes(nine))).toEqual([]);
  });

  it('passes the content check without an error', async () => {
    const { text, id } = await draftOf(bytesOfPage(name));
    const issues = issuesIn([{ id, text }]);
    expect(issues.filter((issue) => issue.level === 'error')).toEqual([]);
  });
});

describe('a page that is no article is refused by what it is', () => {
  const cases = parse(readFileSync(join(import.meta.dirname, '../../cases/ingest-pages.yaml'), 'utf8')) as Record<string, string>[];
  it.each(cases)('$name', async ({ html = '', reason }) => {
    const { outcome } = await take(html);
    expect(outcome).toMatchObject({ state: 'refused', reason });
    expect(outcome.state === 'refused' && /^[A-Z].*\.$/s.test(outcome.hint)).toBe(true);
  });
});
