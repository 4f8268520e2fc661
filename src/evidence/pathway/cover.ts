/** Many cases as few descriptions: the smallest boxes of cells that hold them all and nothing else. Pure. */
import { cellKey, cellWords } from './cell-words.ts';
import { coordinates, sizeOf, type InputAxis, type Cell, type Space } from './space.ts';

/** Chosen cells by axis; all cells of an axis mean that it does not matter. */
export type Region = readonly (readonly number[])[];

const indexOf = (space: Space, place: readonly number[]): number =>
  space.reduce((index, { cells }, axis) => index * cells.length + (place[axis] ?? 0), 0);

/** Every case of a box. */
function* casesOf(space: Space, box: Region, place: readonly number[] = []): Iterable<number> {
  const chosen = box[place.length];
  if (!chosen) yield indexOf(space, place);
  else for (const at of chosen) yield* casesOf(space, box, [...place, at]);
}

const within = (space: Space, box: Region, cases: ReadonlySet<number>): boolean => {
  for (const one of casesOf(space, box)) if (!cases.has(one)) return false;
  return true;
};

const allCells = ({ cells }: InputAxis): number[] => cells.map((_, at) => at);
const withCells = (box: Region, axis: number, chosen: readonly number[]): Region => box.map((own, i) => (i === axis ? chosen : own));

/** The largest box around one case: first axes that do not matter at all, then single cells. */
function boxAround(space: Space, start: number, cases: ReadonlySet<number>, mayJoin: (one: Cell, other: Cell) => boolean): Region {
  let box: Region = coordinates(space, start).map((at) => [at]);
  space.forEach((axis, i) => {
    const wider = withCells(box, i, allCells(axis));
    if (within(space, wider, cases)) box = wider;
  });
  space.forEach(({ cells }, i) => {
    for (const [at, cell] of cells.entries()) {
      const own = box[i] ?? [];
      if (own.includes(at) || !own.every((one) => cells[one] && mayJoin(cells[one], cell))) continue;
      const wider = withCells(
        box,
        i,
        [...own, at].sort((a, b) => a - b),
      );
      if (within(space, wider, cases)) box = wider;
    }
  });
  return box;
}

/** The axes that matter in a box. */
const telling = (space: Space, box: Region): [InputAxis, readonly number[]][] =>
  space.flatMap((axis, i): [InputAxis, readonly number[]][] => {
    const chosen = box[i] ?? [];
    return chosen.length < axis.cells.length ? [[axis, chosen]] : [];
  });

/**
 * Boxes that together hold exactly these cases, the ones with the fewest conditions first. Boxes may overlap.
 * `mayJoin` keeps values of one axis apart that should stand in boxes of their own.
 */
export function boxesOf(space: Space, cases: ReadonlySet<number>, mayJoin: (one: Cell, other: Cell) => boolean = () => true): Region[] {
  const left = new Set([...cases].filter((one) => one < sizeOf(space)).sort((a, b) => a - b));
  const boxes: Region[] = [];
  for (const start of left) {
    const box = boxAround(space, start, cases, mayJoin);
    for (const one of casesOf(space, box)) left.delete(one);
    boxes.push(box);
  }
  return boxes.sort((a, b) => telling(space, a).length - telling(space, b).length);
}

/** A box as the conditions that describe it, e.g. `['Limb threat: no', 'Symptom duration: exactly 14 days']`; empty for every case. */
export const boxWords = (space: Space, box: Region): string[] =>
  telling(space, box).map(([axis, chosen]) => `${axis.input.name}: ${cellWords(axis, chosen)}`);

/** The name of a box, e.g. `limbThreat=no; days=14`; `every case` when nothing matters. */
export const boxKey = (space: Space, box: Region): string =>
  telling(space, box)
    .map(([axis, chosen]) => cellKey(axis, chosen))
    .join('; ') || 'every case';
