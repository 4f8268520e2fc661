/** The case table of effects, and what it says of a line or a row of the summary. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { SummaryOfFindingsRow } from '../../../../src/evidence/effect/summary.ts';
import type { EffectLine } from '../../../../src/evidence/effect/verdict.ts';

/** The rows of a part of `tests/cases/effects.yaml`. */
export const casesOf = <T>(part: 'invented' | 'shipped'): readonly T[] =>
  (parse(readFileSync(new URL('../../../cases/effects.yaml', import.meta.url), 'utf8')) as Record<string, readonly T[]>)[part] ?? [];

export interface Told {
  readonly [field: string]: unknown;
  readonly says?: string | readonly string[];
  readonly not?: string;
}
/** Holds what the table says of a line or row: each field as it stands, `says` in parts, `not` nowhere. */
export function expectTold(found: EffectLine | SummaryOfFindingsRow | undefined, { says = [], not, rows, level, ...fields }: Told): void {
  if (!found) throw new Error(`The case table has a line more than was found: ${JSON.stringify(fields)} ${String(says)}`);
  const text = 'says' in found ? found.says : JSON.stringify(found);
  for (const part of [says].flat()) expect(text).toContain(part);
  if (not) expect(text).not.toContain(not);
  if (level) expect('certainty' in found && found.certainty).toMatchObject({ level });
  if (rows) expect('rows' in found && found.rows.map(({ id }) => id.replace('--r', ''))).toEqual(rows);
  expect(found).toMatchObject(fields);
}
