/** Names inside a pathway: what rules and constraints call upon and is not there, or is there twice. Pure. */
import type { PathwayInput, PathwayLogic, PathwayTest } from '../../schema/pathway.ts';

/** A name that does not hold, with the field in which it stands. */
export interface NameFault {
  readonly field: readonly (string | number)[];
  readonly says: string;
  /** Names that would be right there; empty where it is not a matter of choosing one. */
  readonly known: readonly string[];
}
type Field = NameFault['field'];

const signs = ['below', 'atMost', 'above', 'atLeast'] as const;

function testFaults(input: PathwayInput, test: PathwayTest, field: Field): NameFault[] {
  const said = Object.values(test).filter((value) => value !== undefined);
  if (said.length === 0) return [{ field, says: `the test on \`${input.key}\` asks for nothing`, known: ['is', 'in', ...signs] }];
  const bound = signs.find((sign) => test[sign] !== undefined);
  if (input.type === 'number') {
    const word = (['is', 'in'] as const).find((sign) => test[sign] !== undefined);
    if (word) return [{ field: [...field, word], says: `\`${input.key}\` is a number and is tested with \`${word}\``, known: [...signs] }];
    if (bound && signs.some((sign) => test[sign] !== undefined && (test[sign] < input.low || test[sign] > input.high)))
      return [{ field, says: `a bound of \`${input.key}\` lies outside ${input.low} to ${input.high}`, known: [] }];
    return [];
  }
  if (bound) return [{ field: [...field, bound], says: `\`${input.key}\` is not a number and is tested with \`${bound}\``, known: ['is'] }];
  if (input.type === 'yes-no')
    return typeof test.is === 'boolean' && !test.in
      ? []
      : [{ field, says: `\`${input.key}\` is answered with yes or no`, known: ['is: true', 'is: false'] }];
  const values = input.values.map(({ value }) => value);
  const asked = [
    ...(test.is === undefined ? [] : [{ at: ['is'], value: String(test.is) }]),
    ...(test.in ?? []).map((value, i) => ({ at: ['in', i], value })),
  ];
  return asked
    .filter(({ value }) => !values.includes(value))
    .map(({ at, value }) => ({ field: [...field, ...at], says: `\`${value}\` is not an answer to \`${input.key}\``, known: values }));
}

function twice(list: string, ids: readonly string[], key = 'id'): NameFault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ field: [list, index, key], says: `\`${id}\` is there twice in \`${list}\``, known: [] }] : [],
  );
}

/** Every name that does not hold, in the order of the file's fields; empty for a pathway that can be walked. */
export function namesIn({ inputs, rules, outcomes, constraints }: PathwayLogic): NameFault[] {
  const keys = inputs.map(({ key }) => key);
  const ends = outcomes.map(({ id }) => id);
  const tests = (when: Readonly<Record<string, PathwayTest>>, field: Field): NameFault[] =>
    Object.entries(when).flatMap(([key, test]) => {
      const input = inputs.find((one) => one.key === key);
      if (!input) return [{ field: [...field, key], says: `\`${key}\` is not an input of this pathway`, known: keys }];
      return testFaults(input, test, [...field, key]);
    });
  const outcome = (id: string, field: Field): NameFault[] =>
    ends.includes(id) ? [] : [{ field, says: `\`${id}\` is not an outcome of this pathway`, known: ends }];
  const reached = new Set(rules.map((rule) => rule.outcome));
  return [
    ...twice('inputs', keys, 'key'),
    ...inputs.flatMap((input, i) =>
      input.type === 'number' && input.low >= input.high
        ? [{ field: ['inputs', i, 'high'], says: `\`high\` of \`${input.key}\` is not above its \`low\``, known: [] }]
        : [],
    ),
    ...twice(
      'rules',
      rules.map(({ id }) => id),
    ),
    ...rules.flatMap((rule, i) => [...tests(rule.when, ['rules', i, 'when']), ...outcome(rule.outcome, ['rules', i, 'outcome'])]),
    ...twice('outcomes', ends),
    ...outcomes.flatMap(({ id }, i) =>
      reached.has(id) ? [] : [{ field: ['outcomes', i], says: `no rule leads to \`${id}\``, known: [] }],
    ),
    ...twice(
      'constraints',
      constraints.map(({ id }) => id),
    ),
    ...constraints.flatMap((one, i) => {
      if (one.kind === 'unasked') return [];
      const list = one.kind === 'forbids' ? 'forbids' : 'outcomes';
      const named = one.kind === 'forbids' ? one.forbids : one.outcomes;
      const [field, when] = one.kind === 'forbids' ? (['when', one.when] as const) : (['needs', one.needs] as const);
      return [...tests(when, ['constraints', i, field]), ...named.flatMap((id, at) => outcome(id, ['constraints', i, list, at]))];
    }),
  ];
}
