/** The search of the built site against the judged queries, beside three others over the same pages. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readSearchCases, scoreSearches, type SearchScore } from '../../scripts/bench/search-report.ts';

const cases = readSearchCases('tests/cases/search.yaml');
let scores: readonly SearchScore[] = [];
beforeAll(async () => {
  scores = await scoreSearches(inject('siteFolder'), cases);
});

describe('search', () => {
  it('is judged by pages that the site has', () => {
    const missing = cases.flatMap(({ right }) => right.filter((url) => !existsSync(join(inject('siteFolder'), url, 'index.html'))));
    expect(missing).toEqual([]);
  });

  // The target is 0.95. The queries were judged before 45 pages came, some of which are right answers too; nobody but their judge
  // may add those, so the floor is what stands until they are judged anew. `npm run bench -- search` says that the target is missed.
  it('has a right page first for at least 82 of 100 queries, and among the first three for at least 91', () => {
    expect(scores[0]?.name).toBe('Patency');
    expect(scores[0]?.first).toBeGreaterThanOrEqual(0.82);
    expect(scores[0]?.three).toBeGreaterThanOrEqual(0.91);
  });

  it('is ahead of plain Pagefind, MiniSearch and Lunr on each measure', () => {
    const [own, ...others] = scores;
    expect(others.map(({ name }) => name)).toEqual(['Pagefind', 'MiniSearch', 'Lunr']);
    for (const other of others) {
      expect(own?.first, `first place, against ${other.name}`).toBeGreaterThan(other.first);
      expect(own?.three, `first three, against ${other.name}`).toBeGreaterThan(other.three);
      expect(own?.mrr, `mean place, against ${other.name}`).toBeGreaterThan(other.mrr);
    }
  });
});
