/** Which names in short titles are those of works. */
import { expect, test } from 'vitest';
import type { LintContext } from '../../../../src/check/lint-context.ts';
import { workFinder } from '../../../../src/check/reading/names.ts';

const find = workFinder({
  sources: [{ data: { shortTitle: 'IVUS or venography' } }, { data: { shortTitle: 'LANTERN, two years' } }],
  terms: [{ data: { name: 'intravascular ultrasound', abbreviations: ['IVUS'] } }, { data: { name: 'LANTERN', abbreviations: [] } }],
} as unknown as LintContext);

test('the acronym of a trial names a work, and an abbreviation of the glossary with which a short title begins does not', () => {
  expect(find('LANTERN found it, with IVUS.').map(({ said }) => said)).toEqual(['LANTERN']);
});
