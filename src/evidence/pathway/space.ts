/** The input space of a pathway, cut into the finitely many cells that its rules and constraints can tell apart. */
import type { PathwayInput, PathwayLogic, PathwayTest } from '../../schema/pathway.ts';
import type { Answer, Answers } from './answer.ts';

/** One value, or all numbers between two bounds, which no test can tell apart. */
export interface Cell {
  /** A value in it that stands for all. */
  readonly value: Answer;
  /** The bounds it lies between, itself excluded; only for numbers. Neither for a cell that is one value. */
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  /** True for a value that the source does not name. */
  readonly unstated: boolean;
}
export interface InputAxis {
  readonly input: PathwayInput;
  readonly cells: readonly Cell[];
}
export type Space = readonly InputAxis[];

type Logic = Pick<PathwayLogic, 'inputs' | 'rules' | 'constraints'>;

/** Every set of tests in a pathway, with the key under which each stands. */
export function testsIn({ rules, constraints }: Pick<Logic, 'rules' | 'constraints'>): readonly (readonly [string, PathwayTest])[] {
  const sets = [
    ...rules.map((rule) => rule.when),
    ...constraints.map((one) => (one.kind === 'forbids' ? one.when : one.kind === 'needs' ? one.needs : {})),
  ];
  return sets.flatMap((set) => Object.entries(set));
}

const boundsOf = ({ below, atMost, above, atLeast }: PathwayTest): number[] =>
  [below, atMost, above, atLeast].filter((bound) => bound !== undefined);

function numberCells({ low, high, step }: Extract<PathwayInput, { type: 'number' }>, bounds: Iterable<number>): Cell[] {
  const inside = [...new Set(bounds)].filter((bound) => bound >= low && bound <= high).sort((a, b) => a - b);
  if (inside.length === 0) return [{ value: low, unstated: false }];
  const cells: Cell[] = [];
  const [first = low] = inside;
  if (first - step >= low) cells.push({ value: first - step, below: first, unstated: false });
  inside.forEach((bound, index) => {
    cells.push({ value: bound, unstated: false });
    const next = inside[index + 1];
    const after = bound + step;
    if (after <= high && (next === undefined || after < next)) cells.push({ value: after, above: bound, below: next, unstated: false });
  });
  return cells;
}

function cellsOf(input: PathwayInput, bounds: Iterable<number>): Cell[] {
  if (input.type === 'yes-no') return [true, false].map((value) => ({ value, unstated: false }));
  if (input.type === 'choice') return input.values.map(({ value, unstated }) => ({ value, unstated }));
  return numberCells(input, bounds);
}

/** The space of a pathway: numbers below, at and above each bound that a rule or a constraint uses. */
export const buildSpace = (pathway: Logic): Space => {
  const tests = testsIn(pathway);
  return pathway.inputs.map((input) => ({
    input,
    cells: cellsOf(
      input,
      tests.filter(([key]) => key === input.key).flatMap(([, test]) => boundsOf(test)),
    ),
  }));
};

/** How many cases a space has. */
export const sizeOf = (space: Space): number => space.reduce((size, { cells }) => size * cells.length, 1);

/** The cell of each axis in the n-th case, e.g. `[0, 2, 1]`. The last axis changes fastest. */
export function coordinates(space: Space, index: number): number[] {
  let rest = index;
  return space
    .toReversed()
    .map(({ cells }) => {
      const at = rest % cells.length;
      rest = (rest - at) / cells.length;
      return at;
    })
    .reverse();
}

/** The answers of the n-th case. */
export const answersAt = (space: Space, index: number): Answers =>
  Object.fromEntries(coordinates(space, index).map((at, axis) => [space[axis]?.input.key ?? '', space[axis]?.cells[at]?.value]));
