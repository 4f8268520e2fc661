/** Reads a pathway against itself, case by case: silence, rules never reached, two readings of a bound, broken constraints. Pure. */
import type { PathwayAcknowledgement, PathwayInput, PathwayLogic, PathwayTest } from '../../schema/pathway.ts';
import { allHold } from './answer.ts';
import { boxesOf, boxKey, boxWords } from './cover.ts';
import { evaluate, type InputReading } from './evaluate.ts';
import { answersAt, buildSpace, sizeOf, type Cell, type Space } from './space.ts';
import { amount, testWords } from './words.ts';

export interface LintHit {
  readonly lint: PathwayAcknowledgement['lint'];
  /** Its name, by which a file acknowledges it, e.g. `limbThreat=no; days=14` or `highBleedingRisk: immediate`. */
  readonly about: string;
  /** What is wrong, as a sentence. */
  readonly says: string;
  /** The cases concerned, each as conditions; empty where a hit is not about cases. */
  readonly cases: readonly (readonly string[])[];
}

interface Walked {
  readonly space: Space;
  readonly readings: readonly InputReading[];
}

const inWords = (cases: readonly (readonly string[])[]): string =>
  cases.map((conditions) => conditions.join('; ') || 'in every case').join('; or ');

function gapsIn({ space, readings }: Walked): LintHit[] {
  const cases = new Set(readings.flatMap((reading, index) => (reading.kind === 'gap' ? [index] : [])));
  // A value that the source does not name is a silence of its own.
  const mayJoin = (one: Cell, other: Cell): boolean => !one.unstated && !other.unstated;
  return boxesOf(space, cases, mayJoin).map((box) => {
    const conditions = boxWords(space, box);
    return { lint: 'gap', about: boxKey(space, box), says: `No rule takes this case — ${inWords([conditions])}.`, cases: [conditions] };
  });
}

function unreachableIn({ rules }: PathwayLogic, { readings }: Walked): LintHit[] {
  const deciding = new Set(readings.flatMap((reading) => (reading.kind === 'outcome' ? [reading.rule] : [])));
  return rules
    .filter(({ id }) => !deciding.has(id))
    .map(({ id }) => ({
      lint: 'unreachable',
      about: id,
      says: `The rule \`${id}\` never decides: earlier rules take all its cases.`,
      cases: [],
    }));
}

interface PlacedTest {
  readonly key: string;
  readonly test: PathwayTest;
  /** Where it stands, e.g. `rule step4`. */
  readonly where: string;
}

function placedTests({ rules, constraints }: PathwayLogic): PlacedTest[] {
  const from = (where: string, tests: Readonly<Record<string, PathwayTest>>): PlacedTest[] =>
    Object.entries(tests).map(([key, test]) => ({ key, test, where }));
  return [
    ...rules.flatMap(({ id, when }) => from(`rule \`${id}\``, when)),
    ...constraints.flatMap((one) =>
      one.kind === 'unasked' ? [] : from(`constraint \`${one.id}\``, one.kind === 'needs' ? one.needs : one.when),
    ),
  ];
}

/** Pairs of tests that draw the same line and differ on which side it belongs to itself. */
const rivals = [
  ['atLeast', 'above'],
  ['atMost', 'below'],
] as const;

function boundariesIn(pathway: PathwayLogic): LintHit[] {
  const tests = placedTests(pathway);
  const numbers = pathway.inputs.filter((input): input is Extract<PathwayInput, { type: 'number' }> => input.type === 'number');
  return numbers.flatMap((input) =>
    rivals.flatMap(([with_, without]): LintHit[] => {
      const own = tests.filter(({ key }) => key === input.key);
      const bounds = [...new Set(own.flatMap(({ test }) => test[with_] ?? []))].sort((a, b) => a - b);
      return bounds.flatMap((bound) => {
        const one = own.find(({ test }) => test[with_] === bound);
        const other = own.find(({ test }) => test[without] === bound);
        if (!one || !other) return [];
        const said = (test: PlacedTest, sign: typeof with_ | typeof without): string =>
          `“${testWords(input, { [sign]: bound })}” in the ${test.where}`;
        return [
          {
            lint: 'boundary' as const,
            about: `${input.key}=${bound}`,
            says: `${input.name} is ${said(one, with_)} and ${said(other, without)}: exactly ${amount(input, bound)} has two readings.`,
            cases: [],
          },
        ];
      });
    }),
  );
}

function brokenIn(pathway: PathwayLogic, { space, readings }: Walked): LintHit[] {
  return pathway.constraints.flatMap((constraint) => {
    if (constraint.kind === 'unasked') return [];
    const outcomes = constraint.kind === 'forbids' ? constraint.forbids : constraint.outcomes;
    const [tests, breaks] = constraint.kind === 'forbids' ? ([constraint.when, 'holds'] as const) : ([constraint.needs, 'fails'] as const);
    return outcomes.flatMap((outcome): LintHit[] => {
      const cases = new Set(
        readings.flatMap((reading, index) =>
          reading.kind === 'outcome' && reading.outcome === outcome && allHold(tests, pathway.inputs, answersAt(space, index)) === breaks
            ? [index]
            : [],
        ),
      );
      if (cases.size === 0) return [];
      const described = boxesOf(space, cases).map((box) => boxWords(space, box));
      const label = pathway.outcomes.find(({ id }) => id === outcome)?.label ?? outcome;
      const says = `The outcome “${label}” breaks the constraint \`${constraint.id}\` in this case — ${inWords(described)}.`;
      return [{ lint: 'constraint', about: `${constraint.id}: ${outcome}`, says, cases: described }];
    });
  });
}

/**
 * All that does not hold together, in the order gap, unreachable, boundary, constraint.
 * Names in the pathway must resolve (see `namesIn`); a test on an input that is not there counts as not known.
 */
export function lint(pathway: PathwayLogic): LintHit[] {
  const space = buildSpace(pathway);
  const readings = Array.from({ length: sizeOf(space) }, (_, index) => evaluate(pathway, answersAt(space, index)).reading);
  const walked = { space, readings };
  return [...gapsIn(walked), ...unreachableIn(pathway, walked), ...boundariesIn(pathway), ...brokenIn(pathway, walked)];
}

export interface LintAccount {
  /** Hits with what the file says about each, if anything. */
  readonly hits: readonly { readonly hit: LintHit; readonly acknowledged?: PathwayAcknowledgement | undefined }[];
  /** Places in `acknowledged` that match no hit. */
  readonly idle: readonly number[];
}

/** Hits beside acknowledgements: what is answered, what is not, and what answers nothing. */
export function accountFor(hits: readonly LintHit[], acknowledged: readonly PathwayAcknowledgement[]): LintAccount {
  const matches = (hit: LintHit, one: PathwayAcknowledgement): boolean => hit.lint === one.lint && hit.about === one.about;
  return {
    hits: hits.map((hit) => ({ hit, acknowledged: acknowledged.find((one) => matches(hit, one)) })),
    idle: acknowledged.flatMap((one, index) => (hits.some((hit) => matches(hit, one)) ? [] : [index])),
  };
}
