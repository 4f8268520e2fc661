/**
 * The digests against what the second and third errata settle: one row a claim that can be said as data, in
 * tests/fixtures/pack/errata.yaml. PATENCY_CONTENT names another folder of content to hold against it.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../../src/library/from-files.ts';
import { contentFolder } from '../../../src/config.ts';

interface Row {
  readonly row: string;
  readonly source: string;
  readonly field: string;
  readonly is?: string | number;
  readonly has?: string;
  readonly not?: string;
}

const rows = parse(readFileSync('tests/fixtures/pack/errata.yaml', 'utf8'), { schema: 'core' }) as Row[];
const { library } = await readContent(contentFolder());
const sources = new Map<string, object>([...library.sources]);

const step = (value: unknown, name: string): unknown[] =>
  typeof value === 'object' && value !== null
    ? [(value as Readonly<Record<string, unknown>>)[name]].flat().filter((one) => one !== undefined)
    : [];

/** Values at a path, e.g. `results[outcome=pts-any].arms.events`: every entry of a list is stepped into. Throws for what is no path. */
export function valuesAt(entry: unknown, path: string): unknown[] {
  const segments = path.match(/[a-zA-Z]+(?:\[[^\]]+\])?/g) ?? [];
  if (segments.join('.') !== path) throw new Error(`\`${path}\` is no path of fields.`);
  return segments.reduce<unknown[]>(
    (found, segment) => {
      const [, name = '', by = '', sign, wanted = ''] = /^(\w+)(?:\[([\w.]+)([=~])(.+)\])?$/.exec(segment) ?? [];
      const next = found.flatMap((value) => step(value, name));
      if (!by) return next;
      const fits = (text: string): boolean => (sign === '=' ? text === wanted : new RegExp(wanted, 'i').test(text));
      return next.filter((value) =>
        by
          .split('.')
          .reduce<unknown[]>((all, key) => all.flatMap((one) => step(one, key)), [value])
          .some((one) => fits(String(one))),
      );
    },
    [entry],
  );
}

/** What a row finds otherwise, as a sentence; undefined where it holds. */
export function faultOf(entry: unknown, { row, source, field, is, has, not }: Row): string | undefined {
  const found = valuesAt(entry, field).map(String);
  const wanted = is !== undefined ? `\`${is}\`` : has !== undefined ? `/${has}/` : `nothing like /${not}/`;
  const holds =
    is !== undefined
      ? found.includes(String(is))
      : has !== undefined
        ? found.some((text) => new RegExp(has, 'is').test(text))
        : !found.some((text) => new RegExp(not ?? '', 'is').test(text));
  const shown = found.length ? found.map((text) => `“${text.slice(0, 80)}”`).join(', ') : 'nothing';
  return holds ? undefined : `${row}: ${source}, \`${field}\` must have ${wanted} and has ${shown}.`;
}

describe('the digests', () => {
  it.each(rows.map((row, index) => ({ ...row, claim: `${index + 1} (${row.row})` })))('hold claim $claim: $source, $field', (row) => {
    const entry = sources.get(row.source);
    expect(entry ? faultOf(entry, row) : `${row.source} is not held.`).toBeUndefined();
  });
});

describe('the table', () => {
  it('holds every contradiction of the second errata that is about a digest, and at least 60 claims, each of one kind', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(rows.filter(({ is, has, not }) => [is, has, not].filter((one) => one !== undefined).length !== 1)).toEqual([]);
    const contradictions = new Set(rows.flatMap(({ row }) => /^E2 C(\d+)$/.exec(row)?.[1] ?? []).map(Number));
    // 19 is a sentence on which of several tests a P value belongs to: read by eye.
    expect(Array.from({ length: 31 }, (_, index) => index + 1).filter((number) => !contradictions.has(number))).toEqual([19]);
  });

  it('notices a value that is off, missing or in the wrong entry', () => {
    const entry = {
      results: [
        { outcome: 'death', arms: [{ events: 103 }, { events: 98 }] },
        { outcome: 'ulcer', arms: [{ events: 1 }] },
      ],
      body: 'Not named.',
    };
    const fault = (field: string, claim: Partial<Row>) => faultOf(entry, { row: 'x', source: 'y', field, ...claim });
    expect(fault('results[outcome=death].arms.events', { is: 98 })).toBeUndefined();
    expect(fault('results[outcome=ulcer].arms.events', { is: 98 })).toBe(
      'x: y, `results[outcome=ulcer].arms.events` must have `98` and has “1”.',
    );
    expect(fault('results[outcome=stroke].arms.events', { is: 98 })).toContain('has nothing');
    expect(fault('body', { not: 'named' })).toContain('“Not named.”');
    expect(fault('pending.completion', { has: '2027' })).toContain('has nothing');
    expect(() => valuesAt(entry, 'results[')).toThrow('is no path');
  });
});
