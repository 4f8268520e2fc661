import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stanceWords, type PositionContext } from '../../../src/evidence/stance-words.ts';
import { kindRow, sourceKinds, type SourceKind } from '../../../src/schema/kinds.ts';
import type { Asks } from '../../../src/schema/question.ts';
import { stance, stances, type Stance } from '../../../src/schema/vocabulary.ts';

const graded = (scheme: string, value: string, words?: string): PositionContext['grade'] => ({ scheme, value, ...(words && { words }) });
const strong = graded('CHEST', 'strong, moderate certainty');
const weak = graded('CHEST', 'weak, low certainty');
const kinds = Object.keys(sourceKinds) as SourceKind[];

describe('the name of a position', () => {
  it.each<[Stance, PositionContext, string]>([
    ['for', { kind: 'guideline', asks: 'recommendation', grade: strong }, 'Recommends'],
    ['for', { kind: 'guideline', asks: 'recommendation', grade: weak }, 'Suggests'],
    ['for', { kind: 'guideline', asks: 'recommendation' }, 'Advises'],
    ['for', { kind: 'guideline', asks: 'effect', grade: strong }, 'Found better'],
    ['against', { kind: 'position-statement', asks: 'recommendation', grade: graded('AHA', 'Class III, level A') }, 'Recommends against'],
    ['against', { kind: 'guideline', asks: 'recommendation', grade: weak }, 'Suggests against'],
    ['against', { kind: 'guideline', asks: 'recommendation' }, 'Advises against'],
    [
      'conditional',
      { kind: 'guideline', asks: 'recommendation', grade: graded('NICE', 'consider', 'weaker than offer') },
      'Conditional recommendation',
    ],
    ['against', { kind: 'guideline', asks: 'recommendation', grade: graded('NICE', 'do not offer') }, 'Recommends against'],
    ['conditional', { kind: 'guideline', asks: 'recommendation', grade: graded('NICE', 'special arrangements') }, 'Permits for some'],
    ['conditional', { kind: 'guidance-public', asks: 'recommendation' }, 'Permits for some'],
    ['conditional', { kind: 'guideline', grade: graded('CHEST', 'strong (i and iii); weak (ii)') }, 'Conditional recommendation'],
    ['for', { kind: 'trial', asks: 'effect' }, 'Found better'],
    ['for', { kind: 'trial', asks: 'recommendation' }, 'Found better'],
    ['against', { kind: 'systematic-review', asks: 'effect', grade: strong }, 'Found worse'],
    ['no-difference', { kind: 'trial', asks: 'effect' }, 'No difference shown'],
    ['for', { kind: 'vendor', asks: 'recommendation' }, 'Favourable'],
    ['for', { kind: 'machine-summary', asks: 'effect' }, 'Favourable'],
    ['against', { kind: 'narrative-review', asks: 'recommendation', grade: strong }, 'Unfavourable'],
    ['no-difference', { kind: 'news', asks: 'effect' }, 'No difference stated'],
    ['describes', { kind: 'trial', asks: 'recommendation' }, 'No recommendation'],
    ['describes', { kind: 'guideline', asks: 'recommendation' }, 'Neither for nor against'],
    ['describes', { kind: 'guideline', asks: 'recommendation', grade: strong }, 'Related recommendation'],
    ['describes', { kind: 'trial', asks: 'effect' }, 'Reports'],
    ['describes', { kind: 'vendor', asks: 'description' }, 'Description'],
    ['for', {}, 'For'],
  ])('%s of %j is “%s”', (position, context, label) => {
    expect(stanceWords(position, context).label).toBe(label);
  });

  it('recommends only where the kind of source can, and never on what happens', () => {
    const context = fc.record({
      kind: fc.constantFrom(...kinds),
      asks: fc.constantFrom<Asks | undefined>('recommendation', 'effect', 'description', undefined),
      grade: fc.constantFrom(undefined, strong, weak, graded('NICE', 'offer'), graded('X', '2C')),
    });
    fc.assert(
      fc.property(context, fc.constantFrom(...stance.options), ({ kind, asks, grade }, position) => {
        const { label } = stanceWords(position, { kind, asks, grade });
        const recommends = /^(?:Recommends|Suggests|Advises|Permits|Conditional rec)/.test(label);
        expect(recommends && (kindRow(kind).carries !== 'recommendation' || asks === 'effect')).toBe(false);
        expect(label.startsWith('Recommends') && (grade === undefined || grade === weak || grade.value === '2C')).toBe(false);
        expect(label).not.toBe('');
      }),
    );
  });

  it('is general without a kind, and one for what cannot be compared', () => {
    for (const one of stance.options) expect(stanceWords(one)).toBe(stances[one]);
    expect(stanceWords('not-comparable', { kind: 'guideline', grade: strong }).label).toBe('Not comparable');
  });
});
