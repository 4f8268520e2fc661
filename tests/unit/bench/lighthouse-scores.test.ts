import { describe, expect, it } from 'vitest';
import { lossesIn, median } from '../../../scripts/bench/lighthouse-scores.ts';

describe('the median', () => {
  it('is the middle value, wherever the outliers lie', () => {
    expect([median([99, 100, 12]), median([7])]).toEqual([99, 7]);
    expect(() => median([])).toThrow('no median');
  });
});

describe('what a report holds against a page', () => {
  it('names the audits that count and were not passed, with their values', () => {
    const audits = {
      shift: { title: 'Layout shift', score: 0.4, displayValue: '0.2' },
      robots: { title: 'Blocked from indexing', score: 0 },
      fine: { title: 'Fine', score: 1 },
      unscored: { title: 'Does not apply', score: null },
      unweighted: { title: 'Only informs', score: 0 },
    };
    const refs = (...ids: string[]) => ({ score: 0.5, auditRefs: ids.map((id) => ({ id, weight: id === 'unweighted' ? 0 : 1 })) });
    const categories = { performance: refs('shift', 'fine', 'unscored', 'unweighted'), seo: refs('robots') };
    expect(lossesIn({ categories, audits })).toEqual(['performance: Layout shift (0.2)', 'seo: Blocked from indexing']);
  });
});
