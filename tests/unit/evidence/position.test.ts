/** What a finding says in a word: by direction, strength and kind of source, or by its printed intervals. */
import { describe, expect, it } from 'vitest';
import { ownPosition, positionOn } from '../../../src/evidence/position.ts';
import type { Asks } from '../../../src/schema/question.ts';
import { madeFinding, madeSource, vocabulary } from '../made.ts';

type Fields = Record<string, unknown>;
const ratio = (low: number, high: number): Fields => ({ effect: { measure: 'RR', value: (low + high) / 2, low, high } });
const arms = [{ name: 'treated' }, { name: 'control' }];

function positionOf(kind: string, finding: Fields, asks: Asks = 'recommendation', results: readonly Fields[] = []) {
  const rows = results.map((row, index) => ({ id: `r${index}`, outcome: 'major-bleeding', at: '1 year', arms, ...row }));
  const linked = { results: rows.map(({ id }) => id), ...finding };
  const source = madeSource('a', { kind, findings: [madeFinding('q', 'none', linked)], results: rows });
  const [one] = source.findings;
  if (!one) throw new Error('no finding');
  return ownPosition(one, source, { asks }, vocabulary);
}

describe('the name of a position', () => {
  it.each([
    ['guideline', { direction: 'for', strength: 'strong' }, 'Recommends'],
    ['guideline', { direction: 'for', strength: 'conditional' }, 'Suggests'],
    ['guideline', { direction: 'for', strength: 'not-stated' }, 'Advises'],
    ['position-statement', { direction: 'against', strength: 'strong' }, 'Recommends against'],
    ['guidance-public', { direction: 'against', strength: 'conditional' }, 'Suggests against'],
    ['guideline', { direction: 'against', strength: 'not-stated' }, 'Advises against'],
    ['guideline', { direction: 'permits' }, 'Permits'],
    ['guideline', { direction: 'research-only' }, 'Only in research'],
    ['guideline', { direction: 'none-made' }, 'Made no recommendation'],
    ['vendor', { direction: 'for' }, 'Favourable'],
    ['trial', { direction: 'against' }, 'Unfavourable'],
    ['trial', {}, 'No recommendation'],
    ['guideline', {}, 'Remark'],
    ['guideline', { grade: { scheme: 'GRADE', value: '1A' } }, 'Related recommendation'],
  ])('of a %s with %j is “%s”', (kind, finding, label) => {
    expect(positionOf(kind, finding).label).toBe(label);
  });

  it.each([
    [ratio(0.4, 0.8), 'Fewer events'],
    [ratio(1.2, 3), 'More events'],
    [ratio(0.8, 1.2), 'Not settled'],
    [ratio(0.5, 1), 'Not settled'],
    [{ effect: { measure: 'RR', value: 0.5, p: 0.01 } }, 'Reports'],
    [{ effect: { measure: 'RD', value: 5, low: 1, high: 9, reduction: true } }, 'Fewer events'],
    [{ effect: { measure: 'RD', value: 5, low: 1, high: 9 } }, 'More events'],
    [{ outcome: 'quality-of-life', effect: { measure: 'MD', value: 5, low: 1, high: 9 } }, 'Higher'],
    [{ outcome: 'other', ...ratio(0.4, 0.8) }, 'Reports'],
  ])('of numbers %j is “%s”', (row, label) => {
    expect(positionOf('trial', {}, 'effect', [row]).label).toBe(label);
  });

  it('says whether a row is what one hopes for, which more of an open vein is', () => {
    expect(positionOf('trial', {}, 'effect', [ratio(1.2, 3)]).says).toMatch(/; not what one hopes for$/);
    expect(positionOf('trial', {}, 'effect', [{ outcome: 'patency', ...ratio(1.2, 3) }]).says).toMatch(/; what one hopes for$/);
  });

  it('takes in every number that a finding names, harms too, and never sums up rows that do not read alike', () => {
    const rows = [ratio(0.4, 0.8), { outcome: 'death', ...ratio(1.2, 3) }];
    expect(positionOf('trial', {}, 'effect', rows).label).toBe('Reports');
    expect(positionOf('trial', {}, 'effect', rows.slice(1)).label).toBe('More events');
  });

  it('is “not comparable” on a question whose words differ', () => {
    const own = positionOf('guideline', { direction: 'for', strength: 'strong' });
    expect([positionOn(own, true), positionOn(own, false).name]).toEqual([own, 'not-comparable']);
  });
});
