/** The two YAML parsers behind one door give one answer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { toYamlValue } from '../../../src/library/yaml-value.ts';

const scalar = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789.-+eExo:_ #"\'&*!?nul~tr')) }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2026-11-20', '2026-02-30', '1e3', '012', '0x1F', 'yes', 'NULL', '~', '1:30', '.5', '<<'),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-zA-Z][\w-]*$/), tie('any'), { maxKeys: 4 }),
  ),
})).any;

test('what an editor program writes is read as it was meant', () => {
  fc.assert(
    fc.property(value, fc.boolean(), (meant, flow) => {
      const text = stringify(meant, { collectionStyle: flow ? 'flow' : 'any' });
      expect(toYamlValue(text).value).toEqual(parse(text, { schema: 'core' }));
    }),
    { numRuns: 2000 },
  );
});

test('plain words that people write are read as the core schema of YAML 1.2 reads them', () => {
  const words = [
    'yes',
    'no',
    'on',
    '~',
    'null',
    'Null',
    'true',
    'True',
    '012',
    '0o14',
    '0x1F',
    '1e3',
    '.5',
    '1_000',
    '1:30',
    '2026-11-20',
    '10.5555/x',
    '<0.001',
    '+1',
    '-.inf',
    '-0',
    '+.1',
    "''#x",
    '.NaN',
    'a: b',
  ];
  for (const word of words) {
    const text = `key: ${word}`;
    const read = toYamlValue(text);
    if (read.problem) expect(() => parse(text, { schema: 'core' }) as unknown).toThrow();
    else expect([word, read.value]).toEqual([word, parse(text, { schema: 'core' })]);
  }
});
