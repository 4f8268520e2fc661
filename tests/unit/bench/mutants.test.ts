/** Which lines a sampled mutation run changes: only those that decide something, and the same ones for the same seed. */
import { expect, it } from 'vitest';
import { drawLines } from '../../../scripts/bench/mutants.ts';

const text = `/** Says what it does. */
import { a } from './a.ts';

export interface Row {
  readonly name: string;
}

/**
 * Two lines.
 */
export const f = (n: number): number => {
  // Above none.
  return n > 0 ? a : 1;
};
type Other = Row;
`;

it('draws lines that decide something, and no comment, import or type', () => {
  expect(drawLines(new Map([['a.ts', text]]), 100, 's').sort()).toEqual(['a.ts:11-11', 'a.ts:13-13']);
});

it('draws as many as wanted from all files, the same ones for the same seed', () => {
  const files = new Map(['a.ts', 'b.ts'].map((file) => [file, 'f();\n'.repeat(50)]));
  const drawn = drawLines(files, 20, 'one');
  expect(new Set(drawn).size).toBe(20);
  expect(drawLines(files, 20, 'one')).toEqual(drawn);
  expect(drawLines(files, 20, 'two')).not.toEqual(drawn);
  expect(drawLines(files, 30, 'one').slice(0, 20)).toEqual(drawn);
  expect(new Set(drawn.map((place) => place.slice(0, 4)))).toEqual(new Set(['a.ts', 'b.ts']));
});
