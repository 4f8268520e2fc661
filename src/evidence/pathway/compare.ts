/** Two pathways on the same inputs: where both speak and part, and where only one speaks. Pure. */
import type { Direction, Pathway, PathwayInput, PathwayLogic } from '../../schema/pathway.ts';
import { allHold } from './answer.ts';
import { boxesOf, boxWords } from './cover.ts';
import { evaluate, type InputReading } from './evaluate.ts';
import { isInDanger } from './emergency.ts';
import { answersAt, buildSpace, sizeOf } from './space.ts';

/** Inputs that mean the same have the same key; of one key the first pathway's wording stands, with the values of all. */
export function joinInputs(pathways: readonly Pick<PathwayLogic, 'inputs'>[]): PathwayInput[] {
  const joined = new Map<string, PathwayInput>();
  for (const input of pathways.flatMap(({ inputs }) => inputs)) {
    const known = joined.get(input.key);
    if (!known) joined.set(input.key, input);
    else if (known.type === 'choice' && input.type === 'choice') {
      const added = input.values.filter(({ value }) => !known.values.some((one) => one.value === value));
      joined.set(input.key, { ...known, values: [...known.values, ...added] });
    }
  }
  return [...joined.values()];
}

/** Where a reading stands: what an outcome points to, or silence. */
export type Stand = Direction | 'silent';
export function standOf({ outcomes }: Pick<PathwayLogic, 'outcomes'>, reading: InputReading): Stand {
  const outcome = reading.kind === 'outcome' ? reading.outcome : undefined;
  return outcomes.find(({ id }) => id === outcome)?.direction ?? 'silent';
}

/** Stands that amount to the same for a reader who asks whether it is done. */
const side = {
  for: 'done',
  research: 'research',
  against: 'not',
  'no-suggestion': 'not',
  'outside-scope': '',
  emergency: '',
  silent: '',
} as const;

export interface Parting {
  /** Outcomes; undefined where a pathway is silent. */
  readonly first: string | undefined;
  readonly second: string | undefined;
  /** The cases, each as conditions. Together they are all cases in which these two readings meet. */
  readonly cases: readonly (readonly string[])[];
}
export interface PathwayComparison {
  /** What each says of the danger that comes first, by outcome: told apart from all other cases, of which no such case is one. */
  readonly emergency: { readonly first: string | undefined; readonly second: string | undefined };
  /** Both speak and point different ways. */
  readonly part: readonly Parting[];
  /** Cases to which only one speaks, each as conditions. */
  readonly alone: { readonly first: Parting['cases']; readonly second: Parting['cases'] };
  /** How many of all cases that the rules can tell apart. Cases are not patients. */
  readonly counts: Readonly<Record<'cases' | 'together' | 'part' | 'first' | 'second' | 'silent', number>>;
}

const outcomeOf = (reading: InputReading): string | undefined => (reading.kind === 'outcome' ? reading.outcome : undefined);

type Compared = PathwayLogic & Partial<Pick<Pathway, 'impossible'>>;

/**
 * Walks every case of both at once, those left out that a source calls impossible; the danger that `danger` asks for is answered by itself.
 * Example: two pathways that differ only in an age limit part in one row.
 */
export function comparePathways(first: Compared, second: Compared, danger: string | undefined): PathwayComparison {
  const inputs = joinInputs([first, second]);
  const asked = (key: string): boolean => inputs.some((input) => input.key === key);
  const impossible = [...(first.impossible ?? []), ...(second.impossible ?? [])].filter(({ when }) => Object.keys(when).every(asked));
  const space = buildSpace({
    inputs,
    rules: [...first.rules, ...second.rules],
    constraints: impossible.map(({ when, says }, index) => ({ kind: 'forbids', id: `impossible${index}`, says, when, forbids: [] })),
  });
  const possible = Array.from({ length: sizeOf(space) }, (_, index) => index).filter(
    (index) =>
      !isInDanger(answersAt(space, index), danger) &&
      !impossible.some(({ when }) => allHold(when, inputs, answersAt(space, index)) === 'holds'),
  );
  const outcomeInDanger = (one: Compared) => (danger ? outcomeOf(evaluate(one, { [danger]: true }).reading) : undefined);
  const meetings = new Map<string, { readings: readonly [InputReading, InputReading]; cases: Set<number> }>();
  for (const index of possible) {
    const answers = answersAt(space, index);
    const readings = [evaluate(first, answers).reading, evaluate(second, answers).reading] as const;
    const key = readings.map((reading) => outcomeOf(reading) ?? '').join(' ');
    const known = meetings.get(key);
    if (known) known.cases.add(index);
    else meetings.set(key, { readings, cases: new Set([index]) });
  }
  const cases = {
    together: new Set<number>(),
    part: new Set<number>(),
    first: new Set<number>(),
    second: new Set<number>(),
    silent: new Set<number>(),
  };
  const part: Parting[] = [];
  const described = (own: ReadonlySet<number>): Parting['cases'] => boxesOf(space, own).map((box) => boxWords(space, box));
  for (const { readings, cases: own } of meetings.values()) {
    const [one, other] = [side[standOf(first, readings[0])], side[standOf(second, readings[1])]];
    const kind = one && other ? (one === other ? 'together' : 'part') : one ? 'first' : other ? 'second' : 'silent';
    for (const index of own) cases[kind].add(index);
    if (kind === 'part') part.push({ first: outcomeOf(readings[0]), second: outcomeOf(readings[1]), cases: described(own) });
  }
  return {
    emergency: { first: outcomeInDanger(first), second: outcomeInDanger(second) },
    part,
    alone: { first: described(cases.first), second: described(cases.second) },
    counts: {
      cases: possible.length,
      together: cases.together.size,
      part: cases.part.size,
      first: cases.first.size,
      second: cases.second.size,
      silent: cases.silent.size,
    },
  };
}
